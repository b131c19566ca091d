//! Programs made by chance: none panics, and renaming variables changes nothing.

use super::checked;

/// A small generator of numbers, the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

const LITERALS: [&str; 10] = ["1", "2.5", "\"a\"", "true", "1h", "2020-01-01", "/a/", "[]", "{}", "[:]"];
const LABELS: [&str; 4] = ["a", "b", "c", "x"];
const OPERATORS: [&str; 14] = ["+", "-", "*", "/", "%", "^", "==", "!=", "<", ">=", "and", "or", "=~", "!~"];

/// Writes an expression. Variables are written as `$0`, `$1`, … and are the only names that can be changed.
fn expression(random: &mut Random, variables: usize, depth: usize) -> String {
    let inner = |random: &mut Random| expression(random, variables, depth - 1);
    if depth == 0 || random.below(6) == 0 {
        return match random.below(3) {
            0 => random.pick(&LITERALS).to_owned(),
            _ if variables == 0 => "1".to_owned(),
            _ => format!("${}", random.below(variables)),
        };
    }
    let label = random.pick(&LABELS);
    let other = random.pick(&LABELS);
    match random.below(16) {
        0 | 1 => format!("({} {} {})", inner(random), random.pick(&OPERATORS), inner(random)),
        2 => format!("[{}, {}]", inner(random), inner(random)),
        3 => format!("{{{label}: {}, {other}: {}}}", inner(random), inner(random)),
        4 | 5 => format!("({}).{label}", inner(random)),
        6 => format!("({})[{}]", inner(random), inner(random)),
        7 => format!("(if {} then {} else {})", inner(random), inner(random), inner(random)),
        8 => format!("({}({label}: {}))", inner(random), inner(random)),
        9 => format!("({} |> ({})({label}: {}))", inner(random), inner(random), inner(random)),
        10 => format!("(({label}) => ({}))", inner(random)),
        11 => format!("(({label}, p=<-) => ({}))", inner(random)),
        12 => format!("(({label}={}) => {{ $9 = {}\n return $9 }})", inner(random), inner(random)),
        13 if variables > 0 => format!("{{${} with {label}: {}}}", random.below(variables), inner(random)),
        14 if variables > 0 => format!("\"<${{${}}}>\"", random.below(variables)),
        _ => format!("[{}: {}]", inner(random), inner(random)),
    }
}

fn named(program: &str, names: &[&str; 10]) -> String {
    let mut text = program.to_owned();
    for (index, name) in names.iter().enumerate() {
        text = text.replace(&format!("${index}"), name);
    }
    text
}

/// Returns what is told, by place, and the types, as text.
fn outcome(text: &str) -> (Vec<(u32, &'static str)>, Vec<String>) {
    let (_, checked) = checked(text);
    let told = checked.diagnostics.iter().map(|problem| (problem.span.start, problem.code)).collect();
    (told, checked.module.globals.iter().map(|global| global.scheme.to_string()).collect())
}

#[test]
fn variables_may_have_any_names() {
    let first = ["v0", "v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8", "v9"];
    let second = ["zz", "q7", "m_", "_k", "ab", "yy", "x9", "ww", "u1", "l0"];
    let mut random = Random(42);
    let mut accepted = 0;
    for round in 0..3000 {
        let definitions = 1 + round % 6;
        let program: Vec<String> = (0..definitions)
            .map(|index| format!("${index} = {}", expression(&mut random, index, 1 + round % 4)))
            .collect();
        let program = program.join("\n");
        let renamed = outcome(&named(&program, &second));
        let (told, types) = outcome(&named(&program, &first));
        assert_eq!((&told, &types), (&renamed.0, &renamed.1), "{program}");
        assert!(told.iter().all(|(_, code)| *code != "type-too-large"), "{program}");
        accepted += usize::from(told.is_empty());
    }
    // The generator is worth something only if both kinds of program occur.
    assert!((200..2800).contains(&accepted), "{accepted} of 3000 were accepted");
}

/// A definition that nothing uses changes neither the types nor the mistakes of the others.
#[test]
fn definitions_do_not_disturb_each_other() {
    let names = ["v0", "v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8", "v9"];
    let mut random = Random(7);
    for round in 0..1000 {
        let first = named(&expression(&mut random, 0, 1 + round % 5), &names);
        let second = named(&expression(&mut random, 0, 1 + round % 5), &names);
        let alone = outcome(&format!("v0 = {first}"));
        let (told, types) = outcome(&format!("v0 = {first}\nv1 = {second}"));
        let length = format!("v0 = {first}").len() as u32;
        let told: Vec<_> = told.into_iter().filter(|(start, _)| *start < length).collect();
        assert_eq!((told, types[..1].to_vec()), alone, "{first}");
    }
}
