//! A mail draft that a mail program opens as unsent.

use super::case::Case;
use super::letter::Letter;
use crate::diagnostics::fingerprint::hex;
use crate::rules::Lang;
use mail_builder::MessageBuilder;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::date::Date;
use mail_builder::headers::text::Text;
use mail_builder::mime::MimePart;
use minijinja::value::Serde;
use minijinja::{Environment, Value};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// The draft as the bytes of an `.eml` file, in plain text and in HTML.
///
/// It has no sender, and no recipient but an address that the report itself gives. Message-ID, date
/// and the boundary between its parts are set: otherwise they would come from the machine and its
/// clock.
pub(super) fn draft(case: &Case<'_>, letter: &Letter, lang: Lang) -> Result<Vec<u8>, String> {
    let id = id(case);
    let mut message = MessageBuilder::new()
        .message_id(format!("{id}@dekom-lint.invalid"))
        .date(Date::new(seconds(case.file.date)))
        .subject(letter.subject.clone())
        .header("X-Unsent", Text::new("1"));
    let addresses = case.contacts("email");
    let addresses: Vec<&str> = addresses.iter().filter_map(|a| address(a)).collect();
    if !addresses.is_empty() {
        message = message.to(addresses);
    }
    let parts = [
        ("text/plain", text(letter)),
        ("text/html", html(letter, lang)?),
    ];
    let parts = parts.map(|(kind, body)| {
        let kind = ContentType::new(kind).attribute("charset", "utf-8");
        MimePart::new(kind, body.replace('\n', "\r\n"))
    });
    let either = ContentType::new("multipart/alternative").attribute("boundary", id);
    let message = message.body(MimePart::new(either, Vec::from(parts)));
    message.write_to_vec().map_err(|error| error.to_string())
}

/// The letter as plain text.
pub(super) fn text(letter: &Letter) -> String {
    let mut body = format!("{}\n", letter.greeting);
    for paragraph in &letter.opening {
        let _ = write!(body, "\n{paragraph}\n");
    }
    for (index, matter) in letter.matters.iter().enumerate() {
        let _ = write!(body, "\n{}. {}\n", index + 1, matter.heading);
        for point in &matter.points {
            let _ = writeln!(body, "   ({})", point.page);
            if let [only] = point.answered.as_slice() {
                let _ = writeln!(body, "   {} {only}", letter.you_answered);
            } else if !point.answered.is_empty() {
                let _ = writeln!(body, "   {}", letter.you_answered);
                let dash = if point.is_list { "- " } else { "" };
                for line in &point.answered {
                    let _ = writeln!(body, "   {dash}{line}");
                }
            }
            let _ = writeln!(body, "   {}", point.ask);
        }
    }
    let _ = write!(body, "\n{}\n\n{}\n", letter.thanks, letter.regards);
    for line in &letter.sender {
        let _ = writeln!(body, "{line}");
    }
    body
}

/// What the page of HTML is made of.
#[derive(Serialize)]
struct Page<'a> {
    lang: &'static str,
    #[serde(flatten)]
    letter: &'a Letter,
}

/// The letter as a page of HTML that mail programs show: no style but on the elements themselves.
fn html(letter: &Letter, lang: Lang) -> Result<String, String> {
    let mut environment = Environment::new();
    // Everything that is put into the page is escaped, as its name says.
    environment
        .add_template("letter.html", include_str!("letter.html"))
        .map_err(|error| error.to_string())?;
    let page = Page {
        lang: lang.words().code(),
        letter,
    };
    let filled = environment.get_template("letter.html");
    let filled = filled.and_then(|template| template.render(Value::from(Serde(page))));
    filled.map_err(|error| error.to_string())
}

/// The same for the same report and respondent, and different for any other.
fn id(case: &Case<'_>) -> String {
    let mut hash = Sha256::new();
    let parts = [
        case.file.sha256.as_str(),
        case.respondent,
        case.group.unwrap_or(""),
    ];
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hex(&hash.finalize(), 16)
}

/// The report's day at noon, in seconds from 1970; 1970 itself where the report has none.
fn seconds(date: Option<(i32, u8, u8)>) -> i64 {
    let day = date.and_then(|(year, month, day)| {
        let part = |number: u8| i8::try_from(number).ok();
        jiff::civil::Date::new(i16::try_from(year).ok()?, part(month)?, part(day)?).ok()
    });
    let epoch = jiff::civil::Date::constant(1970, 1, 1);
    let days = day.and_then(|day| epoch.until(day).ok());
    days.map_or(0, |days| i64::from(days.get_days()) * 86_400 + 43_200)
}

/// The text where it is one plain address.
fn address(text: &str) -> Option<&str> {
    let (name, host) = text.split_once('@')?;
    let plain = |part: &str| {
        let known = |c: char| c.is_ascii_alphanumeric() || "._+-".contains(c);
        !part.is_empty() && part.chars().all(known)
    };
    (plain(name) && plain(host) && host.contains('.')).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days() {
        assert_eq!(seconds(Some((1970, 1, 1))), 43_200);
        assert_eq!(seconds(Some((2000, 3, 1))), 951_868_800 + 43_200);
        assert_eq!(seconds(Some((2025, 9, 3))), 1_756_857_600 + 43_200);
    }

    #[test]
    fn only_an_address_is_an_address() {
        assert!(address("kari@eksempel.no").is_some());
        assert!(address("Kari <kari@eksempel.no>").is_none());
        assert!(address("kari@eksempel.no\r\nBcc: alle@eksempel.no").is_none());
        assert!(address("[epost-1a2b]").is_none());
    }
}
