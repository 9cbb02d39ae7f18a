//! One page that holds everything: findings by question and by respondent, filters, the pages' text
//! with its places marked, and what was read and checked.
//!
//! The page loads nothing. Its policy lets only the style and the script in it run, by their hashes,
//! so that nothing of a report can run even if it were not escaped. Without the script everything is
//! there but the filters.

mod cards;
mod labels;
mod model;
mod pieces;
mod policy;
mod view;

use super::{Options, words};
use crate::diagnostics::Run;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value};

const TEMPLATE: &str = include_str!("report.html");

/// The page; findings that were accepted are counted and not shown.
pub(super) fn render(run: &Run, options: &Options) -> String {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    let page = Value::from(Serde(model::page(run, options)));
    let made = environment.render_str(TEMPLATE, page);
    // The template is part of the program, and every finding passes through it in the tests.
    made.unwrap_or_else(|error| format!("<!doctype html>\n<title>{}</title>\n", error.kind()))
}

#[cfg(test)]
mod tests {
    use super::policy::source;
    use super::*;
    use crate::render::plain;
    use crate::rules::Lang;
    use crate::sample;
    use regex::Regex;

    fn html(lang: Lang) -> String {
        let options = Options {
            lang,
            ..Options::default()
        };
        render(&sample::run(), &options)
    }

    fn all<'a>(pattern: &str, text: &'a str) -> Vec<&'a str> {
        let pattern = Regex::new(pattern).unwrap();
        let captures = pattern.captures_iter(text);
        captures.map(|c| c.get(1).unwrap().as_str()).collect()
    }

    fn unescape(text: &str) -> String {
        text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#x27;", "'")
            .replace("&#x2f;", "/")
            .replace("&amp;", "&")
    }

    #[test]
    fn nothing_is_loaded_and_nothing_runs_but_what_the_policy_names() {
        let page = html(Lang::Nb);
        for style in all(r"(?s)<style>(.*?)</style>", &page) {
            assert!(unescape(&page).contains(&format!("style-src '{}'", source(style))));
        }
        for script in all(r"(?s)<script>(.*?)</script>", &page) {
            assert!(unescape(&page).contains(&format!("script-src '{}'", source(script))));
        }
        let (head, body) = page.split_once("<body>").unwrap();
        assert_eq!(head.matches("<style>").count(), 1);
        assert_eq!(body.matches("<script").count(), 1);
        let tags = all(r"(?s)(<[a-z][^>]*>)", &page);
        for tag in tags {
            for banned in [
                " src=",
                " style=",
                " on",
                "url(",
                "http:",
                "https:",
                "javascript:",
            ] {
                assert!(!tag.contains(banned), "{tag}");
            }
        }
        assert!(
            all(r#"href="([^"]*)""#, &page)
                .iter()
                .all(|to| to.starts_with('#'))
        );
    }

    #[test]
    fn every_link_leads_somewhere_and_ids_are_unique() {
        let page = html(Lang::Nb);
        let mut ids = all(r#" id="([^"]*)""#, &page);
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
        for to in all(r##"(?:href="#|data-for="|labelledby=")([^"]*)""##, &page) {
            assert!(ids.contains(&to), "{to}");
        }
    }

    #[test]
    fn the_pages_text_is_whole() {
        let page = html(Lang::Nb);
        let sheets = all(r#"(?s)<pre tabindex="0"[^>]*>\n(.*?)</pre>"#, &page);
        let tags = Regex::new("<[^>]*>").unwrap();
        let run = sample::run();
        assert_eq!(sheets.len(), run.files[0].pages.len());
        for (sheet, page) in sheets.into_iter().zip(&run.files[0].pages) {
            assert_eq!(
                unescape(&tags.replace_all(sheet, "")),
                plain::page(&page.text)
            );
        }
    }

    #[test]
    fn the_total_and_its_addends_are_marked_and_stand_side_by_side() {
        let page = html(Lang::Nb);
        assert!(page.contains("class=\"primary\"><a href=\"#f0-0\">1\u{A0}033</a></mark>"));
        let related = all(
            r##"class="related"><a href="#f0-0">(\d+)</a></mark>"##,
            &page,
        );
        assert_eq!(related, ["500", "300", "200", "20", "12", "11"]);
        assert!(page.contains("<caption>Bygger på</caption>"));
        assert!(page.contains("<dd><strong>1\u{A0}043</strong></dd>"));
    }

    #[test]
    fn a_name_is_where_it_stands_and_not_what_is_at_fault() {
        let mut run = sample::run();
        let finding = &mut run.files[0].findings[0];
        assert_eq!(finding.points_at, crate::diagnostics::PointsAt::Itself);
        finding.points_at = crate::diagnostics::PointsAt::Heading;
        finding.primary.text = "Øyvær kommune".to_owned();
        let page = render(&run, &Options::default());
        let shown = all(
            r"<dt>(Hvor|Det står)</dt><dd><a[^>]*>Øyvær kommune</a>",
            &page,
        );
        assert_eq!(shown, ["Hvor"]);
    }

    #[test]
    fn the_page() {
        // What it looks like and what it does are in files of their own, and its policy is of them.
        let pattern =
            r"(?s)(<style>).*?(</style>)|(<script>).*?(</script>)|(<meta http-equiv)[^>]*(>)";
        let own = Regex::new(pattern).unwrap();
        insta::assert_snapshot!(own.replace_all(&html(Lang::Nb), "$1$3$5…$2$4$6"));
    }

    #[test]
    fn what_a_report_says_is_text() {
        let mut run = sample::run();
        let hostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u{202e}";
        let file = &mut run.files[0];
        file.title = Some(hostile.to_owned());
        file.path = hostile.to_owned();
        file.pages[0].text.push_str(hostile);
        for finding in &mut file.findings {
            finding.message.nb = hostile.to_owned();
            finding.respondent = Some(hostile.to_owned());
            finding.question = Some(hostile.to_owned());
            finding.primary.text = hostile.to_owned();
        }
        let page = render(&run, &Options::default());
        assert_eq!(page.matches("<script>").count(), 1);
        assert!(!page.contains("<img") && !page.contains('\u{202e}'));
    }

    #[test]
    fn accepted_findings_are_counted_and_not_shown() {
        let page = html(Lang::Nb);
        assert_eq!(page.matches("<article").count(), 3);
        assert!(page.contains("<li>1 kjent</li>") && page.contains("<li>1 rettet</li>"));
    }

    #[test]
    fn in_every_language() {
        assert!(html(Lang::Nn).contains("<html lang=\"nn\">"));
        assert!(html(Lang::En).contains("Findings by respondent"));
        assert!(html(Lang::En).contains("lang=\"en\""));
    }
}
