//! Tables `[[template]]`: rules with parameters, and their use.

use super::error::Errors;
use super::fields::{Reader, root_reader};
use super::rule::SHARED_KEYS;
use crate::rules::lang::check::Context;
use crate::rules::lang::suggest;
use crate::rules::mistake::{Advice, Mistake, Term};
use crate::toml_file::{Place, RawTable};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The keys that a rule has and a template lacks.
pub(crate) const RULE_KEYS: [&str; 8] = [
    "id", "part", "replaces", "since", "use", "with", "good", "bad",
];

/// A rule with parameters.
pub(super) struct Template<'t> {
    params: Vec<String>,
    table: &'t RawTable,
}

/// The templates of all files, by their names.
pub(super) fn templates<'t>(
    roots: &'t [RawTable],
    errors: &mut Errors<'_>,
) -> BTreeMap<String, Template<'t>> {
    let mut templates = BTreeMap::new();
    for (file, root) in roots.iter().enumerate() {
        let mut reader = root_reader(root, file, errors);
        for (table, place) in reader.tables("template") {
            let mut own = Reader {
                table,
                place,
                what: Term::Template,
                errors: reader.errors,
            };
            let keys = ["name", "params"].into_iter().chain(SHARED_KEYS);
            own.allow(&keys.collect::<Vec<_>>());
            let params = own.texts("params").into_iter().map(|l| l.text).collect();
            match own.text("name") {
                Some(name) => _ = templates.insert(name.text, Template { params, table }),
                None => own.missing("name", Advice::UsedByName),
            }
        }
    }
    templates
}

/// The rule's table with its template's entries, and the context with the template's arguments.
pub(super) fn instantiate<'t>(
    table: &'t RawTable,
    place: &Place,
    templates: &BTreeMap<String, Template<'_>>,
    context: &'t Context,
    errors: &mut Errors<'_>,
) -> Option<(Cow<'t, RawTable>, Cow<'t, Context>)> {
    let mut own = Reader {
        table,
        place: place.clone(),
        what: Term::Rule,
        errors,
    };
    let keys = RULE_KEYS.into_iter().chain(SHARED_KEYS);
    own.allow(&keys.collect::<Vec<_>>());
    let Some(name) = own.text("use") else {
        if own.table.get("with").is_some() {
            own.missing("use", Advice::WithGivesArguments);
        }
        return Some((Cow::Borrowed(table), Cow::Borrowed(context)));
    };
    let Some(template) = templates.get(&name.text) else {
        let help = suggest(&name.text, templates.keys().map(String::as_str));
        let mistake = Mistake::UnknownTemplate {
            name: name.text.clone(),
        };
        own.errors.add(&name.place, mistake, help);
        return None;
    };
    let mut context = context.clone();
    for (param, value, place) in own.constants("with") {
        if template.params.contains(&param) {
            context.args.insert(param, value);
        } else {
            let help = suggest(&param, template.params.iter().map(String::as_str));
            let mistake = Mistake::TemplateTakesNot {
                template: name.text.clone(),
                param,
            };
            own.errors.add(&place, mistake, help);
        }
    }
    for param in &template.params {
        if !context.args.contains_key(param) {
            let mistake = Mistake::TemplateNeeds {
                template: name.text.clone(),
                param: param.clone(),
            };
            own.errors.add(&name.place, mistake, Advice::GiveInWith);
            return None;
        }
    }
    let kept = template.table.entries.iter();
    let below = RawTable {
        entries: kept
            .filter(|e| e.key != "name" && e.key != "params")
            .cloned()
            .collect(),
    };
    Some((Cow::Owned(table.over(&below)), Cow::Owned(context)))
}
