//! How a rule is written, without its cases.

/// How the tables of cases begin, of a rule and of a check; one alone may be written without a list.
const CASES: [&str; 8] = [
    "[[rule.good]]",
    "[[rule.bad]]",
    "[[check.good]]",
    "[[check.bad]]",
    "[rule.good]",
    "[rule.bad]",
    "[check.good]",
    "[check.bad]",
];

/// The TOML of a rule without the tables of its cases.
pub fn plain_toml(toml: &str) -> String {
    let mut kept = String::new();
    let mut in_case = false;
    for line in toml.lines() {
        if line.starts_with('[') {
            in_case = CASES.iter().any(|head| line.starts_with(head));
        }
        if !in_case {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    while kept.contains("\n\n\n") {
        kept = kept.replace("\n\n\n", "\n\n");
    }
    kept.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_case_is_left_of_a_rule_or_a_check() {
        for kind in ["rule", "check"] {
            let own = format!("[[{kind}]]\nid = \"own\"\n\n[{kind}.message]\nnb = \"x\"");
            let cases = format!(
                "[[{kind}.good]]\nname = \"a\"\n\n[{kind}.bad]\nname = \"b\"\nreport = \"\"\"\n\"\"\""
            );
            assert_eq!(plain_toml(&format!("{own}\n\n{cases}\n")), own);
        }
    }
}
