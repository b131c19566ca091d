//! The modules of our crates as they are written, and what a path in one of them means.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::slice;

use syn::{Attribute, Item, ItemUse, UseTree, Visibility};

/// A module by its path; the first part is the crate.
pub(crate) type Place = Vec<String>;

/// The modules of several crates.
#[derive(Default)]
pub(crate) struct Modules(BTreeMap<Place, Module>);

#[derive(Default)]
pub(crate) struct Module {
    /// All but modules and imports.
    pub(crate) items: Vec<Item>,
    /// The modules inside; whether others see them.
    pub(crate) children: BTreeMap<String, bool>,
    pub(crate) imports: Vec<Import>,
}

/// One name that a `use` brings.
pub(crate) struct Import {
    pub(crate) public: bool,
    pub(crate) attributes: Vec<Attribute>,
    /// The name here.
    pub(crate) name: String,
    pub(crate) path: Vec<String>,
}

/// What a path means.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Meaning {
    Module(Place),
    Item(Place, String),
}

impl Modules {
    /// Reads a crate and its modules, without those for tests.
    pub(crate) fn read(&mut self, file: &Path, name: &str) {
        self.read_file(file, vec![name.to_owned()], &file.with_file_name(""));
    }

    fn read_file(&mut self, file: &Path, place: Place, folder: &Path) {
        let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        self.add(parsed.items, place, folder);
    }

    fn add(&mut self, items: Vec<Item>, place: Place, folder: &Path) {
        let mut module = Module::default();
        for item in items {
            match item {
                Item::Mod(inner) if is_for_tests(&inner.attrs) => {}
                Item::Mod(inner) => {
                    let name = inner.ident.to_string();
                    let place = [place.as_slice(), slice::from_ref(&name)].concat();
                    let inside = folder.join(&name);
                    match inner.content {
                        Some((_, items)) => self.add(items, place, &inside),
                        None => self.read_file(&folder.join(format!("{name}.rs")), place, &inside),
                    }
                    module.children.insert(name, is_public(&inner.vis));
                }
                Item::Use(import) => flatten(&import, &import.tree, &mut Vec::new(), &mut module.imports),
                item if is_for_tests(attributes(&item)) => {}
                item => module.items.push(item),
            }
        }
        self.0.insert(place, module);
    }

    pub(crate) fn get(&self, place: &[String]) -> Option<&Module> {
        self.0.get(place)
    }

    /// Returns each module of ours with its place.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&Place, &Module)> {
        self.0.iter()
    }

    /// Returns what a path means in a module; nothing if that is not ours.
    pub(crate) fn resolve(&self, place: &[String], path: &[String]) -> Vec<Meaning> {
        let Some((first, rest)) = path.split_first() else { return vec![Meaning::Module(place.to_vec())] };
        let start = match first.as_str() {
            "crate" => Some(place[..1].to_vec()),
            "self" => Some(place.to_vec()),
            "super" => Some(place[..place.len() - 1].to_vec()),
            _ => None,
        };
        if let Some(start) = start {
            return self.resolve(&start, rest);
        }
        let inside = self.inside(place, first);
        self.follow(if inside.is_empty() { self.beside(place, first) } else { inside }, rest)
    }

    /// Returns the module or the crate of a name.
    fn beside(&self, place: &[String], name: &str) -> Vec<Meaning> {
        let places = [[place, &[name.to_owned()]].concat(), vec![name.to_owned()]];
        places.into_iter().find(|place| self.0.contains_key(place)).map(Meaning::Module).into_iter().collect()
    }

    fn follow(&self, meanings: Vec<Meaning>, rest: &[String]) -> Vec<Meaning> {
        let Some((next, rest)) = rest.split_first() else { return meanings };
        let inside = meanings.iter().flat_map(|meaning| match meaning {
            Meaning::Module(place) => self.inside(place, next),
            Meaning::Item(..) => Vec::new(),
        });
        self.follow(inside.collect(), rest)
    }

    /// Returns what a name means that stands in a module.
    fn inside(&self, place: &[String], name: &str) -> Vec<Meaning> {
        let Some(module) = self.0.get(place) else { return Vec::new() };
        let mut meanings = Vec::new();
        if module.children.contains_key(name) {
            meanings.extend(self.beside(place, name));
        }
        if module.items.iter().any(|item| ident(item).is_some_and(|ident| ident == name)) {
            meanings.push(Meaning::Item(place.to_vec(), name.to_owned()));
        }
        for import in module.imports.iter().filter(|import| import.name == name) {
            let (first, rest) = import.path.split_first().expect("an import has a path");
            // In `use format::format`, the first is the module and not the import itself.
            let start =
                if first == name { self.beside(place, first) } else { self.resolve(place, slice::from_ref(first)) };
            meanings.extend(self.follow(start, rest));
        }
        meanings.sort();
        meanings.dedup();
        meanings
    }
}

/// Returns the name of an item, if it has one.
pub(crate) fn ident(item: &Item) -> Option<&syn::Ident> {
    match item {
        Item::Const(item) => Some(&item.ident),
        Item::Enum(item) => Some(&item.ident),
        Item::Fn(item) => Some(&item.sig.ident),
        Item::Static(item) => Some(&item.ident),
        Item::Struct(item) => Some(&item.ident),
        Item::Trait(item) => Some(&item.ident),
        Item::Type(item) => Some(&item.ident),
        _ => None,
    }
}

pub(crate) fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        _ => &[],
    }
}

pub(crate) fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let mut found = false;
        if attribute.path().is_ident("cfg") {
            let _ = attribute.parse_nested_meta(|meta| {
                found = meta.path.is_ident("test") || meta.path.is_ident("doctest");
                Ok(())
            });
        }
        found
    })
}

/// Takes apart `a::{b, c as d}`.
fn flatten(import: &ItemUse, tree: &UseTree, path: &mut Vec<String>, imports: &mut Vec<Import>) {
    let mut add = |last: Option<String>, name: String| {
        let path = path.iter().cloned().chain(last).collect();
        imports.push(Import { public: is_public(&import.vis), attributes: import.attrs.clone(), name, path });
    };
    match tree {
        UseTree::Path(inner) => {
            path.push(inner.ident.to_string());
            flatten(import, &inner.tree, path, imports);
            path.pop();
        }
        UseTree::Group(group) => group.items.iter().for_each(|tree| flatten(import, tree, path, imports)),
        // `use a::b::{self}` names the module.
        UseTree::Name(name) if name.ident == "self" => add(None, path.last().cloned().unwrap_or_default()),
        UseTree::Name(name) => add(Some(name.ident.to_string()), name.ident.to_string()),
        UseTree::Rename(rename) => add(Some(rename.ident.to_string()), rename.rename.to_string()),
        _ => panic!("an import of all names below `{}` hides which they are", path.join("::")),
    }
}
