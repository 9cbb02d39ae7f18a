//! Writes the invented reports of `fixtures/`, or many random ones.
//!
//! `cargo run --release --example fixtures [-- FOLDER]`
//! `cargo run --release --example fixtures -- --respondents 5000 FOLDER`
//! `cargo run --release --example fixtures -- --many 60 --seed 7 [--clean] [--printed] FOLDER`
//!
//! Nothing is wrong in the random reports with `--clean`. With `--only NAME` (again for more of them) every random report has that deviation and no other,
//! with `--plain` too in the exporter's own layout; `--usual` has none. A name that is not known gets
//! the list of all.

#[path = "fixtures/mod.rs"]
mod fixtures;

use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let (mut many, mut seed, mut folder, mut printed) = (None, 1, None, false);
    let mut respondents = None;
    let (mut only, mut usual, mut looks) = (Vec::new(), false, fixtures::Looks::Any);
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        if arg == "--only" {
            let name = args.next().expect("the name of a deviation");
            let names: Vec<&str> = fixtures::deviations().collect();
            assert!(names.contains(&name.as_str()), "known are {names:?}");
            only.push(name);
            continue;
        }
        let mut number = || args.next().and_then(|n| n.parse().ok()).expect("a number");
        match arg.as_str() {
            "--many" => many = Some(number()),
            "--respondents" => respondents = Some(number()),
            "--printed" => printed = true,
            "--plain" => looks = fixtures::Looks::Plain,
            "--clean" => looks = fixtures::Looks::Clean,
            "--usual" => usual = true,
            "--seed" => seed = number(),
            _ => folder = Some(PathBuf::from(arg)),
        }
    }
    let folder = folder.unwrap_or_else(|| PathBuf::from("fixtures"));
    std::fs::create_dir_all(&folder)?;
    let write = |files: Vec<fixtures::File>| {
        files
            .into_iter()
            .try_for_each(|(name, bytes)| std::fs::write(folder.join(name), bytes))
    };
    match (many, respondents) {
        (None, None) => write(fixtures::committed())?,
        (None, Some(count)) => {
            let count = usize::try_from(count).expect("a count");
            fixtures::large(count, 0, seed).try_for_each(write)?;
        }
        (Some(count), _) => {
            let count = usize::try_from(count).expect("a count");
            let chosen = looks == fixtures::Looks::Plain || usual || !only.is_empty();
            let only = chosen.then_some(only);
            fixtures::deviating(count, seed, printed, only, looks).try_for_each(write)?;
        }
    }
    Ok(())
}
