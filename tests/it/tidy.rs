//! Guards what a reader of the sources relies on: a file says what it is for, stays small, and a room
//! imports only what stands to its left.

use std::path::{Path, PathBuf};
use syn::{Attribute, Item, UseTree, Visibility};

/// The rooms from left to right.
const ROOMS: [&str; 7] = [
    "i18n",
    "pdf",
    "text",
    "report",
    "rules",
    "diagnostics",
    "render",
];

/// What stands beside the rooms and is fed by them.
const BESIDE: [&str; 1] = ["config"];

/// What leads through the rooms, and is known to none of them: a whole check, and the program.
const ABOVE: [&str; 5] = ["pipeline", "app", "cli", "cli_values", "rules_cli"];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

fn all(folders: &[&str]) -> Vec<(PathBuf, String)> {
    let mut paths = Vec::new();
    for folder in folders {
        sources(Path::new(folder), &mut paths);
    }
    paths.sort();
    assert!(!paths.is_empty());
    paths
        .into_iter()
        .map(|path| (path.clone(), std::fs::read_to_string(path).expect("a text")))
        .collect()
}

#[test]
fn every_file_says_what_it_is_for_and_stays_small() {
    for (path, text) in all(&["src", "tests", "examples"]) {
        assert!(
            text.starts_with("//!"),
            "{} does not open with //!",
            path.display()
        );
        let lines = text.lines().count();
        assert!(lines <= 500, "{} has {lines} lines", path.display());
    }
}

