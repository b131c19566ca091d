//! What builtins take that make large values: never much more than the limit of the run, and an error that names it.

use std::fs;
use std::time::Duration;

use fluxlet::{Code, Context, Engine, Limits};

/// The limit of each run.
const LIMIT: u64 = 4 << 20;

/// What the process may take beside what it took before: the limit, what a builtin holds before it tells of it, and what
/// the allocator keeps.
const MOST: u64 = 6 * LIMIT;

/// Scripts that would make far more than the limit. `text` has 256 KiB, `numbers` 10,000 elements.
const SCRIPTS: [(&str, &str); 30] = [
    ("repeat", "strings.repeat(v: text, i: 1000)"),
    ("repeat huge", "strings.repeat(v: text, i: 9223372036854775807)"),
    ("joinStr", "strings.joinStr(arr: array.map(arr: numbers, fn: (x) => \"ab\"), v: text)"),
    ("replaceAll", "strings.replaceAll(v: text, t: \"a\", u: strings.repeat(v: \"b\", i: 1000))"),
    ("replaceAll empty", "strings.replaceAll(v: text, t: \"\", u: strings.repeat(v: \"b\", i: 1000))"),
    ("replace", "strings.replace(v: text, t: \"a\", u: strings.repeat(v: \"b\", i: 1000), i: -1)"),
    ("split", "strings.split(v: text, t: \"\")"),
    ("splitAfterN", "strings.splitAfterN(v: text, t: \"\", i: -1)"),
    ("splitRegexp", "regexp.splitRegexp(r: /a/, v: text, i: -1)"),
    ("replaceAllString", "regexp.replaceAllString(r: /(a)/, v: text, t: strings.repeat(v: \"$1\", i: 1000))"),
    ("quoteMeta", "grown(first: strings.repeat(v: \".\", i: 1000000), next: (v) => regexp.quoteMeta(v: v))"),
    ("upper", "grown(first: text, next: (v) => strings.toUpper(v: v + v))"),
    ("+", "grown(first: text, next: (v) => v + v)"),
    ("interpolation", "grown(first: text, next: (v) => \"${v}${v}${v}\")"),
    ("concat", "grown(first: numbers, next: (v) => array.concat(arr: v, v: v))"),
    ("map", "grown(first: [text], next: (v) => array.map(arr: array.concat(arr: v, v: v), fn: (x) => x + \"a\"))"),
    ("nested arrays", "array.map(arr: numbers, fn: (x) => array.map(arr: numbers, fn: (x) => x))"),
    ("linearBins", "linearBins(start: 0.0, width: 1.0, count: 100000000)"),
    ("logarithmicBins", "logarithmicBins(start: 1.0, factor: 2.0, count: 9223372036854775807)"),
    ("json.encode", "json.encode(v: array.map(arr: numbers, fn: (x) => text))"),
    ("json.encode escapes", "json.encode(v: strings.repeat(v: \"\\x01\", i: 2000000))"),
    ("json.parse", "jsonx.parse(data: bytes(v: \"[\" + strings.repeat(v: \"[],\", i: 750000) + \"[]]\"))"),
    ("jsonParse", "dynamic.jsonParse(data: bytes(v: \"[\" + strings.repeat(v: \"{},\", i: 750000) + \"1]\"))"),
    ("display", "display(v: array.map(arr: numbers, fn: (x) => text))"),
    ("hex.string", "hex.string(v: bytes(v: strings.repeat(v: \"a\", i: 2250000)))"),
    ("b64", "grown(first: text, next: (v) => hash.b64(v: v + v))"),
    ("basicAuth", "grown(first: text, next: (v) => http.basicAuth(u: v, p: v))"),
    ("pathEscape", "grown(first: text, next: (v) => http.pathEscape(inputString: v + \"%\" + v))"),
    (
        "dict.fromList",
        "dict.fromList(pairs: array.map(arr: numbers, fn: (x) => ({key: text + string(v: x), value: x})))",
    ),
    (
        "toString",
        "grown(first: numbers, next: (v) => arrayx.toInt(arr: arrayx.toString(arr: array.concat(arr: v, v: v))))",
    ),
];

/// What the scripts stand in; `grown` makes the next of a value thirty times over.
fn script(expression: &str) -> String {
    format!(
        r#"
import "array"
import "contrib/bonitoo-io/hex"
import "contrib/qxip/hash"
import "dict"
import arrayx "experimental/array"
import "experimental/dynamic"
import jsonx "experimental/json"
import "http"
import "json"
import "regexp"
import "strings"

text = strings.repeat(v: "a", i: 262144)
numbers = array.map(arr: linearBins(start: 0.0, width: 1.0, count: 10000, infinity: false), fn: (x) => int(v: x))
grown = (first, next) => {{
    a = next(v: next(v: next(v: first)))
    b = next(v: next(v: next(v: a)))
    c = next(v: next(v: next(v: b)))

    return next(v: next(v: next(v: c)))
}}

{expression}
"#
    )
}

/// Returns a number of bytes that the system tells about this process.
fn told(name: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
    let kibibytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kibibytes << 10)
}

/// Only one test, as the memory is that of the process.
#[test]
fn large_values_end_at_the_limit() {
    let engine = Engine::new().expect("the standard library is whole");
    let limits = Limits { memory: LIMIT, time: Some(Duration::from_secs(60)), ..Limits::default() };
    let context = Context::new().with_limits(limits);
    let before = told("VmRSS");
    let mut wrong = Vec::new();
    for (name, expression) in SCRIPTS {
        let program = engine.compile(&script(expression)).unwrap_or_else(|error| panic!("{name}: {error}"));
        // The peak starts anew where the system allows it; where it does not, it only grows.
        let _ = fs::write("/proc/self/clear_refs", "5");
        let ending = program.run_blocking(&context).map(|_| ());
        let after = told("VmHWM");
        if !matches!(&ending, Err(error) if error.code() == Code::ResourceExhausted) {
            wrong.push(format!("{name}: {ending:?}"));
        }
        if let (Some(before), Some(after)) = (before, after) {
            let taken = after.saturating_sub(before);
            println!("{name}: {} KiB", taken >> 10);
            if taken > MOST {
                wrong.push(format!("{name} took {} MiB", taken >> 20));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
