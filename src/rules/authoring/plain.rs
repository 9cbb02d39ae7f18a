//! How a rule is written, without its cases.

/// The TOML of a rule without the tables of its cases.
pub fn plain_toml(toml: &str) -> String {
    let mut kept = String::new();
    let mut in_case = false;
    for line in toml.lines() {
        if line.starts_with('[') {
            in_case = line.starts_with("[[rule.good]]") || line.starts_with("[[rule.bad]]");
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
