//! The public items of a crate as lines: each names the item by a path that others can write.

use std::collections::{BTreeMap, BTreeSet};
use std::slice;

use proc_macro2::Span;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{
    Attribute, Field, Fields, Generics, ImplItem, Item, ItemImpl, ItemMacro, Meta, Path, Signature, Token, TraitItem,
    Type,
};

use crate::modules::{Import, Meaning, Module, Modules, Place, attributes, ident, is_public};

/// Attributes that change what others may do with an item.
const TELLING: [&str; 5] = ["cfg", "deprecated", "must_use", "non_exhaustive", "repr"];

/// What is known of a crate so far.
struct List<'a> {
    modules: &'a Modules,
    /// Crates with a list of their own.
    listed: &'a [String],
    /// The lines of each item as it is declared, by the path that others write.
    lines: BTreeMap<String, Vec<String>>,
    /// What each has from `impl` blocks, wherever they stand.
    implemented: BTreeMap<String, BTreeSet<String>>,
    /// How others write the items that they see, by where these are declared.
    shown: BTreeMap<Meaning, String>,
}

/// Returns the public items of a crate, each with what it implements.
pub(crate) fn public_items(modules: &Modules, name: &str, listed: &[String]) -> Vec<String> {
    let (lines, implemented, shown) = Default::default();
    let mut list = List { modules, listed, lines, implemented, shown };
    list.module(&vec![name.to_owned()], "");
    // Crates with a list of their own say there what their types implement.
    for (place, module) in modules.all().filter(|(place, _)| place[0] == name || !listed.contains(&place[0])) {
        list.implementations(place, module, place[0] == name);
    }
    let List { mut lines, implemented, .. } = list;
    for (path, implemented) in implemented {
        lines.entry(path).or_default().extend(implemented);
    }
    lines.into_values().flatten().collect()
}

