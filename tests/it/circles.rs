//! Guards that no two files need each other: whoever reads one can begin with what it imports and calls.
//!
//! What counts is the file in which an item is defined; a method is found by its type, and which file adds
//! it is not asked. A room's `mod.rs` shows the items of its files
//! to others, and is passed through.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use syn::{Attribute, Item, UseTree, Visibility};

/// A module's name from the root of its crate. The program's and the library's are one tree here.
type Module = Vec<String>;

/// What a file defines, shows and names.
#[derive(Default)]
struct Source {
    defined: BTreeSet<String>,
    /// What names mean that are imported, or shown to others: paths from the root.
    imported: BTreeMap<String, Vec<String>>,
    /// Modules of which all is imported.
    whole: Vec<Vec<String>>,
    /// All paths that are named, from the root.
    named: Vec<Vec<String>>,
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() && !path.ends_with("tests") {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

fn module(path: &Path) -> Module {
    let path = path
        .strip_prefix("src")
        .expect("a source")
        .with_extension("");
    let mut names: Module = path
        .iter()
        .map(|name| name.to_str().expect("a name").to_owned())
        .collect();
    if names.last().is_some_and(|last| last == "mod") || names == ["lib"] {
        names.pop();
    }
    names
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let is_cfg = attribute.path().is_ident("cfg");
        is_cfg && matches!(attribute.parse_args::<syn::Path>(), Ok(path) if path.is_ident("test"))
    })
}

/// Gathers what a file names.
struct Reader<'a> {
    at: &'a Module,
    all: &'a BTreeSet<Module>,
    source: Source,
}

impl Reader<'_> {
    /// A path from the root; `None` for those of other crates, and of what is defined nearby.
    fn rooted(&self, path: &[String]) -> Option<Vec<String>> {
        let ups = path.iter().take_while(|name| *name == "super").count();
        let (base, rest) = match path.first()?.as_str() {
            "crate" | "dekom_lint" => (Vec::new(), path.get(1..)?),
            "self" => (self.at.clone(), path.get(1..)?),
            "super" => {
                let depth = self.at.len().checked_sub(ups)?;
                (self.at.get(..depth)?.to_vec(), path.get(ups..)?)
            }
            first => {
                let child = [self.at.as_slice(), &[first.to_owned()]].concat();
                self.all.contains(&child).then_some(())?;
                (self.at.clone(), path)
            }
        };
        Some([base.as_slice(), rest].concat())
    }

    fn import(&mut self, tree: &UseTree, before: &[String], shown: bool) {
        let (path, name) = match tree {
            UseTree::Path(path) => {
                let before = [before, &[path.ident.to_string()]].concat();
                return self.import(&path.tree, &before, shown);
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(tree, before, shown);
                }
                return;
            }
            UseTree::Glob(_) => {
                let path = self.rooted(before);
                self.source.whole.extend(path);
                return;
            }
            UseTree::Name(name) if name.ident == "self" => {
                (before.to_vec(), before.last().cloned())
            }
            UseTree::Name(name) => {
                let path = [before, &[name.ident.to_string()]].concat();
                (path, Some(name.ident.to_string()))
            }
            UseTree::Rename(name) => {
                let path = [before, &[name.ident.to_string()]].concat();
                (path, Some(name.rename.to_string()))
            }
        };
        let (Some(path), Some(name)) = (self.rooted(&path), name) else {
            return;
        };
        // What a room shows of its own files to others, it does not need itself.
        if !(shown && path.starts_with(self.at)) {
            self.source.named.push(path.clone());
        }
        self.source.imported.insert(name, path);
    }
}

impl Reader<'_> {
    fn read(&mut self, items: &[Item]) {
        for item in items {
            let (attributes, name) = match item {
                Item::Const(item) => (&item.attrs, Some(&item.ident)),
                Item::Enum(item) => (&item.attrs, Some(&item.ident)),
                Item::Fn(item) => (&item.attrs, Some(&item.sig.ident)),
                Item::Static(item) => (&item.attrs, Some(&item.ident)),
                Item::Struct(item) => (&item.attrs, Some(&item.ident)),
                Item::Trait(item) => (&item.attrs, Some(&item.ident)),
                Item::Type(item) => (&item.attrs, Some(&item.ident)),
                Item::Mod(item) => (&item.attrs, None),
                Item::Use(item) => (&item.attrs, None),
                Item::Impl(item) => (&item.attrs, None),
                _ => continue,
            };
            if is_test(attributes) {
                continue;
            }
            self.source.defined.extend(name.map(ToString::to_string));
            if let Item::Use(item) = item {
                let shown = !matches!(item.vis, Visibility::Inherited);
                self.import(&item.tree, &[], shown);
            } else {
                self.paths(item.to_token_stream());
            }
        }
    }

    /// The paths of several names in code, also in what macros take.
    fn paths(&mut self, code: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in code {
            match token {
                TokenTree::Punct(sign) if sign.as_char() == ':' => colons += 1,
                TokenTree::Ident(name) if colons == 2 && !path.is_empty() => {
                    path.push(name.to_string());
                    colons = 0;
                }
                token => {
                    self.named(&std::mem::take(&mut path));
                    colons = 0;
                    match token {
                        TokenTree::Ident(name) => path.push(name.to_string()),
                        // `pub(in …)` says who may see, and needs nothing.
                        TokenTree::Group(group) => {
                            let mut first = group.stream().into_iter();
                            let seen_in =
                                first.next().is_some_and(|token| token.to_string() == "in");
                            if !seen_in {
                                self.paths(group.stream());
                            }
                        }
                        _ => {}
                    }
                }
            }
        }
        self.named(&path);
    }

    fn named(&mut self, path: &[String]) {
        if path.len() > 1 {
            let path = self.rooted(path);
            self.source.named.extend(path);
        }
    }
}

