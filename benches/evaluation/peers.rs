//! Runs a function in each language, over elements that were made before.

use fluxlet::{Context, Engine, Limits, Record, Value};
use fluxlet_benches::Result;
use fluxlet_benches::measure::computing;

use crate::lambdas::Lambda;

/// Does one round: CPU time in nanoseconds an element.
type Round = Box<dyn FnMut() -> Result<f64>>;

pub(crate) fn fluxlet(lambda: &Lambda, elements: usize) -> Result<Round> {
    let element = |number: usize| {
        let number = number as i64;
        if lambda.records {
            Record::from([("id", number.into()), ("value", number.into())]).into()
        } else {
            number.into()
        }
    };
    let xs: Value = (0..elements).map(element).collect();
    let script = format!("{}{}\n", Lambda::flux_declarations(), lambda.flux_call());
    let program = Engine::new()?.compiler().variable("xs", &xs).compile("evaluation", &script)?;
    let context = Context::new().with_variable("xs", xs).with_limits(Limits::trusting());
    let kept = lambda.kept(elements);
    Ok(round(elements, move || {
        let results = program.run_blocking(&context)?;
        let length = match results.last() {
            Some(Value::Array(elements)) => elements.len(),
            _ => 0,
        };
        expect(length, kept)
    }))
}

pub(crate) fn lua(lambda: &Lambda, elements: usize) -> Result<Round> {
    let lua = mlua::Lua::new();
    let element = if lambda.records { "{id = i, value = i}" } else { "i" };
    let keep = if lambda.filter { "if f(x) then kept[#kept + 1] = x end" } else { "kept[i] = f(x)" };
    let run: mlua::Function = lua
        .load(format!(
            "local names = {{a = 1, b = 2, c = 3}}
            local function inc(v) return v + 1 end
            local function f(x) {} end
            local xs = {{}}
            for i = 0, {elements} - 1 do xs[i + 1] = {element} end
            return function()
                local kept = {{}}
                for i, x in ipairs(xs) do {keep} end
                return #kept
            end",
            lambda.lua
        ))
        .eval()
        .map_err(told)?;
    let kept = lambda.kept(elements);
    Ok(round(elements, move || {
        // The state must not end before its function.
        let _state = &lua;
        expect(run.call(()).map_err(told)?, kept)
    }))
}

pub(crate) fn starlark(lambda: &Lambda, elements: usize) -> Result<Round> {
    use starlark::environment::{Globals, Module};
    use starlark::eval::Evaluator;
    use starlark::syntax::{AstModule, Dialect};

    let element = if lambda.records { "{\"id\": i, \"value\": i}" } else { "i" };
    let keep = if lambda.filter { "[x for x in xs if f(x)]" } else { "[f(x) for x in xs]" };
    let script = format!(
        "names = {{\"a\": 1, \"b\": 2, \"c\": 3}}\ndef inc(v):\n    return v + 1\ndef f(x):\n    {}\n\
         xs = [{element} for i in range({elements})]\ndef run():\n    return len({keep})\n",
        lambda.starlark.replace(';', "\n    ")
    );
    let ast = AstModule::parse("evaluation", script, &Dialect::Standard).map_err(told)?;
    let frozen = Module::with_temp_heap(|module| {
        Evaluator::new(&module).eval_module(ast, &Globals::standard()).map_err(told)?;
        module.freeze().map_err(|error| format!("{error:?}"))
    })?;
    let run = frozen.get("run").map_err(told)?;
    let kept = lambda.kept(elements);
    Ok(round(elements, move || {
        Module::with_temp_heap(|module| {
            let run = module.heap().access_owned_frozen_value(&run);
            let length = Evaluator::new(&module).eval_function(run, &[], &[]).map_err(told)?;
            expect(length.unpack_i32().unwrap_or(0) as usize, kept)
        })
    }))
}

pub(crate) fn koto(lambda: &Lambda, elements: usize) -> Result<Round> {
    use koto::prelude::{KValue, Koto};

    let element = if lambda.records { "{id: i, value: i}" } else { "i" };
    let walk = if lambda.filter { "keep" } else { "each" };
    let script = format!(
        "names = {{a: 1, b: 2, c: 3}}\ninc = |v| v + 1\nf = |x|\n  {}\n\
         xs = (0..{elements}).each(|i| {element}).to_list()\nexport run = || size xs.{walk}(f).to_list()\n",
        lambda.koto.replace(';', "\n  ")
    );
    let mut koto = Koto::default();
    koto.compile_and_run(script.as_str()).map_err(told)?;
    let run = koto.exports().get("run").ok_or("no `run` was exported")?;
    let kept = lambda.kept(elements);
    Ok(round(elements, move || match koto.call_function(run.clone(), &[]).map_err(told)? {
        KValue::Number(length) => expect(usize::from(length), kept),
        other => Err(format!("koto gave a {}", other.type_as_string()).into()),
    }))
}

pub(crate) fn rhai(lambda: &Lambda, elements: usize) -> Result<Round> {
    let engine = rhai::Engine::new();
    let element = if lambda.records { "#{id: i, value: i}" } else { "i" };
    let walk = if lambda.filter { "filter" } else { "map" };
    let mut scope = rhai::Scope::new();
    engine
        .run_with_scope(&mut scope, &format!("let xs = []; for i in 0..{elements} {{ xs.push({element}); }}"))
        .map_err(told)?;
    let ast = engine
        .compile(format!(
            "fn inc(v) {{ v + 1 }} let names = #{{a: 1, b: 2, c: 3}}; xs.{walk}(|x| {{ {} }}).len()",
            lambda.rhai
        ))
        .map_err(told)?;
    let kept = lambda.kept(elements);
    Ok(round(elements, move || {
        let before = scope.len();
        let length: i64 = engine.eval_ast_with_scope(&mut scope, &ast).map_err(told)?;
        scope.rewind(before);
        expect(length as usize, kept)
    }))
}

/// Makes a round of `work`: CPU time in nanoseconds an element.
fn round(elements: usize, mut work: impl FnMut() -> Result + 'static) -> Round {
    Box::new(move || Ok(computing(&mut work)? * 1e9 / elements as f64))
}

fn expect(length: usize, kept: usize) -> Result {
    if length == kept { Ok(()) } else { Err(format!("{length} elements came out, {kept} were expected").into()) }
}

/// Errors of interpreters stay on their thread.
fn told(error: impl std::fmt::Display) -> String {
    error.to_string()
}