impl List<'_> {
    /// Adds what a module shows, to those who reach it by a prefix such as `explain::`.
    fn module(&mut self, place: &Place, prefix: &str) {
        let modules = self.modules;
        let module = modules.get(place).unwrap_or_else(|| panic!("there is no module {}", place.join("::")));
        for item in &module.items {
            if let Some(name) = public_name(item) {
                self.item(place, item, format!("{prefix}{name}"));
            }
        }
        for (name, public) in &module.children {
            if *public {
                self.public_module(&[place.as_slice(), slice::from_ref(name)].concat(), &format!("{prefix}{name}"));
            }
        }
        for import in module.imports.iter().filter(|import| import.public) {
            self.import(place, import, &format!("{prefix}{}", import.name));
        }
    }

    /// Adds what a `pub use` brings: as it stands where another list or another project tells of it.
    fn import(&mut self, place: &Place, import: &Import, path: &str) {
        let elsewhere = |meaning: &Meaning| {
            let (Meaning::Module(at) | Meaning::Item(at, _)) = meaning;
            at[0] != place[0] && self.listed.contains(&at[0])
        };
        let meanings = self.modules.resolve(place, &import.path);
        if meanings.is_empty() || meanings.iter().any(elsewhere) {
            let renamed = import.path.last().is_none_or(|last| *last != import.name);
            let renamed = if renamed { format!(" as {path}") } else { String::new() };
            self.push(path, format!("{}pub use {}{renamed}", marks(&import.attributes), import.path.join("::")));
            return;
        }
        for meaning in meanings {
            match meaning {
                Meaning::Module(inner) => self.public_module(&inner, path),
                Meaning::Item(inner, name) => {
                    let items = self.modules.get(&inner).into_iter().flat_map(|module| &module.items);
                    for item in items.filter(|item| public_name(item).is_some_and(|found| *found == *name)) {
                        self.item(&inner, item, path.to_owned());
                    }
                }
            }
        }
    }

    fn public_module(&mut self, place: &Place, path: &str) {
        self.push(path, format!("pub mod {path}"));
        self.module(place, &format!("{path}::"));
    }

    fn item(&mut self, place: &Place, item: &Item, path: String) {
        let name = ident(item).map(ToString::to_string).unwrap_or_default();
        let marks = marks(attributes(item));
        let mut push = |line: String| self.lines.entry(path.clone()).or_default().push(line);
        match item {
            Item::Const(item) => push(format!("{marks}pub const {path}: {}", text(item.ty.span()))),
            Item::Static(item) => push(format!("{marks}pub static {path}: {}", text(item.ty.span()))),
            Item::Fn(item) => push(format!("{marks}pub {}", function(&item.sig, &path))),
            Item::Type(item) => {
                push(format!("{marks}pub type {path}{} = {}", generics(&item.generics), text(item.ty.span())));
            }
            Item::Struct(item) => {
                let fields = hidden(&item.fields);
                push(format!("{marks}pub struct {path}{}{fields}{}", generics(&item.generics), bounds(&item.generics)));
                for (at, field) in item.fields.iter().enumerate().filter(|(_, field)| is_public(&field.vis)) {
                    let name = field.ident.as_ref().map_or_else(|| at.to_string(), ToString::to_string);
                    push(format!("pub {path}.{name}: {}", text(field.ty.span())));
                }
            }
            Item::Enum(item) => {
                push(format!("{marks}pub enum {path}{}{}", generics(&item.generics), bounds(&item.generics)));
                for variant in &item.variants {
                    let marks = self::marks(&variant.attrs);
                    push(format!("{marks}pub {path}::{}{}", variant.ident, payload(&variant.fields)));
                }
            }
            Item::Trait(item) => {
                let supertraits = listed_text(item.supertraits.iter().map(Spanned::span), " + ", ": ");
                let (generics, bounds) = (generics(&item.generics), bounds(&item.generics));
                push(format!("{marks}pub trait {path}{generics}{supertraits}{bounds}"));
                item.items.iter().for_each(|inner| push(trait_item(inner, &path)));
            }
            _ => panic!("{}: an item of an unknown form", place.join("::")),
        }
        self.shown.insert(Meaning::Item(place.clone(), name), path);
    }

    /// Adds what the blocks, the derives and the macros of a module implement; of another crate, for what is shown of it.
    fn implementations(&mut self, place: &Place, module: &Module, own: bool) {
        for item in &module.items {
            match item {
                Item::Impl(block) => self.implementation(place, block),
                Item::Macro(called) if own => self.called(called),
                _ => {}
            }
            let name = ident(item).map(ToString::to_string).unwrap_or_default();
            let Some(path) = self.shown.get(&Meaning::Item(place.clone(), name)).cloned() else { continue };
            for derived in derives(attributes(item)) {
                self.implement(&path, format!("impl {derived} for {path}"));
            }
        }
    }

    /// Adds the rows of a macro's call; what is made of them is not seen.
    fn called(&mut self, called: &ItemMacro) {
        let rows = text(called.mac.tokens.span());
        // Macros of other crates write what is private, unless they are told.
        let tells = called.mac.path.segments.len() == 1 || rows.contains("pub ");
        if called.ident.is_none() && tells {
            for row in rows.split_inclusive("; ") {
                self.push("macros", format!("{}! {}", text(called.mac.path.span()), row.trim()));
            }
        }
    }

    fn implementation(&mut self, place: &Place, block: &ItemImpl) {
        let own = self.shown_as(place, &block.self_ty);
        let marks = marks(&block.attrs);
        let (generics, bounds) = (generics(&block.generics), bounds(&block.generics));
        let itself = match &own {
            Some((name, path)) => text(block.self_ty.span()).replacen(name, path, 1),
            None => text(block.self_ty.span()),
        };
        let Some((of, _)) = &block.trait_ else {
            let Some((_, path)) = own else { return };
            for inner in &block.items {
                if let Some(line) = inherent(inner, &itself) {
                    let head = if generics.is_empty() { String::new() } else { format!("impl{generics} ") };
                    self.implement(&path, format!("{marks}{head}{line}{bounds}"));
                }
            }
            return;
        };
        let meanings = self.modules.resolve(place, &parts(of));
        let known = meanings.iter().find_map(|meaning| self.shown.get(meaning)).cloned();
        // A trait of ours that nobody sees tells nothing, neither does a type.
        let private = |meaning: &Meaning| matches!(meaning, Meaning::Item(at, _) if at[0] == place[0]);
        let path = match own {
            Some((_, path)) if known.is_some() || !meanings.iter().any(private) => path,
            None if !self.means(place, &block.self_ty).iter().any(private) => match known {
                Some(path) => path,
                None => return,
            },
            _ => return,
        };
        let name = of.segments.last().map(|last| text(last.span())).unwrap_or_default();
        let types = block.items.iter().filter_map(|inner| match inner {
            ImplItem::Type(inner) => Some(format!("{} = {}", inner.ident, text(inner.ty.span()))),
            _ => None,
        });
        let types: Vec<String> = types.collect();
        let types = if types.is_empty() { String::new() } else { format!(" {{ {} }}", types.join(", ")) };
        self.implement(&path, format!("{marks}impl{generics} {name} for {itself}{bounds}{types}"));
    }

    /// Returns the name in a type that others see, and how they write it.
    fn shown_as(&self, place: &Place, ty: &Type) -> Option<(String, String)> {
        let shown = self.means(place, ty).iter().find_map(|meaning| self.shown.get(meaning)).cloned();
        Some((named(ty)?.join("::"), shown?))
    }

    fn means(&self, place: &Place, ty: &Type) -> Vec<Meaning> {
        named(ty).map(|path| self.modules.resolve(place, &path)).unwrap_or_default()
    }

    fn implement(&mut self, path: &str, line: String) {
        self.implemented.entry(path.to_owned()).or_default().insert(line);
    }

    fn push(&mut self, path: &str, line: String) {
        self.lines.entry(path.to_owned()).or_default().push(line);
    }
}

fn public_name(item: &Item) -> Option<&syn::Ident> {
    let visibility = match item {
        Item::Const(item) => &item.vis,
        Item::Enum(item) => &item.vis,
        Item::Fn(item) => &item.vis,
        Item::Static(item) => &item.vis,
        Item::Struct(item) => &item.vis,
        Item::Trait(item) => &item.vis,
        Item::Type(item) => &item.vis,
        _ => return None,
    };
    ident(item).filter(|_| is_public(visibility))
}

