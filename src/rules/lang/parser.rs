//! Tokens → an expression, by CEL's grammar and precedence.

use super::ast::{Binary, Expr, ExprKind, Name};
use super::lexer::{Lexed, Token, lex};
use super::{Problem, foreign};
use crate::rules::mistake::{Advice, Mistake, Term};
use std::ops::Range;

/// Deeper nesting is refused, so that a rule file cannot exhaust the stack.
const MAX_DEPTH: usize = 64;

/// More operators and links than this are refused: each makes the tree one deeper.
const MAX_PARTS: usize = 400;

/// Longer expressions are refused; the longest built-in one has a few hundred bytes.
const MAX_LENGTH: usize = 8_192;

/// Parses a whole expression.
pub(crate) fn parse(text: &str) -> Result<Expr, Problem> {
    if text.len() > MAX_LENGTH {
        return Err(Problem::new(0..0, Mistake::TooLong { most: MAX_LENGTH }));
    }
    let mut parser = Parser::new(text)?;
    let expr = parser.expr()?;
    parser.finish()?;
    Ok(expr)
}

/// Parses `name in expression`.
pub(crate) fn parse_binding(text: &str) -> Result<(Name, Expr), Problem> {
    let mut parser = Parser::new(text)?;
    let name = parser
        .name(Term::Name)
        .map_err(|p| p.help(Advice::WriteBinding))?;
    match parser.peek() {
        Some(Token::Name(word)) if word == "in" => parser.at += 1,
        _ => return Err(parser.unexpected(quoted("in")).help(Advice::WriteBinding)),
    }
    let expr = parser.expr()?;
    parser.finish()?;
    Ok((name, expr))
}

/// A sign or a name, as it stands in a rule file.
fn quoted(sign: &str) -> Term {
    Term::Quoted {
        sign: sign.to_owned(),
    }
}

struct Parser<'t> {
    text: &'t str,
    tokens: Vec<Lexed>,
    at: usize,
    depth: usize,
    parts: usize,
    end: usize,
}

