//! A package of one's own: two functions in Rust, one in Flux.

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use ecow::EcoString;
use fluxlet::runtime::{BoxFuture, Result};
use fluxlet::{Arguments, Builtin, Context, Engine, Package, Run, Value};

/// Declares the types; what is written in Flux stands beside them.
const SOURCE: &str = r#"
// Package greet says hello.
package greet

// hello greets somebody.
builtin hello : (name: string) => string

// slowly greets somebody, after a while.
builtin slowly : (name: string) => string

// twice greets somebody, and again.
twice = (name) => hello(name: name) + " " + hello(name: name)
"#;

const PACKAGE: Package = Package {
    path: "acme/greet",
    source: SOURCE,
    builtins: &[("hello", Builtin::Pure(hello)), ("slowly", Builtin::Async(slowly))],
    unimplemented: &[],
};

fn hello(run: &Run, arguments: &Arguments) -> Result<Value> {
    let name: &str = arguments.required("name")?;
    let greeting = run.context().extension::<Greeting>().map_or("hello", |greeting| greeting.0);
    Ok(format!("{greeting} {name}").into())
}

/// The script is suspended while the future waits; other scripts go on.
fn slowly(run: Run, arguments: Arguments) -> BoxFuture<'static, Result<Value>> {
    Box::pin(async move {
        tokio::task::yield_now().await;
        hello(&run, &arguments)
    })
}

/// What this embedder gives its builtins.
struct Greeting(&'static str);

fn main() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let engine = Engine::builder().package(PACKAGE).build()?;
    let program = engine.compile(
        r#"
        import "acme/greet"
        greet.slowly(name: "you")
        greet.twice(name: "world")
        "#,
    )?;
    let context = Context::new().with_extension(Greeting("good morning,"));
    let results = program.run_blocking(&context)?;
    let shown: Vec<EcoString> = results.values.iter().map(|(_, value)| value.to_string().into()).collect();
    println!("{}", shown.join("\n"));
    Ok(())
}
