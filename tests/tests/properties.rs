//! What must hold for any input: round trips, operations against a model, and, where `FLUXLET_ORACLE` names the folder of
//! the real `flux`, the same values as there. The inputs are drawn with a fixed seed.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

use fluxlet::Engine;
use fluxlet_tests::random::Random;
use fluxlet_tests::{Ending, run};

/// Evaluates expressions in one script; an element is the display text, or `error`.
fn script(imports: &[&str], expressions: &[String]) -> String {
    let mut text: String = imports.iter().map(|path| format!("import \"{path}\"\n")).collect();
    text.push_str("import \"experimental\"\nimport \"strings\"\n");
    text.push_str("shown = (r) => if exists r.msg then \"error\" else r.value\n");
    for (index, expression) in expressions.iter().enumerate() {
        text.push_str(&format!("v{index} = experimental.catch(fn: () => display(v: {expression}))\n"));
    }
    let all: Vec<String> = (0..expressions.len()).map(|index| format!("shown(r: v{index})")).collect();
    text.push_str(&format!("die(msg: \"<<\" + strings.joinStr(arr: [{}], v: \"<;>\") + \">>\")\n", all.join(", ")));
    text
}

/// Returns what stands between the marks.
fn answers(text: &str) -> Vec<String> {
    let inside = text.split_once("<<").and_then(|(_, rest)| rest.rsplit_once(">>")).map(|(inside, _)| inside);
    let inside = inside.unwrap_or_else(|| panic!("no answers: {text}"));
    inside.split("<;>").map(str::to_owned).collect()
}

fn ours(engine: &Engine, script: &str) -> Vec<String> {
    match run(engine, script) {
        Ending::Failed(error) => answers(error.message()),
        other => panic!("{other:?}\n{script}"),
    }
}

#[test]
fn json_comes_back_as_it_went() {
    let engine = Engine::new().expect("the standard library is whole");
    let mut draw = Random(1);
    // Ints would come back as floats; times and durations as texts.
    let expressions: Vec<String> = (0..120).map(|_| json_value(&mut draw, 3)).collect();
    let back: Vec<String> =
        expressions.iter().map(|value| format!("jsonx.parse(data: json.encode(v: {value}))")).collect();
    let script = |values: &[String]| format!("import jsonx \"experimental/json\"\n{}", script(&["json"], values));
    let (before, after) = (ours(&engine, &script(&expressions)), ours(&engine, &script(&back)));
    for ((value, before), after) in expressions.iter().zip(before).zip(after) {
        assert_eq!(before, after, "{value}");
    }
}

fn json_value(draw: &mut Random, depth: usize) -> String {
    match draw.below(if depth == 0 { 3 } else { 5 }) {
        0 => format!("{}.{}", draw.below(100_000), draw.below(1000)),
        1 => draw
            .pick(&["\"\"", "\"a\"", "\"<é😀&>\"", "\"\\n\\\"\\\\\"", "\"\\u{2028}\""])
            .replace("\\u{2028}", "\u{2028}"),
        2 => draw.pick(&["true", "false"]).to_owned(),
        3 => format!("[{}]", vec![json_value(draw, 0); draw.below(4)].join(", ")),
        _ => format!("{{a: {}, \"b c\": {}}}", json_value(draw, depth - 1), json_value(draw, depth - 1)),
    }
}

#[test]
fn dictionaries_behave_as_maps() {
    let engine = Engine::new().expect("the standard library is whole");
    let mut draw = Random(2);
    for _ in 0..20 {
        let mut model = BTreeMap::new();
        let mut text = "import \"dict\"\nd0 = [\"k0\": 0]\n".to_owned();
        model.insert("k0".to_owned(), 0);
        for step in 1..=30 {
            let key = format!("k{}", draw.below(8));
            let before = step - 1;
            if draw.below(3) == 0 {
                model.remove(&key);
                text.push_str(&format!("d{step} = dict.remove(dict: d{before}, key: \"{key}\")\n"));
            } else {
                text.push_str(&format!("d{step} = dict.insert(dict: d{before}, key: \"{key}\", value: {step})\n"));
                model.insert(key, step);
            }
        }
        let looked: Vec<String> =
            (0..8).map(|key| format!("display(v: dict.get(dict: d30, key: \"k{key}\", default: -1))")).collect();
        text.push_str(&format!("die(msg: \"<<\" + {} + \">>\")\n", looked.join(" + \"<;>\" + ")));
        let expected: Vec<String> =
            (0..8).map(|key| model.get(&format!("k{key}")).unwrap_or(&-1).to_string()).collect();
        assert_eq!(ours(&engine, &text), expected, "{text}");
    }
}

