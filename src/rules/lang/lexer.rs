//! Source text of an expression → tokens with their byte ranges.

use super::{Problem, foreign};
use crate::rules::mistake::{Advice, Mistake};
use num_rational::Ratio;
use std::ops::Range;

/// What a token is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token {
    /// A name.
    Name(String),
    /// A whole number.
    Int(i128),
    /// A number with decimals, kept exactly.
    Decimal(Ratio<i128>),
    /// A text.
    Text(String),
    /// An operator or a bracket.
    Sign(&'static str),
}

/// A token and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Lexed {
    /// What it is.
    pub(crate) token: Token,
    /// Its bytes in the expression.
    pub(crate) span: Range<usize>,
}

/// Longer signs stand before their prefixes.
const SIGNS: [&str; 22] = [
    "&&", "||", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "%", "!", "?", ":", "(", ")",
    "[", "]", ",", ".",
];

/// Words that CEL reserves.
const RESERVED: [&str; 17] = [
    "as",
    "break",
    "const",
    "continue",
    "else",
    "for",
    "function",
    "if",
    "import",
    "let",
    "loop",
    "package",
    "namespace",
    "return",
    "var",
    "void",
    "while",
];

/// Splits `text` into tokens.
pub(crate) fn lex(text: &str) -> Result<Vec<Lexed>, Problem> {
    let mut lexer = Lexer { text, at: 0 };
    let mut tokens = Vec::new();
    while let Some(token) = lexer.next_token()? {
        tokens.push(token);
    }
    Ok(tokens)
}

