//! `concise`: one line a finding, `file:page:line: severity[rule]: message`.

use super::{Options, plain};
use crate::diagnostics::Run;
use std::fmt::Write as _;

pub(super) fn render(run: &Run, options: &Options) -> String {
    let mut out = String::new();
    for file in &run.files {
        let path = plain::line(&file.path);
        for finding in file.findings.iter().filter(|f| options.shows(f)) {
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
    use super::super::{Format, Options, render};
    use crate::sample;

    #[test]
    fn one_line_a_finding() {
        insta::assert_snapshot!(render(Format::Concise, &sample::run(), &Options::default()));
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
