//! The same expressions mean the same as in the `cel` crate, but for what is documented to differ:
//! numbers are exact here (7 / 2 is 3.5), and a text is measured in characters.

use super::lang::{eval_on, report};
use crate::rules::lang::lookup::Key;
use cel::{Context, Program, Value};
use proptest::prelude::*;

/// What the `cel` crate makes of an expression; `None` for an error.
fn theirs(text: &str) -> Option<Key> {
    let program = Program::compile(text).unwrap_or_else(|e| panic!("{text}: {e}"));
    let value = program.execute(&Context::default()).ok()?;
    Some(key(&value))
}

fn key(value: &Value) -> Key {
    match value {
        Value::Int(n) => Key::Number(i128::from(*n), 1),
        Value::UInt(n) => Key::Number(i128::from(*n), 1),
        Value::Bool(b) => Key::Bool(*b),
        Value::String(s) => Key::Text(s.to_string()),
        Value::Null => Key::Null,
        Value::List(items) => Key::List(items.iter().map(key).collect()),
        other => panic!("{other:?}"),
    }
}

fn agree(text: &str) {
    let ours = eval_on(&report(), text).ok();
    assert_eq!(ours, theirs(text), "{text}");
}

#[test]
fn chosen_expressions_agree() {
    for text in [
        "1 + 2 * 3 - 4",
        "-(2 - 5) % 3",
        "7 % -3 == 1",
        "1 < 2 && 2 <= 2 || false",
        "'a' + 'b' == 'ab'",
        "'abc'.startsWith('ab') && 'abc'.endsWith('bc') && 'abc'.contains('b')",
        "'abc'.matches('^a.c$')",
        "'blå'.size()",
        "size([1, 2, 3])",
        "[1, 2] + [3]",
        "[1, 2, 3][1]",
        "[1, 2, 3].map(x, x * x)",
        "[1, 2, 3].map(x, x > 1, x * x)",
        "[1, 2, 3].filter(x, x > 1)",
        "[1, 2, 3].all(x, x > 0)",
        "[1, 2, 3].exists(x, x > 2)",
        "[1, 2, 3].exists_one(x, x > 1)",
        "2 in [1, 2]",
        "'b' in ['a']",
        "true ? 'a' : 'b'",
        "null == null",
        "[[1], [2]].map(x, x.map(y, y + 1))",
        r"'\u00e5\n\x41\'' + r'\d'",
        "'a' < 'b' && 'B' < 'a'",
        "1 == 1 ? (2 == 2 ? 'x' : 'y') : 'z'",
        "!true || !false",
        "[] == []",
        "[1, 2] == [1, 2] && [1] != [2]",
    ] {
        agree(text);
    }
}

/// An expression that is a number, from literals small enough not to overflow.
fn number() -> impl Strategy<Value = String> + Clone {
    let leaf = prop_oneof![
        (0..50_i32).prop_map(|n| n.to_string()),
        (1..9_i32).prop_map(|n| format!("(-{n})")),
        list().prop_map(|l| format!("{l}.size()")),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            (inner.clone(), "[-+*]", inner.clone())
                .prop_map(|(a, op, b)| format!("({a} {op} {b})")),
            (inner.clone(), 1..9_i32).prop_map(|(a, b)| format!("({a} % {b})")),
            (condition_of(inner.clone()), inner.clone(), inner)
                .prop_map(|(c, a, b)| format!("({c} ? {a} : {b})")),
        ]
    })
}

fn condition_of(
    number: impl Strategy<Value = String> + Clone,
) -> impl Strategy<Value = String> + Clone {
    (number.clone(), "==|!=|<|<=|>|>=", number).prop_map(|(a, op, b)| format!("{a} {op} {b}"))
}

fn list() -> impl Strategy<Value = String> + Clone {
    prop::collection::vec(0..9_i32, 1..5).prop_map(|items| format!("{items:?}"))
}

/// An expression that is true or false.
fn condition() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        condition_of(number()),
        (list(), 0..9_i32).prop_map(|(l, n)| format!("{l}.exists(x, x > {n})")),
        (list(), 0..9_i32).prop_map(|(l, n)| format!("{l}.all(x, x != {n})")),
        (list(), 0..9_i32).prop_map(|(l, n)| format!("{l}.exists_one(x, x == {n})")),
        (list(), 0..9_i32).prop_map(|(l, n)| format!("{n} in {l}.map(x, x + 1)")),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            (inner.clone(), "&&|\\|\\|", inner.clone())
                .prop_map(|(a, op, b)| format!("({a} {op} {b})")),
            inner.prop_map(|a| format!("!({a})")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn random_numbers_agree(text in number()) {
        agree(&text);
    }

    #[test]
    fn random_conditions_agree(text in condition()) {
        agree(&text);
    }

    #[test]
    fn random_lists_agree(text in list(), n in 0..9_i32) {
        agree(&format!("{text}.filter(x, x > {n}).map(x, x * {n})"));
    }
}
