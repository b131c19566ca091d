//! A package's declarations as a page in Markdown.

use std::iter;

use fluxlet::{MemberDoc, PackageDoc};

/// How long a signature may be that stands on one line.
const WIDTH: usize = 100;

/// Returns the page that lists the packages.
pub(crate) fn index(packages: &[PackageDoc]) -> String {
    let members = packages.iter().flat_map(|package| &package.members);
    let (all, working) = (members.clone().count(), members.filter(|member| member.implemented).count());
    let mut text = format!(
        "\
# The library

{count} packages with {all} functions and values. {working} of them work; the others are *checked only*: they need tables,
a broker or a planner, which Fluxlet does not have. Scripts that use them are checked, types and all, and fail when run.

Each example is compiled by a test, and run where it needs neither tables nor a network nor secrets; what follows
`// =>` is the value of the line. `fluxlet doc PACKAGE` and `fluxlet doc PACKAGE.NAME` show the same texts.

The pages are made of the comments in [`stdlib`](../../stdlib), by
`UPDATE_EXPECT=1 cargo test -p fluxlet-tests --test reference`.

| package | what it does | works |
|---|---|---|
",
        count = packages.len(),
    );
    for package in packages {
        let path = &package.path;
        let name = path.rsplit('/').next().unwrap_or_default();
        let summary = package.summary();
        let summary = capitalized(summary.strip_prefix(&format!("Package {name} ")).unwrap_or(&summary));
        text.push_str(&format!("| [`{path}`]({path}.md) | {} | {} |\n", summary.replace('|', "\\|"), works(package)));
    }
    text
}

/// Returns the page of a package.
pub(crate) fn of(package: &PackageDoc) -> String {
    let up = "../".repeat(package.path.matches('/').count());
    let mut text = format!("# Package `{}`\n\n[All packages]({up}README.md)\n\n{}\n\n", package.path, package.text);
    for member in &package.members {
        let (name, anchor) = (&member.name, member.name.to_lowercase());
        let mark = if member.implemented { "" } else { " *(checked only)*" };
        text.push_str(&format!("- [`{name}`](#{anchor}){mark}{}\n", after_name(member, &member.summary())));
    }
    for member in &package.members {
        let lacking = match member.implemented {
            true => "",
            false if member.ty.contains("stream[") => "*Checked only: it needs tables.*\n\n",
            false => "*Checked only: a call fails with code `unimplemented`.*\n\n",
        };
        let (name, signature) = (&member.name, signature(member));
        let told = format!("`{name}`{}", after_name(member, &rendered(&member.text)));
        text.push_str(&format!("\n## {name}\n\n```\n{signature}\n```\n\n{lacking}{told}\n"));
    }
    text
}

/// Returns the fenced blocks of a comment.
pub(crate) fn examples(text: &str) -> Vec<String> {
    let mut lines = text.lines();
    let next = || {
        lines.find(|line| line.starts_with("```"))?;
        Some(lines.by_ref().take_while(|line| !line.starts_with("```")).map(|line| format!("{line}\n")).collect())
    };
    iter::from_fn(next).collect()
}

/// Returns how many members work.
fn works(package: &PackageDoc) -> String {
    let working = package.members.iter().filter(|member| member.implemented).count();
    match package.members.len() {
        all if all == working => "all".to_owned(),
        _ if working == 0 => "checked only".to_owned(),
        all => format!("{working} of {all}"),
    }
}

/// Returns what follows the name that each comment starts with.
fn after_name<'a>(member: &MemberDoc, text: &'a str) -> &'a str {
    text.strip_prefix(&member.name).unwrap_or(text)
}

/// Returns a declaration as our own layout has it.
fn signature(member: &MemberDoc) -> String {
    let option = if member.option { "option " } else { "" };
    let short = format!("{option}{} : {}", member.name, member.ty);
    if short.len() <= WIDTH {
        return short;
    }
    let laid_out = fluxlet::format(&member.name, &format!("builtin {} : {}", member.name, member.ty));
    let outdented = |text: String| text.trim().trim_start_matches("builtin ").replace("\n    ", "\n");
    laid_out.map_or(short, |text| format!("{option}{}", outdented(text)))
}

/// Returns a comment with its headings below that of its member, and its examples as Flux.
fn rendered(text: &str) -> String {
    let mut inside = false;
    let lines = text.lines().map(|line| match line {
        "```" => {
            inside = !inside;
            if inside { "```flux".to_owned() } else { line.to_owned() }
        }
        _ if !inside && line.starts_with('#') => format!("#{line}"),
        _ => line.to_owned(),
    });
    lines.collect::<Vec<String>>().join("\n")
}

fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}
