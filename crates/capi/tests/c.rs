//! C programs use the library: the example against a stand-in, and one that does all that can go wrong.
//!
//! They are compiled with AddressSanitizer, which also finds what leaks, where the compiler has it.

#![cfg(target_os = "linux")]
#![allow(clippy::print_stdout, reason = "a test that tests less than it could says so")]

use std::path::{Path, PathBuf};
use std::process::Command;

use fluxlet_standin::{Config, Standin};
use tokio::runtime::Runtime;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

const SANITIZE: &str = "-fsanitize=address,undefined";

#[test]
fn the_header_is_that_of_the_code() {
    let path = Path::new(ROOT).join("include/fluxlet.h");
    let mut made = Vec::new();
    cbindgen::generate(ROOT).expect("the code has a header").write(&mut made);
    let made = String::from_utf8(made).expect("a header is UTF-8");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, &made).expect("the header can be written");
    }
    let kept = std::fs::read_to_string(path).expect("the header is there");
    assert!(kept == made, "include/fluxlet.h is not that of the code; UPDATE_EXPECT=1 writes it");
}

#[test]
fn the_example_lists_buckets() {
    assert_eq!(run("examples/buckets.c"), "200\n_tasks\n_monitoring\nfirst\n");
}

#[test]
fn everything_is_told_or_works_and_nothing_leaks() {
    assert_eq!(run("tests/border.c"), "fine\n");
}

/// Compiles a C program, runs it beside a stand-in and returns what it prints.
fn run(source: &str) -> String {
    let program = compiled(source);
    let runtime = Runtime::new().expect("a runtime");
    let influxdb =
        runtime.block_on(Standin::start(Config { ids: (1..=6).collect(), ..Config::default() })).expect("a stand-in");
    let output = Command::new(&program)
        .env("INFLUX_HOST", influxdb.url())
        .env("INFLUX_TOKEN", influxdb.token())
        .output()
        .expect("the program runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{source}: {}\n{told}", output.status);
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Compiles a C program, with the sanitizers if the compiler has them.
fn compiled(source: &str) -> PathBuf {
    let name = Path::new(source).file_stem().expect("a file").to_string_lossy().into_owned();
    let program = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let attempt = |more: &[&str]| {
        let mut compiler = Command::new("cc");
        compiler.args(["-std=c11", "-D_GNU_SOURCE", "-Wall", "-Wextra", "-Werror", "-g"]).args(more);
        compiler.arg("-I").arg(Path::new(ROOT).join("include")).arg(Path::new(ROOT).join(source));
        compiler.arg(library()).args(["-lpthread", "-ldl", "-lm", "-o"]).arg(&program);
        compiler.output().expect("Rust on Linux links with cc")
    };
    if !attempt(&[SANITIZE]).status.success() {
        println!("the compiler has no sanitizers: nothing looks for leaks");
        let plain = attempt(&[]);
        assert!(plain.status.success(), "{}", String::from_utf8_lossy(&plain.stderr));
    }
    program
}

/// Returns the static library, which Cargo has built for this test beside it.
fn library() -> PathBuf {
    let test = std::env::current_exe().expect("a test has a path");
    test.parent().expect("a folder").join("libfluxlet.a")
}