struct Lexer<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Lexer<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn take_while(&mut self, keep: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let taken = rest.get(..rest.find(|c| !keep(c)).unwrap_or(rest.len()));
        let taken = taken.unwrap_or("");
        self.at += taken.len();
        taken
    }

    fn next_token(&mut self) -> Result<Option<Lexed>, Problem> {
        loop {
            self.take_while(char::is_whitespace);
            if !self.rest().starts_with("//") {
                break;
            }
            self.take_while(|c| c != '\n');
        }
        let start = self.at;
        let Some(first) = self.peek() else {
            return Ok(None);
        };
        let raw = self.rest().starts_with("r'") || self.rest().starts_with("r\"");
        let token = if raw || first == '\'' || first == '"' {
            self.at += usize::from(raw);
            self.text_literal(raw)?
        } else if first.is_ascii_digit() {
            self.number()?
        } else if first.is_ascii_alphabetic() || first == '_' {
            self.name()?
        } else if let Some((found, here)) = foreign::sign(self.rest()) {
            let span = start..start + found.len();
            let sign = || foreign::sign_problem(span, found, here);
            return Err(foreign::around(self.text, start).unwrap_or_else(sign));
        } else if let Some(sign) = SIGNS.iter().find(|s| self.rest().starts_with(**s)) {
            self.at += sign.len();
            Token::Sign(sign)
        } else {
            let end = start + first.len_utf8();
            return Err(Problem::new(
                start..end,
                Mistake::MeansNothing {
                    sign: first.to_string(),
                },
            )
            .help(hint_for_sign(first)));
        };
        Ok(Some(Lexed {
            token,
            span: start..self.at,
        }))
    }

    fn name(&mut self) -> Result<Token, Problem> {
        let start = self.at;
        if let Some(problem) = foreign::named_otherwise(self.text, start) {
            return Err(problem);
        }
        let name = self.take_while(|c| c.is_ascii_alphanumeric() || c == '_');
        if RESERVED.contains(&name) {
            let help = foreign::reserved(name);
            let name = name.to_owned();
            return Err(Problem::new(start..self.at, Mistake::Reserved { name }).help(help));
        }
        if self.peek().is_some_and(char::is_alphabetic) {
            let name = name.to_owned() + self.take_while(char::is_alphanumeric);
            return Err(Problem::new(
                start..self.at,
                Mistake::ForeignLetter { name },
            ));
        }
        Ok(Token::Name(name.to_owned()))
    }

    fn number(&mut self) -> Result<Token, Problem> {
        let start = self.at;
        let too_large = |end| Problem::new(start..end, Mistake::NumberTooLarge);
        if self.rest().starts_with("0x") {
            self.at += 2;
            let digits = self.take_while(|c| c.is_ascii_hexdigit());
            return i128::from_str_radix(digits, 16)
                .map(Token::Int)
                .map_err(|_| too_large(self.at));
        }
        let whole = self.take_while(|c| c.is_ascii_digit());
        let after_dot = self.rest().strip_prefix('.').and_then(|r| r.chars().next());
        let mut decimals = "";
        if after_dot.is_some_and(|c| c.is_ascii_digit()) {
            self.at += 1;
            decimals = self.take_while(|c| c.is_ascii_digit());
        }
        if self.peek().is_some_and(char::is_alphanumeric) {
            let rest = self.take_while(char::is_alphanumeric).to_owned();
            return Err(Problem::new(
                start..self.at,
                Mistake::NumberFollowedBy { rest },
            ));
        }
        if decimals == "000" && (1..=3).contains(&whole.len()) && whole != "0" {
            let (found, value) = (format!("{whole}.{decimals}"), whole.to_owned());
            let write = format!("{whole}000");
            let problem = Problem::new(start..self.at, Mistake::ThousandPoint { found, value });
            return Err(problem.help(Advice::WriteInstead { write }));
        }
        let parsed = format!("{whole}{decimals}").parse::<i128>().ok();
        let scale = u32::try_from(decimals.len())
            .ok()
            .and_then(|n| 10_i128.checked_pow(n));
        match (parsed, scale) {
            (Some(n), Some(1)) => Ok(Token::Int(n)),
            (Some(n), Some(scale)) => Ok(Token::Decimal(Ratio::new(n, scale))),
            _ => Err(too_large(self.at)),
        }
    }

    fn text_literal(&mut self, raw: bool) -> Result<Token, Problem> {
        let start = self.at;
        let quote = self.peek().unwrap_or('\'');
        self.at += 1;
        let mut value = String::new();
        loop {
            let plain = self.take_while(|c| c != quote && c != '\\');
            value.push_str(plain);
            let here = self.at;
            let Some(c) = self.peek() else {
                return Err(Problem::new(start..self.at, Mistake::TextNotClosed).help(
                    Advice::EndText {
                        quote: quote.to_string(),
                    },
                ));
            };
            self.at += c.len_utf8();
            match c {
                _ if c == quote => return Ok(Token::Text(value)),
                '\\' if !raw => value.push(self.escape(here)?),
                _ => value.push(c),
            }
        }
    }

    fn escape(&mut self, start: usize) -> Result<char, Problem> {
        let Some(c) = self.peek() else {
            return Err(Problem::new(start..self.at, Mistake::TextNotClosed));
        };
        self.at += c.len_utf8();
        let (radix, digits) = match c {
            'n' => return Ok('\n'),
            't' => return Ok('\t'),
            'r' => return Ok('\r'),
            'a' => return Ok('\u{7}'),
            'b' => return Ok('\u{8}'),
            'f' => return Ok('\u{c}'),
            'v' => return Ok('\u{b}'),
            '\\' | '\'' | '"' | '`' | '?' => return Ok(c),
            'x' | 'X' => (16, 2),
            'u' => (16, 4),
            'U' => (16, 8),
            '0'..='3' => {
                self.at -= 1;
                (8, 3)
            }
            _ => {
                return Err(Problem::new(
                    start..self.at,
                    Mistake::NoEscape {
                        sign: c.to_string(),
                    },
                )
                .help(Advice::DoubleBackslash {
                    sign: c.to_string(),
                }));
            }
        };
        let code: String = self.rest().chars().take(digits).collect();
        self.at += code.len();
        let read = Some(&code)
            .filter(|c| c.chars().count() == digits)
            .and_then(|c| u32::from_str_radix(c, radix).ok())
            .and_then(char::from_u32);
        read.ok_or_else(|| Problem::new(start..self.at, Mistake::EscapeNamesNothing))
    }
}

fn hint_for_sign(sign: char) -> Option<Advice> {
    match sign {
        '=' => Some(Advice::CompareWith),
        '&' => Some(Advice::JoinConditions),
        '|' => Some(Advice::JoinAlternatives),
        '^' => Some(Advice::WriteInstead {
            write: "`x * x`".to_owned(),
        }),
        '“' | '”' | '«' | '»' | '’' | '‘' => Some(Advice::QuoteTexts),
        _ => None,
    }
}
