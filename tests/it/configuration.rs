//! What an editor and a reader are told of `dekom-lint.toml` is made of the type that is read.
//!
//! `UPDATE=1 cargo test --test it configuration` writes it anew.

#![expect(clippy::expect_used, reason = "a test that fails may panic")]

use dekom_lint::config;
use std::process::Command;

const KEYS: &str = "docs/configuration.md";
const SCHEMA: &str = "docs/dekom-lint.schema.json";

fn is_fresh(path: &str, fresh: &str) {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, fresh).expect("a file that can be written");
    }
    let now = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        now == fresh,
        "{path} is stale: UPDATE=1 cargo test --test it configuration"
    );
}

#[test]
fn the_page_of_keys_and_the_schema_are_not_stale() {
    is_fresh(KEYS, &config::keys());
    let schema = serde_json::to_string_pretty(&config::schema()).expect("JSON") + "\n";
    is_fresh(SCHEMA, &schema);
}

#[test]
fn what_is_in_force_is_a_configuration_that_gives_the_same() {
    let folder = crate::scratch::folder("in-force");
    let show = |config: &str| {
        let path = folder.join("dekom-lint.toml");
        std::fs::write(&path, config).expect("a file");
        let done = Command::new(env!("CARGO_BIN_EXE_dekom-lint"))
            .args(["--show-config", "r.pdf"])
            .current_dir(&folder)
            .env_clear()
            .output()
            .expect("a run");
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        );
        String::from_utf8(done.stdout).expect("text")
    };
    let whole = "fail-on = [\"error\", \"duplicate-text\"]\nlang = \"nn\"\nnotes = true\norder = \"report\"\n\
                 packs = [\"dekom\"]\n[severity]\npersonal-data = \"off\"\n[thresholds]\nwarnings = 3\n\
                 [follow-up]\nsender = \"Statsforvalteren\"\ndeadline = 2026-02-01\ngreeting = \"Hei\"\n\
                 [[suppress]]\nrule = \"sum-mismatch\"\nfingerprint = \"ab\"\nreason = \"Avklart.\"\nexpires = 2026-12-31\n";
    let shown = show(whole);
    for line in whole.lines().filter(|line| !line.starts_with('[')) {
        assert!(shown.contains(line), "{line} is not in\n{shown}");
    }
    assert_eq!(show(&shown), shown);
    let schema = jsonschema::validator_for(&config::schema()).expect("a schema");
    let table: toml::Table = shown.parse().expect("TOML");
    let mut value = serde_json::to_value(&table).expect("JSON");
    // A day is a table of one key in JSON, and a text in an editor.
    value["suppress"][0]["expires"] = "2026-12-31".into();
    value["follow-up"]["deadline"] = "2026-02-01".into();
    let wrong: Vec<String> = schema.iter_errors(&value).map(|e| e.to_string()).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}
