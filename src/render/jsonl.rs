//! `jsonl`: one object a line: each file, then its findings, and the counts last.

use super::Options;
use super::json::{Head, Item, SCHEMA, Summary, Tool};
use crate::diagnostics::Run;
use serde::Serialize;

pub(super) fn render(run: &Run, options: &Options) -> String {
    let mut out = String::new();
    for file in &run.files {
        push(
            &mut out,
            &Record::File {
                schema: SCHEMA,
                tool: Tool::THIS,
                head: Head::of(file, options.lang),
            },
        );
        for finding in &file.findings {
            push(
                &mut out,
                &Record::Finding {
                    path: &file.path,
                    item: Item::of(finding, options.lang),
                },
            );
        }
    }
    push(&mut out, &Record::Summary(Summary::of(run)));
    out
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Record<'a> {
    File {
        schema: u32,
        tool: Tool,
        #[serde(flatten)]
        head: Head<'a>,
    },
    Finding {
        path: &'a str,
        #[serde(flatten)]
        item: Item<'a>,
    },
    Summary(Summary),
}

fn push(out: &mut String, record: &Record<'_>) {
    // Only a map whose keys aren't strings fails to serialize, and there is none.
    out.push_str(&serde_json::to_string(record).unwrap_or_default());
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::super::{Format, Options, render};
    use crate::sample;

    #[test]
    fn one_object_a_line() {
        let out = render(Format::Jsonl, &sample::run(), &Options::default());
        for line in out.lines() {
            let value: serde_json::Value = serde_json::from_str(line).unwrap();
            assert!(value["type"].is_string());
        }
        insta::assert_snapshot!(out);
    }
}