/// Returns the path of a type, or of the one that it refers to.
fn named(ty: &Type) -> Option<Vec<String>> {
    match ty {
        Type::Path(path) => Some(parts(&path.path)),
        Type::Reference(inner) => named(&inner.elem),
        _ => None,
    }
}

/// Returns what a block has of a type's own, unless it is private.
fn inherent(inner: &ImplItem, owner: &str) -> Option<String> {
    match inner {
        ImplItem::Fn(inner) if is_public(&inner.vis) => {
            let path = format!("{owner}::{}", inner.sig.ident);
            Some(format!("{}pub {}", marks(&inner.attrs), function(&inner.sig, &path)))
        }
        ImplItem::Const(inner) if is_public(&inner.vis) => {
            Some(format!("{}pub const {owner}::{}: {}", marks(&inner.attrs), inner.ident, text(inner.ty.span())))
        }
        _ => None,
    }
}

fn trait_item(inner: &TraitItem, owner: &str) -> String {
    match inner {
        TraitItem::Fn(inner) => {
            let path = format!("{owner}::{}", inner.sig.ident);
            let provided = if inner.default.is_some() { " { .. }" } else { "" };
            format!("{}{}{provided}", marks(&inner.attrs), function(&inner.sig, &path))
        }
        TraitItem::Const(inner) => {
            let provided = if inner.default.is_some() { " = .." } else { "" };
            format!("const {owner}::{}: {}{provided}", inner.ident, text(inner.ty.span()))
        }
        TraitItem::Type(inner) => {
            let bounds = listed_text(inner.bounds.iter().map(Spanned::span), " + ", ": ");
            format!("type {owner}::{}{}{bounds}", inner.ident, generics(&inner.generics))
        }
        _ => panic!("{owner}: an item of an unknown form"),
    }
}

/// Returns a signature, with a path instead of the name; which parameters a body changes is its own affair.
fn function(signature: &Signature, path: &str) -> String {
    let name = format!("fn {}", signature.ident);
    let text = text(signature.span()).replacen(&name, &format!("fn {path}"), 1);
    text.replace("(mut ", "(").replace(", mut ", ", ")
}

/// Returns how the fields of a struct look that others do not see.
fn hidden(fields: &Fields) -> &'static str {
    let hides = fields.iter().any(|field| !is_public(&field.vis));
    match fields {
        Fields::Unit => ";",
        Fields::Named(_) if hides => " { .. }",
        Fields::Named(_) => "",
        Fields::Unnamed(_) if hides => "(..)",
        Fields::Unnamed(_) => "()",
    }
}

/// Returns what a variant holds.
fn payload(fields: &Fields) -> String {
    let field = |field: &Field| match &field.ident {
        Some(name) => format!("{name}: {}", text(field.ty.span())),
        None => text(field.ty.span()),
    };
    let all: Vec<String> = fields.iter().map(field).collect();
    match fields {
        Fields::Unit => String::new(),
        Fields::Named(_) => format!(" {{ {} }}", all.join(", ")),
        Fields::Unnamed(_) => format!("({})", all.join(", ")),
    }
}

/// Returns `<..>`, if there is anything in it.
fn generics(generics: &Generics) -> String {
    if generics.params.is_empty() { String::new() } else { text(generics.span()) }
}

fn bounds(generics: &Generics) -> String {
    generics.where_clause.as_ref().map(|clause| format!(" {}", text(clause.span()))).unwrap_or_default()
}

fn listed_text(spans: impl Iterator<Item = Span>, between: &str, before: &str) -> String {
    let texts: Vec<String> = spans.map(text).collect();
    if texts.is_empty() { String::new() } else { format!("{before}{}", texts.join(between)) }
}

/// Returns the attributes that change what others may do, in front of an item.
fn marks(attributes: &[Attribute]) -> String {
    let telling = attributes.iter().filter(|attribute| TELLING.iter().any(|name| attribute.path().is_ident(name)));
    telling.map(|attribute| text(attribute.span()) + " ").collect()
}

fn derives(attributes: &[Attribute]) -> Vec<String> {
    let lists = attributes.iter().filter(|attribute| attribute.path().is_ident("derive")).map(|attribute| {
        let Meta::List(list) = &attribute.meta else { return Vec::new() };
        let paths = list.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated);
        paths.expect("a derive lists paths").iter().filter_map(|path| parts(path).pop()).collect()
    });
    lists.collect::<Vec<Vec<String>>>().concat()
}

fn parts(path: &Path) -> Vec<String> {
    path.segments.iter().map(|segment| segment.ident.to_string()).collect()
}

/// Returns what is written at a place, on one line.
fn text(span: Span) -> String {
    let source = span.source_text().unwrap_or_default();
    let lines = source.lines().map(|line| line.split(" //").next().unwrap_or_default());
    let line = lines.flat_map(str::split_whitespace).collect::<Vec<&str>>().join(" ");
    line.replace("( ", "(").replace(", )", ")").replace("< ", "<").replace(", >", ">")
}