#[test]
fn a_room_imports_only_what_stands_to_its_left() {
    for (place, room) in ROOMS.iter().enumerate() {
        for (path, text) in all(&[&format!("src/{room}")]) {
            // The leftmost room is spoken with by all, and knows none of them.
            let beside = BESIDE.iter().filter(|_| *room == "i18n");
            for right in ROOMS.iter().skip(place + 1).chain(beside).chain(&ABOVE) {
                let import = format!("crate::{right}");
                let code = text.split("#[cfg(test)]").next().unwrap_or("");
                let imports = code
                    .lines()
                    .filter(|line| !line.trim_start().starts_with("//"));
                let found = imports
                    .filter(|line| line.contains(&import))
                    .collect::<Vec<_>>();
                assert!(
                    found.is_empty(),
                    "{} looks right: {found:?}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn what_all_rooms_may_use_imports_nothing() {
    for file in ["src/toml_file.rs", "src/meant.rs"] {
        let text = std::fs::read_to_string(file).expect("a text");
        assert!(!text.contains("crate::"), "{file}");
    }
}

/// How near is near is decided in one place.
#[test]
fn one_file_tells_what_was_meant() {
    for (path, text) in all(&["src"]) {
        let measures = text.contains("strsim::");
        assert_eq!(measures, path.ends_with("meant.rs"), "{}", path.display());
    }
}

/// The mistakes of TOML itself are told in one way: nothing else reads what people write for the program.
#[test]
fn one_file_reads_what_people_write_for_the_program() {
    for (path, text) in all(&["src/config", "src/rules/load"]) {
        // A register is data, of up to 100,000 rows, and keeps no places.
        if path.ends_with("sheet.rs") {
            continue;
        }
        for reader in ["DeTable", "from_str(", "DocumentMut"] {
            assert!(!text.contains(reader), "{} has {reader}", path.display());
        }
    }
}

/// Whether the documentation leaves it out, as the own tests may see it and nobody else should.
fn is_hidden(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let meant = attribute.path().is_ident("doc");
        meant && matches!(attribute.parse_args::<syn::Path>(), Ok(path) if path.is_ident("hidden"))
    })
}

/// The names that an import gives, but for those that another room shows.
fn imported(tree: &UseTree, names: &mut Vec<String>) {
    match tree {
        UseTree::Path(path) if path.ident == "crate" => {}
        UseTree::Path(path) => imported(&path.tree, names),
        UseTree::Group(group) => group.items.iter().for_each(|tree| imported(tree, names)),
        UseTree::Name(name) => names.push(name.ident.to_string()),
        UseTree::Rename(name) => names.push(name.rename.to_string()),
        UseTree::Glob(_) => names.push("*".to_owned()),
    }
}

/// What a file shows to those who use the library.
fn shown(path: &str) -> Vec<String> {
    let text = std::fs::read_to_string(path).expect("a text");
    let mut names = Vec::new();
    for item in syn::parse_file(&text).expect("Rust").items {
        let (attributes, visibility, name) = match &item {
            Item::Use(item) => (&item.attrs, &item.vis, None),
            Item::Const(item) => (&item.attrs, &item.vis, Some(&item.ident)),
            Item::Enum(item) => (&item.attrs, &item.vis, Some(&item.ident)),
            Item::Fn(item) => (&item.attrs, &item.vis, Some(&item.sig.ident)),
            Item::Mod(item) => (&item.attrs, &item.vis, Some(&item.ident)),
            Item::Struct(item) => (&item.attrs, &item.vis, Some(&item.ident)),
            Item::Trait(item) => (&item.attrs, &item.vis, Some(&item.ident)),
            Item::Type(item) => (&item.attrs, &item.vis, Some(&item.ident)),
            _ => continue,
        };
        if !matches!(visibility, Visibility::Public(_)) || is_hidden(attributes) {
            continue;
        }
        names.extend(name.map(ToString::to_string));
        if let Item::Use(item) = &item {
            imported(&item.tree, &mut names);
        }
    }
    names.sort();
    names
}

/// Everything that the library promises, so that nothing becomes a promise unseen.
#[test]
fn what_the_library_shows() {
    let mut all = Vec::new();
    for name in shown("src/lib.rs") {
        let files = [format!("src/{name}.rs"), format!("src/{name}/mod.rs")];
        match files.iter().find(|file| Path::new(file).exists()) {
            Some(room) => all.extend(shown(room).iter().map(|shown| format!("{name}::{shown}"))),
            None => all.push(name),
        }
    }
    insta::assert_snapshot!(all.join("\n"));
}

/// Whoever names a file does not steer a terminal: what people read calls it `called(path)`.
#[test]
fn no_path_is_shown_as_it_is_written() {
    for (path, text) in all(&["src/app"]) {
        let shown = text.contains(".display()");
        assert!(!shown, "{} shows a path as it is written", path.display());
    }
}

#[test]
fn only_one_room_names_a_pdf_crate() {
    for (path, text) in all(&["src"]) {
        if path.starts_with("src/pdf") {
            continue;
        }
        for name in [
            "hayro_interpret",
            "hayro_syntax",
            "pdf_extract",
            "lopdf",
            "kurbo",
        ] {
            assert!(!text.contains(name), "{} names {name}", path.display());
        }
    }
}

#[test]
fn no_title_option_or_respondent_of_a_survey_stands_in_the_parser() {
    for (path, text) in all(&["src/pdf", "src/text", "src/report"]) {
        for word in [
            "partnerskap",
            "Desentralisert",
            "koordinatorfunksjon",
            "gjennomført som planlagt",
        ] {
            let code = text.split("#[cfg(test)]").next().unwrap_or("");
            let hit = code
                .lines()
                .find(|line| !line.trim_start().starts_with("//") && line.contains(word));
            assert!(hit.is_none(), "{}: {hit:?}", path.display());
        }
    }
}

#[test]
fn every_message_of_the_catalogue_is_said_somewhere() {
    let speakers: String = all(&["src", "web/src"])
        .into_iter()
        .filter(|(path, _)| !path.starts_with("src/i18n"))
        .map(|(_, text)| text)
        .chain([std::fs::read_to_string("src/i18n/severity.rs").expect("a text")])
        .collect();
    for (path, text) in all(&["src/i18n/catalogue"]) {
        let methods = text
            .lines()
            .filter_map(|line| line.trim().strip_prefix("fn "));
        for name in methods.filter_map(|method| method.split('(').next()) {
            let said = [format!(".{name}("), format!("::{name}")];
            let found = said.iter().any(|said| speakers.contains(said));
            assert!(found, "{}: nobody says {name}", path.display());
        }
    }
}

/// What the map and the guide name is there: each path, and each function beside its file's name.
#[test]
fn the_map_names_what_is_there() {
    for page in ["ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"] {
        let text = std::fs::read_to_string(page).expect("a page");
        let spans: Vec<&str> = text.split('`').skip(1).step_by(2).collect();
        let paths = [
            "src/",
            "tests/",
            "rules/",
            "docs/",
            "examples/",
            "fixtures/",
        ];
        let is_path = |span: &str| paths.iter().any(|start| span.starts_with(start));
        let mut count = 0;
        for (at, span) in spans.iter().enumerate().filter(|(_, span)| is_path(span)) {
            assert!(Path::new(span).exists(), "{page}: {span} is not there");
            count += 1;
            let Some(name) = spans.get(at + 1) else {
                continue;
            };
            if text.contains(&format!("`{span}` (`{name}`)")) {
                let source = std::fs::read_to_string(span).expect("a source");
                let named = ["fn ", "struct ", "enum "].map(|kind| format!("{kind}{name}"));
                let found = named.iter().any(|named| source.contains(named));
                assert!(found, "{page}: {span} has no {name}");
            }
        }
        assert!(count > 0, "{page} names no file");
    }
}