#[test]
fn values_are_those_of_the_real_flux() {
    let Some(folder) = std::env::var_os("FLUXLET_ORACLE") else {
        println!("skipped: FLUXLET_ORACLE names no folder with the real flux");
        return;
    };
    let engine = Engine::new().expect("the standard library is whole");
    let mut draw = Random(3);
    let groups: [(&[&str], Vec<String>); 3] = [
        (&["math"], (0..1500).map(|_| of_math(&mut draw)).collect()),
        (&["date"], (0..600).map(|_| of_date(&mut draw)).collect()),
        (&["regexp"], (0..600).map(|_| of_regexp(&mut draw)).collect()),
    ];
    let (mut compared, mut wrong) = (0, Vec::new());
    for (imports, expressions) in &groups {
        for batch in expressions.chunks(150) {
            let script = script(imports, batch);
            let output = Command::new(PathBuf::from(&folder).join("flux")).args(["-e", &script]).output();
            let output = output.expect("the real one runs");
            let real = answers(&String::from_utf8_lossy(&[output.stdout, output.stderr].concat()));
            for ((expression, real), ours) in batch.iter().zip(real).zip(ours(&engine, &script)) {
                compared += 1;
                if real != ours {
                    wrong.push(format!("{expression}: {real} there, {ours} here{}", in_ulp(&real, &ours)));
                }
            }
        }
    }
    println!("{compared} values compared, {} differ", wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Tells how far two floats are from each other, in units of the last place.
fn in_ulp(real: &str, ours: &str) -> String {
    match (real.parse::<f64>(), ours.parse::<f64>()) {
        (Ok(real), Ok(ours)) => format!(" ({} ulp)", real.to_bits().abs_diff(ours.to_bits())),
        _ => String::new(),
    }
}

fn of_math(draw: &mut Random) -> String {
    const OF_ONE: [&str; 34] = [
        "acos", "acosh", "asin", "asinh", "atan", "atanh", "cbrt", "cos", "cosh", "erf", "erfc", "erfcinv", "erfinv",
        "exp", "exp2", "expm1", "gamma", "j0", "j1", "log", "log10", "log1p", "log2", "logb", "round", "sin", "sinh",
        "sqrt", "tan", "tanh", "y0", "y1", "lgamma", "sincos",
    ];
    let size = draw.pick(&["1.0", "10.0", "700.0", "100000.0"]);
    let mut float = || {
        let sign = if draw.below(2) == 0 { "-" } else { "" };
        format!("{sign}{size} * 0.{:05}{:04}", draw.below(100_000), draw.below(10_000))
    };
    let (x, y) = (float(), float());
    match draw.below(6) {
        0 => format!("math.pow(x: {x}, y: {y})"),
        1 => format!("math.atan2(x: {x}, y: {y})"),
        2 => format!("math.{}(n: {}, x: {x})", draw.pick(&["jn", "yn"]), draw.below(40)),
        3 => format!("math.{}(x: {x}, y: {y})", draw.pick(&["remainder", "mod", "dim", "mMax", "nextafter"])),
        _ => format!("math.{}(x: {x})", draw.pick(&OF_ONE)),
    }
}

fn of_date(draw: &mut Random) -> String {
    // From 2038 on, the real one is now and then an hour or a day off.
    let (year, month, day) = (1900 + draw.below(138), 1 + draw.below(12), 1 + draw.below(28));
    let time =
        format!("{year}-{month:02}-{day:02}T{:02}:{:02}:{:02}.5Z", draw.below(24), draw.below(60), draw.below(60));
    let zone = draw.pick(&["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "America/Sao_Paulo"]);
    let offset = draw.pick(&["0h", "0h", "1h", "-30m", "1d", "1mo"]);
    let location = format!("{{zone: \"{zone}\", offset: {offset}}}");
    let duration = draw.pick(&["1h", "1d", "1w", "1mo", "3mo", "1y", "90s", "5d", "36h", "13mo", "7m"]);
    match draw.below(4) {
        0 => format!("date.truncate(t: {time}, unit: {duration}, location: {location})"),
        1 => format!("date.add(d: {duration}, to: {time}, location: {location})"),
        2 => format!("date.sub(d: {duration}, from: {time}, location: {location})"),
        _ => {
            let part =
                draw.pick(&["minute", "hour", "weekDay", "monthDay", "yearDay", "month", "year", "week", "quarter"]);
            format!("date.{part}(t: {time}, location: {location})")
        }
    }
}

fn of_regexp(draw: &mut Random) -> String {
    const PARTS: [&str; 16] = [
        "a",
        "b",
        ".",
        "[a-c]",
        "[^b]",
        "(a|b)",
        "(?P<n>b+)",
        "\\\\d",
        "\\\\w",
        "^",
        "\\\\z",
        "\\\\p{L}",
        "(?i)B",
        "x?",
        "\\\\.",
        "é",
    ];
    let mut pattern = String::new();
    for _ in 0..1 + draw.below(4) {
        let part = draw.pick(&PARTS);
        pattern.push_str(part);
        if !["^", "\\\\z", "x?", "(?i)B"].contains(&part) {
            pattern.push_str(draw.pick(&["", "", "*", "+", "?", "*?", "{1,2}"]));
        }
    }
    let text = draw.pick(&["", "abc", "aabbb", "éab1.2", "A b_B", "xx\\nab"]);
    let r = format!("r: regexp.compile(v: \"{pattern}\"), v: \"{text}\"");
    match draw.below(4) {
        0 => format!("regexp.findString({r})"),
        1 => format!("regexp.findStringIndex({r})"),
        2 => format!("regexp.replaceAllString({r}, t: \"<$1$n>\")"),
        _ => format!("regexp.splitRegexp({r}, i: {})", draw.pick(&["-1", "0", "1", "2"])),
    }
}
