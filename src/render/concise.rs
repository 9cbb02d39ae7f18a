//! `concise`: one line a finding, `file:page:line: severity[rule]: message`.

use super::{Options, Order, plain};
use crate::diagnostics::Run;
use std::fmt::Write as _;

pub(super) fn render(run: &Run, options: &Options) -> String {
    let mut out = String::new();
    for file in &run.files {
        let path = plain::line(&file.path);
        let mut findings: Vec<_> = file.findings.iter().filter(|f| options.shows(f)).collect();
        let order = options.order.unwrap_or(Order::Report);
        order.sort(&mut findings, |finding| finding.severity);
        for finding in findings {
            let _ = writeln!(
                out,
                "{path}:{}:{}: {}[{}]: {}",
                finding.primary.page,
                finding.primary.line,
                finding.severity.name(),
                plain::line(&finding.rule),
                plain::line(finding.message.get(options.lang)),
            );
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{Format, Options, Order, render};
    use crate::sample;

    #[test]
    fn one_line_a_finding() {
        insta::assert_snapshot!(render(Format::Concise, &sample::run(), &Options::default()));
    }

    #[test]
    fn the_gravest_first_on_request() {
        let grades = |order| {
            let options = Options {
                order,
                notes: true,
                ..Options::default()
            };
            let out = render(Format::Concise, &sample::run(), &options);
            let grade = |line: &str| line.split([' ', '[']).nth(2).map(str::to_owned);
            out.lines().filter_map(grade).collect::<Vec<_>>()
        };
        let sorted = grades(Some(Order::Severity));
        assert!(sorted.is_sorted_by_key(|grade| {
            ["error", "warning", "note"]
                .iter()
                .position(|known| grade == known)
        }));
        assert_eq!(grades(None), grades(Some(Order::Report)));
        assert_ne!(grades(None), sorted);
    }

    #[test]
    fn notes_on_request() {
        let options = Options {
            notes: true,
            ..Options::default()
        };
        let out = render(Format::Concise, &sample::run(), &options);
        assert!(out.contains("note[missing-answer]"));
    }
}
