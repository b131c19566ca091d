//! Any text is checked: each problem has its place in the text, and can be drawn.
#![no_main]

use std::sync::LazyLock;

use fluxlet::Engine;
use fluxlet_fuzz::{check_diagnostics, source};
use libfuzzer_sys::fuzz_target;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new().expect("the standard library is whole"));

fuzz_target!(|data: &[u8]| {
    if let Err(error) = ENGINE.compile(source(data).text()) {
        assert!(!error.diagnostics().is_empty(), "refused without a problem");
        check_diagnostics(error.source_text(), error.diagnostics());
        assert!(!error.to_string().is_empty());
    }
});