/// The file that defines what a path names.
fn definer(
    all: &BTreeMap<Module, Source>,
    path: &[String],
    seen: &mut BTreeSet<Vec<String>>,
) -> Option<Module> {
    if !seen.insert(path.to_vec()) {
        return None;
    }
    let depth = (0..=path.len())
        .rev()
        .find(|depth| all.contains_key(path.split_at(*depth).0))?;
    let (module, rest) = path.split_at(depth);
    let source = &all[module];
    let Some((name, further)) = rest.split_first() else {
        return Some(module.to_vec());
    };
    if source.defined.contains(name) {
        return Some(module.to_vec());
    }
    if let Some(meant) = source.imported.get(name) {
        return definer(all, &[meant.as_slice(), further].concat(), seen);
    }
    let mut whole = source.whole.iter();
    let found = whole.find_map(|whole| {
        let found = definer(all, &[whole.as_slice(), rest].concat(), seen)?;
        // A module of which the name is none gives itself.
        all[&found].defined.contains(name).then_some(found)
    });
    found.or_else(|| Some(module.to_vec()))
}

/// The files on a way from one back to itself.
fn circle(needs: &BTreeMap<Module, BTreeSet<Module>>) -> Option<Vec<String>> {
    fn walk<'n>(
        at: &'n Module,
        needs: &'n BTreeMap<Module, BTreeSet<Module>>,
        way: &mut Vec<&'n Module>,
        done: &mut BTreeSet<&'n Module>,
    ) -> Option<Vec<String>> {
        if let Some(from) = way.iter().position(|module| *module == at) {
            let names = way.iter().skip(from).chain([&at]);
            return Some(names.map(|module| module.join("/")).collect());
        }
        if done.contains(at) {
            return None;
        }
        way.push(at);
        let found = needs[at]
            .iter()
            .find_map(|next| walk(next, needs, way, done));
        way.pop();
        done.insert(at);
        found
    }
    let mut done = BTreeSet::new();
    needs
        .keys()
        .find_map(|at| walk(at, needs, &mut Vec::new(), &mut done))
}

/// What each of some files needs of the others.
fn needs(texts: &[(Module, String)]) -> BTreeMap<Module, BTreeSet<Module>> {
    let all: BTreeSet<Module> = texts.iter().map(|(module, _)| module.clone()).collect();
    let read = |(module, text): &(Module, String)| {
        let file = syn::parse_file(text).expect("Rust");
        let mut reader = Reader {
            at: module,
            all: &all,
            source: Source::default(),
        };
        reader.read(&file.items);
        (module.clone(), reader.source)
    };
    let sources: BTreeMap<Module, Source> = texts.iter().map(read).collect();
    let needed = |(module, source): (&Module, &Source)| {
        let named = source.named.iter().chain(&source.whole);
        let found = named.filter_map(|path| definer(&sources, path, &mut BTreeSet::new()));
        (
            module.clone(),
            found.filter(|other| other != module).collect(),
        )
    };
    sources.iter().map(needed).collect()
}

#[test]
fn no_two_files_need_each_other() {
    let mut paths = Vec::new();
    files(Path::new("src"), &mut paths);
    paths.retain(|path| !path.ends_with("tests.rs") && !path.ends_with("main.rs"));
    let texts: Vec<_> = paths
        .iter()
        .map(|path| (module(path), std::fs::read_to_string(path).unwrap()))
        .collect();
    assert!(texts.len() > 200, "{}", texts.len());
    assert_eq!(circle(&needs(&texts)), None);
}

#[test]
fn a_circle_is_found_where_there_is_one() {
    let text = |name: &str, text: &str| {
        let module = name.split('/').filter(|part| !part.is_empty());
        (
            module.map(str::to_owned).collect::<Module>(),
            text.to_owned(),
        )
    };
    let room = text("a", "mod b; mod c; pub use b::B; pub use c::C;");
    let one_way = [
        room.clone(),
        text("a/b", "pub struct B;"),
        text(
            "a/c",
            "use super::B; pub struct C(B); #[cfg(test)] mod tests { use crate::x::X; }",
        ),
    ];
    assert_eq!(circle(&needs(&one_way)), None);
    let round = [
        room,
        text("a/b", "pub struct B; fn of(c: &super::C) {}"),
        text("a/c", "use super::B; pub struct C(B);"),
    ];
    let found = circle(&needs(&round)).unwrap();
    assert_eq!(found, ["a/b", "a/c", "a/b"]);
}