impl<'t> Parser<'t> {
    fn new(text: &'t str) -> Result<Self, Problem> {
        Ok(Self {
            text,
            tokens: lex(text)?,
            at: 0,
            depth: 0,
            parts: 0,
            end: text.len(),
        })
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|t| &t.token)
    }

    fn span(&self) -> Range<usize> {
        self.tokens
            .get(self.at)
            .map_or(self.end..self.end, |t| t.span.clone())
    }

    fn last_end(&self) -> usize {
        let last = self.at.checked_sub(1).and_then(|i| self.tokens.get(i));
        last.map_or(0, |t| t.span.end)
    }

    fn sign(&mut self, sign: &str) -> bool {
        let found = matches!(self.peek(), Some(Token::Sign(s)) if *s == sign);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, sign: &str) -> Result<(), Problem> {
        if self.sign(sign) {
            Ok(())
        } else {
            Err(self.unexpected(quoted(sign)))
        }
    }

    /// What stands here was written as a spreadsheet has it.
    fn foreign(&self) -> Option<Problem> {
        let token = |steps: usize| self.tokens.get(self.at.checked_sub(1)?.checked_add(steps)?);
        let (before, here) = (token(0), token(1)?);
        match (before.map(|t| &t.token), &here.token) {
            // `not a`: what stands before is the mistake.
            (Some(Token::Name(name)), Token::Name(_) | Token::Text(_) | Token::Int(_))
                if foreign::word(name, 0..0).is_some() =>
            {
                foreign::word(name, before?.span.clone())
            }
            (_, Token::Name(name)) => foreign::word(name, here.span.clone()),
            (Some(Token::Int(_)), Token::Sign(",")) => {
                let next = token(2)?;
                if !matches!(next.token, Token::Int(_)) {
                    return None;
                }
                let close = before?.span.end == here.span.start && here.span.end == next.span.start;
                let span = before?.span.start..next.span.end;
                let whole = self.text.get(before?.span.clone())?;
                let decimals = self.text.get(next.span.clone())?;
                close.then(|| foreign::comma(span, whole, decimals))
            }
            (Some(Token::Int(_)), Token::Int(_)) => {
                let first = self.at.checked_sub(1)?;
                let digits = self.tokens.iter().skip(first);
                let digits: Vec<&Lexed> = digits
                    .take_while(|t| matches!(t.token, Token::Int(_)))
                    .collect();
                let written = digits.iter().filter_map(|t| self.text.get(t.span.clone()));
                let written: Vec<&str> = written.collect();
                // Thousands are parted three by three.
                if written.iter().skip(1).any(|digits| digits.len() != 3) {
                    return None;
                }
                let span = before?.span.start..digits.last()?.span.end;
                let mistake = Mistake::PartedDigits {
                    found: written.join(" "),
                };
                let write = written.concat();
                Some(Problem::new(span, mistake).help(Advice::WriteInstead { write }))
            }
            _ => None,
        }
    }

    /// `30%` where nothing follows that it could be the remainder by.
    fn percent(&self, left: &Expr) -> Option<Problem> {
        let number = self.text.get(left.span.clone())?;
        let literal = matches!(left.kind, ExprKind::Int(_) | ExprKind::Decimal(_));
        let open = match self.peek() {
            None => true,
            Some(Token::Sign(sign)) => !matches!(*sign, "(" | "[" | "-" | "!"),
            Some(Token::Name(name)) => foreign::word(name, 0..0).is_some(),
            Some(_) => false,
        };
        let mistake = Mistake::PercentSign {
            found: format!("{number} %"),
        };
        let span = left.span.start..self.last_end();
        let help = Advice::PercentAs {
            number: number.to_owned(),
        };
        (literal && open).then(|| Problem::new(span, mistake).help(help))
    }

    fn unexpected(&self, wanted: Term) -> Problem {
        if let Some(problem) = self.foreign() {
            return problem;
        }
        let found = match self.peek() {
            None => return Problem::new(self.span(), Mistake::Ends { wanted }),
            Some(Token::Name(n)) => quoted(n),
            Some(Token::Sign(s)) => quoted(s),
            Some(Token::Text(_)) => Term::Text,
            Some(Token::Int(_) | Token::Decimal(_)) => Term::Number,
        };
        // `x in ('a', 'b')`
        let is_list = found == quoted(",") && wanted == quoted(")");
        let help = is_list.then(|| Advice::WriteInstead {
            write: "`[a, b]`".to_owned(),
        });
        Problem::new(self.span(), Mistake::Unexpected { found, wanted }).help(help)
    }

    fn finish(&self) -> Result<(), Problem> {
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.unexpected(Term::OperatorOrEnd)),
        }
    }

    fn name(&mut self, wanted: Term) -> Result<Name, Problem> {
        let span = self.span();
        match self.peek() {
            Some(Token::Name(text)) => {
                let text = text.clone();
                self.at += 1;
                Ok(Name { text, span })
            }
            _ => Err(self.unexpected(wanted)),
        }
    }

    fn nested<T>(
        &mut self,
        parse: impl FnOnce(&mut Self) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Problem::new(
                self.span(),
                Mistake::TooDeep { most: MAX_DEPTH },
            ));
        }
        let result = parse(self);
        self.depth -= 1;
        result
    }

    fn count(&mut self) -> Result<(), Problem> {
        self.parts += 1;
        if self.parts > MAX_PARTS {
            return Err(Problem::new(
                self.span(),
                Mistake::TooManyParts { most: MAX_PARTS },
            ));
        }
        Ok(())
    }

    fn join(
        &mut self,
        a: Expr,
        b: Expr,
        build: impl FnOnce(Box<Expr>, Box<Expr>) -> ExprKind,
    ) -> Result<Expr, Problem> {
        self.count()?;
        let span = a.span.start..b.span.end;
        Ok(Expr {
            kind: build(Box::new(a), Box::new(b)),
            span,
        })
    }

    fn expr(&mut self) -> Result<Expr, Problem> {
        self.nested(|p| {
            let condition = p.or()?;
            if !p.sign("?") {
                return Ok(condition);
            }
            let then = p.or()?;
            // `x ? a`
            p.expect(":").map_err(|problem| {
                // A word of another language has been answered already.
                if problem.advice.is_some() {
                    return problem;
                }
                problem.help(Advice::WriteInstead {
                    write: "`c ? a : b`".to_owned(),
                })
            })?;
            let other = p.expr()?;
            let span = condition.span.start..other.span.end;
            Ok(Expr {
                kind: ExprKind::Cond(Box::new(condition), Box::new(then), Box::new(other)),
                span,
            })
        })
    }

    fn or(&mut self) -> Result<Expr, Problem> {
        let mut left = self.and()?;
        while self.sign("||") {
            let right = self.and()?;
            left = self.join(left, right, ExprKind::Or)?;
        }
        Ok(left)
    }

    fn and(&mut self) -> Result<Expr, Problem> {
        let mut left = self.relation()?;
        while self.sign("&&") {
            let right = self.relation()?;
            left = self.join(left, right, ExprKind::And)?;
        }
        Ok(left)
    }

    fn relation(&mut self) -> Result<Expr, Problem> {
        let mut left = self.sum()?;
        loop {
            let op = match self.peek() {
                Some(Token::Sign("==")) => Binary::Eq,
                Some(Token::Sign("!=")) => Binary::Ne,
                Some(Token::Sign("<=")) => Binary::Le,
                Some(Token::Sign(">=")) => Binary::Ge,
                Some(Token::Sign("<")) => Binary::Lt,
                Some(Token::Sign(">")) => Binary::Gt,
                Some(Token::Name(word)) if word == "in" => Binary::In,
                _ => return Ok(left),
            };
            self.at += 1;
            let right = self.sum()?;
            left = self.join(left, right, |a, b| ExprKind::Binary(op, a, b))?;
        }
    }

    fn sum(&mut self) -> Result<Expr, Problem> {
        let mut left = self.product()?;
        loop {
            let op = match self.peek() {
                Some(Token::Sign("+")) => Binary::Add,
                Some(Token::Sign("-")) => Binary::Sub,
                _ => return Ok(left),
            };
            self.at += 1;
            let right = self.product()?;
            left = self.join(left, right, |a, b| ExprKind::Binary(op, a, b))?;
        }
    }

    fn product(&mut self) -> Result<Expr, Problem> {
        let mut left = self.unary()?;
        loop {
            let op = match self.peek() {
                Some(Token::Sign("*")) => Binary::Mul,
                Some(Token::Sign("/")) => Binary::Div,
                Some(Token::Sign("%")) => Binary::Rem,
                _ => return Ok(left),
            };
            self.at += 1;
            if op == Binary::Rem
                && let Some(problem) = self.percent(&left)
            {
                return Err(problem);
            }
            let right = self.unary()?;
            left = self.join(left, right, |a, b| ExprKind::Binary(op, a, b))?;
        }
    }

    fn unary(&mut self) -> Result<Expr, Problem> {
        let start = self.span().start;
        let build: fn(Box<Expr>) -> ExprKind = if self.sign("!") {
            ExprKind::Not
        } else if self.sign("-") {
            ExprKind::Minus
        } else {
            return self.member();
        };
        let inner = self.nested(Self::unary)?;
        let span = start..inner.span.end;
        Ok(Expr {
            kind: build(Box::new(inner)),
            span,
        })
    }

    fn member(&mut self) -> Result<Expr, Problem> {
        let mut base = self.primary()?;
        loop {
            let start = base.span.start;
            let kind = if self.sign(".") {
                let name = self.name(Term::FieldOrFunction)?;
                if self.sign("(") {
                    let args = self.list(")")?;
                    ExprKind::Call(Some(Box::new(base)), name, args)
                } else {
                    ExprKind::Field(Box::new(base), name)
                }
            } else if self.sign("[") {
                let index = self.expr()?;
                self.expect("]")?;
                ExprKind::Index(Box::new(base), Box::new(index))
            } else {
                return Ok(base);
            };
            self.count()?;
            base = Expr {
                kind,
                span: start..self.last_end(),
            };
        }
    }

    fn list(&mut self, close: &str) -> Result<Vec<Expr>, Problem> {
        let mut items = Vec::new();
        if self.sign(close) {
            return Ok(items);
        }
        loop {
            items.push(self.expr()?);
            if self.sign(close) {
                return Ok(items);
            }
            if !self.sign(",") {
                return Err(self.unexpected(Term::Either {
                    first: ",".to_owned(),
                    second: close.to_owned(),
                }));
            }
            if self.sign(close) {
                return Ok(items);
            }
        }
    }

    fn primary(&mut self) -> Result<Expr, Problem> {
        let span = self.span();
        let Some(token) = self.peek().cloned() else {
            return Err(self.unexpected(Term::Value));
        };
        let kind = match token {
            Token::Int(n) => ExprKind::Int(n),
            Token::Decimal(n) => ExprKind::Decimal(n),
            Token::Text(text) => ExprKind::Text(text),
            Token::Name(name) => match name.as_str() {
                "null" => ExprKind::Null,
                "true" => ExprKind::Bool(true),
                "false" => ExprKind::Bool(false),
                "in" => return Err(self.unexpected(Term::Value)),
                _ => {
                    self.at += 1;
                    let kind = if self.sign("(") {
                        let called = Name {
                            text: name,
                            span: span.clone(),
                        };
                        ExprKind::Call(None, called, self.list(")")?)
                    } else {
                        ExprKind::Name(name)
                    };
                    return Ok(Expr {
                        kind,
                        span: span.start..self.last_end(),
                    });
                }
            },
            Token::Sign("(") => {
                self.at += 1;
                let mut inner = self.expr()?;
                self.expect(")")?;
                inner.span = span.start..self.last_end();
                return Ok(inner);
            }
            Token::Sign("[") => {
                self.at += 1;
                let items = self.list("]")?;
                return Ok(Expr {
                    kind: ExprKind::List(items),
                    span: span.start..self.last_end(),
                });
            }
            Token::Sign(_) => return Err(self.unexpected(Term::Value)),
        };
        self.at += 1;
        Ok(Expr { kind, span })
    }
}
