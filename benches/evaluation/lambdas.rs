//! The functions, in each language.

/// One function of an element, and how it is written.
pub(crate) struct Lambda {
    pub(crate) name: &'static str,
    /// The elements are records `{id, value}`, not integers.
    pub(crate) records: bool,
    /// The elements for which the function is true are kept.
    pub(crate) filter: bool,
    pub(crate) flux: &'static str,
    /// The body of a function of `x`.
    pub(crate) lua: &'static str,
    /// The body of a function of `x`, lines apart by `;`.
    pub(crate) starlark: &'static str,
    /// The body of a function of `x`, lines apart by `;`.
    pub(crate) koto: &'static str,
    /// The body of a function of `x`.
    pub(crate) rhai: &'static str,
}

/// A function of an integer that makes something of it.
const MAP: Lambda =
    Lambda { name: "", records: false, filter: false, flux: "", lua: "", starlark: "", koto: "", rhai: "" };

/// The functions. `inc` adds one, `names` is a dictionary of three entries.
pub(crate) const LAMBDAS: [Lambda; 9] = [
    Lambda {
        name: "arithmetic",
        flux: "(x) => x * 3 + 7",
        lua: "return x * 3 + 7",
        starlark: "return x * 3 + 7",
        koto: "x * 3 + 7",
        rhai: "x * 3 + 7",
        ..MAP
    },
    Lambda {
        name: "condition",
        flux: "(x) => if x % 2 == 0 then x else -x",
        lua: "if x % 2 == 0 then return x else return -x end",
        starlark: "return x if x % 2 == 0 else -x",
        koto: "if x % 2 == 0 then x else -x",
        rhai: "if x % 2 == 0 { x } else { -x }",
        ..MAP
    },
    Lambda {
        name: "block",
        flux: "(x) => {\n    y = x * 2\n    z = y + 1\n    return z * y\n}",
        lua: "local y = x * 2; local z = y + 1; return z * y",
        starlark: "y = x * 2;z = y + 1;return z * y",
        koto: "y = x * 2;z = y + 1;z * y",
        rhai: "let y = x * 2; let z = y + 1; z * y",
        ..MAP
    },
    Lambda {
        name: "call",
        flux: "(x) => inc(v: x)",
        lua: "return inc(x)",
        starlark: "return inc(x)",
        koto: "inc(x)",
        rhai: "inc(x)",
        ..MAP
    },
    Lambda {
        name: "member",
        records: true,
        flux: "(x) => x.value + 1",
        lua: "return x.value + 1",
        starlark: "return x[\"value\"] + 1",
        koto: "x.value + 1",
        rhai: "x.value + 1",
        ..MAP
    },
    Lambda {
        name: "filter",
        filter: true,
        flux: "(x) => x % 2 == 0",
        lua: "return x % 2 == 0",
        starlark: "return x % 2 == 0",
        koto: "x % 2 == 0",
        rhai: "x % 2 == 0",
        ..MAP
    },
    Lambda {
        name: "dictionary",
        flux: "(x) => dict.get(dict: names, key: \"b\", default: 0) + x",
        lua: "return (names[\"b\"] or 0) + x",
        starlark: "return names.get(\"b\", 0) + x",
        koto: "names.get(\"b\", 0) + x",
        rhai: "(names[\"b\"] ?? 0) + x",
        ..MAP
    },
    Lambda {
        name: "string",
        flux: "(x) => \"item ${x}\"",
        lua: "return \"item \" .. x",
        starlark: "return \"item \" + str(x)",
        koto: "'item {x}'",
        rhai: "`item ${x}`",
        ..MAP
    },
    Lambda {
        name: "record",
        flux: "(x) => ({id: x, value: x + 1})",
        lua: "return {id = x, value = x + 1}",
        starlark: "return {\"id\": x, \"value\": x + 1}",
        koto: "{id: x, value: x + 1}",
        rhai: "#{id: x, value: x + 1}",
        ..MAP
    },
];

impl Lambda {
    /// Returns what the result of the walk has: half of the elements if they are filtered.
    pub(crate) fn kept(&self, elements: usize) -> usize {
        if self.filter { elements / 2 } else { elements }
    }

    /// Returns the declarations that the Flux function needs.
    pub(crate) fn flux_declarations() -> &'static str {
        "import \"array\"\nimport \"dict\"\ninc = (v) => v + 1\nnames = [\"a\": 1, \"b\": 2, \"c\": 3]\n"
    }

    /// Returns the call that applies the Flux function to `xs`.
    pub(crate) fn flux_call(&self) -> String {
        let walk = if self.filter { "filter" } else { "map" };
        format!("array.{walk}(arr: xs, fn: {})", self.flux)
    }
}
