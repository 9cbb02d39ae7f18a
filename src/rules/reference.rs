//! The reference of the rule language, written from the tables that the checker itself uses.

use super::authoring::schema;
use super::lang::fields::{describe, fields};
use super::lang::functions::{FUNCTIONS, Function, MACROS, SEARCHES};
use super::lang::node::NodeKind;
use serde_json::Value;
use std::fmt::Write as _;

/// The reference as Markdown: the parts of a report with their fields, and all functions.
pub fn reference() -> String {
    let mut page = String::from(INTRODUCTION);
    keys(&mut page);
    page.push_str(PARTS);
    for kind in NodeKind::ALL {
        heading(&mut page, 3, kind.name());
        line(&mut page, describe(kind));
        line(&mut page, "");
        line(&mut page, "| field | type | |");
        line(&mut page, "|---|---|---|");
        for field in fields(kind) {
            let printed = if field.printed { ", printed" } else { "" };
            let values = match field.values {
                [] => String::new(),
                values => {
                    let quoted: Vec<String> = values.iter().map(|v| format!("`'{v}'`")).collect();
                    format!(" One of {}.", quoted.join(", "))
                }
            };
            row(
                &mut page,
                &[
                    &format!("`{}`", field.name),
                    &format!("{}{printed}", field.ty()).replace('<', "&lt;"),
                    &format!("{}{values}", field.doc),
                ],
            );
        }
    }
    heading(&mut page, 2, "Functions");
    line(&mut page, "Every example is true, and a test runs it.");
    line(&mut page, "");
    line(&mut page, "| function | | example |");
    line(&mut page, "|---|---|---|");
    for function in FUNCTIONS {
        function_row(&mut page, function);
    }
    for found in MACROS {
        let form = format!("`list.{}(x, …)`", found.name);
        row(&mut page, &[&form, found.doc, &code(found.example)]);
    }
    for found in SEARCHES {
        row(
            &mut page,
            &[&code(found.form), found.doc, &code(found.example)],
        );
    }
    page
}

const INTRODUCTION: &str = "\
# The language of the rules

A rule walks over parts of the report (`for`), keeps those that are meant (`where`), names values
(`let`), and says what has to hold (`assert`). Expressions are a subset of CEL, the Common Expression
Language: texts in single or double quotes with CEL's escapes, whole numbers, `true`, `false`, `null`,
lists, `! - * / % + < <= > >= == != in && || ?:`, fields, and the functions below.

It differs from CEL in this: numbers are exact (`7 / 2` is 3.5, `0.1 + 0.2 == 0.3`), the position of an
item is a whole number from 0, and what may be null has to be tested before it is used. There are no
maps and no user-defined functions, and every expression ends: a rule that takes too many steps or too
much memory is stopped: what it found stands, and the rest is told not to have been judged.

A field that is *printed* has a place in the report: `primary` and a label's `at` point at such fields.
A printed value that was not read with certainty has no value, and the place is then not judged.

What the same respondent answered to another question is `answer('key')`: a number, a text, the option
or the options chosen, the places, by the kind that the pack gives the question. A number of which
nothing is printed is 0, as the exporter counts it, and `answered('key')` tells the two apart. Where the
answer was not read with certainty, where there is none, and where two questions have the key, the place
is not judged. Respondents are the same by name and group. Where a name has two submissions, the one at
hand answers its own question; of another question the two have a value only where they say the same,
for which of them answers it does not show.

The common rules need no expressions: a `[[check]]` names the questions and the limits, and stands for a
rule with cases of its own, which `rules expand` shows. What a register or a ledger says is looked up in
the pack's tables: `known`, `lookup`, `column`, `nearest`. Keys are compared as names are, without regard
to case, blanks and the kind of dash.

`dekom-lint.toml` sets a pack's parameters (`[params.PACK]`) and this year's tables (`[tables]`).

Rule files are read one after the other, the built-in ones first. A later file may add a `part` of its
own to a rule; an id, or a part, that stands there already is a mistake, unless the later one says
`replaces = true`, and then it stands for the earlier one where its pack applies, and only there.
";

const PARTS: &str = "
## Parts of a report
";

/// The tables of a rule file with their keys, as the schema describes them.
const TABLES: [(&str, &str); 10] = [
    ("`[pack]`", "PackTable"),
    ("`[[pack.question]]`", "QuestionTable"),
    ("`[pack.tables.NAME]`", "RegisterTable"),
    ("`[[check]]`", "CheckTable"),
    ("`[[rule]]`", "RuleTable"),
    ("`[[template]]`: the keys of a rule, and", "TemplateTable"),
    ("`[[rule.good]]` and `[[rule.bad]]`", "CaseTable"),
    ("`labels`", "Label"),
    ("`asked`", "AskedTable"),
    ("`severity_when`", "SeverityWhen"),
];

fn keys(page: &mut String) {
    let schema = schema();
    let table = |name: &str| {
        let found = schema.pointer(&format!("/$defs/{name}/properties"));
        found
            .and_then(Value::as_object)
            .cloned()
            .unwrap_or_default()
    };
    heading(page, 2, "Keys of a rule file");
    line(
        page,
        "An editor completes them by `dekom-lint rules schema`.",
    );
    let of_rule = table("RuleTable");
    for (title, name) in TABLES {
        heading(page, 3, title);
        line(page, "| key | |");
        line(page, "|---|---|");
        for (key, value) in table(name) {
            if name == "TemplateTable" && of_rule.contains_key(&key) {
                continue;
            }
            let told = value.get("description").and_then(Value::as_str);
            row(page, &[&code(&key), &told.unwrap_or("").replace('\n', " ")]);
        }
    }
}

fn heading(page: &mut String, depth: usize, text: &str) {
    let marks = "#".repeat(depth);
    line(page, &format!("\n{marks} {text}\n"));
}

fn line(page: &mut String, text: &str) {
    page.push_str(text);
    page.push('\n');
}

fn code(text: &str) -> String {
    format!("`{text}`")
}

/// A row of a table; a bar inside a cell is escaped.
fn row(page: &mut String, cells: &[&str]) {
    for cell in cells {
        // Writing into a text cannot fail.
        let _ = write!(page, "| {} ", cell.replace('|', "\\|"));
    }
    line(page, "|");
}

fn function_row(page: &mut String, function: &Function) {
    let arguments = match function.takes.len() - usize::from(function.method) {
        0 => "",
        _ => "…",
    };
    let form = if function.method {
        format!("`x.{}({arguments})`", function.name)
    } else {
        format!("`{}({arguments})`", function.name)
    };
    row(page, &[&form, function.doc, &code(function.example)]);
}
