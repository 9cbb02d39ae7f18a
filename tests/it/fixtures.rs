//! The generator writes the committed fixtures again, byte for byte.

use crate::generator as fixtures;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

static COMMITTED: LazyLock<Vec<fixtures::File>> = LazyLock::new(fixtures::committed);

#[test]
fn committed_fixtures_are_what_the_generator_writes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let files = &*COMMITTED;
    for (name, bytes) in files {
        let on_disk = std::fs::read(folder.join(name)).unwrap_or_default();
        assert!(
            on_disk == *bytes,
            "{name} differs: run `cargo run --release --example fixtures` and look at what changed"
        );
    }
    let names: BTreeSet<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let kept = ["pdf", "json", "txt"];
    for entry in std::fs::read_dir(&folder)
        .expect("the folder of fixtures")
        .flatten()
    {
        let name = entry.file_name().into_string().expect("a name");
        let fixture = kept.iter().any(|kind| name.ends_with(&format!(".{kind}")));
        assert!(
            !fixture || names.contains(name.as_str()),
            "nothing writes {name}"
        );
    }
}

#[test]
fn a_seed_gives_the_same_random_reports() {
    let once: Vec<_> = fixtures::deviating(1, 11, true, None, fixtures::Looks::Any)
        .flatten()
        .collect();
    let twice: Vec<_> = fixtures::deviating(1, 11, true, None, fixtures::Looks::Any)
        .flatten()
        .collect();
    assert!(once == twice);
    assert_eq!(once.len(), 3);
}

#[test]
fn every_kind_of_fault_is_in_a_fixture() {
    let truths: String = COMMITTED
        .iter()
        .filter(|(name, _)| name.ends_with(".truth.json"))
        .map(|(_, bytes)| String::from_utf8_lossy(bytes))
        .collect();
    for kind in fixtures::kinds() {
        assert!(
            truths.contains(&format!("\"{kind}\"")),
            "no fixture has a {kind}"
        );
    }
}

#[test]
fn a_large_report_is_the_same_for_the_same_seed() {
    let written = || fixtures::large(20, 30, 3).flatten().collect::<Vec<_>>();
    let first = written();
    assert!(!first.is_empty());
    assert!(first == written());
}
