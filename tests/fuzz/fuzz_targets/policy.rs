//! Any text is read as a policy: what is wrong has its place in the text, and what it allows is no more than it says.
#![no_main]

use fluxlet::{Policy, Source};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    match Policy::default().changed_by(&text) {
        Ok(policy) => {
            let again = Policy::default().changed_by(&text);
            assert_eq!(again.as_ref(), Ok(&policy), "the same text, another policy");
            // A text changes what it names: read again, it changes nothing.
            assert_eq!(policy.clone().changed_by(&text), Ok(policy.clone()), "not stable");
            let opened = policy.network.private_addresses;
            assert!(!opened || text.contains("private_addresses"), "addresses were opened by nobody");
        }
        Err(error) => {
            let lines = Source::new("policy", text.as_ref()).position(u32::MAX).line;
            assert!(!error.problems().is_empty() && error.problems().len() <= 20, "{error}");
            for (position, message) in error.problems() {
                assert!((1..=lines).contains(&position.line) && position.column >= 1, "{position}: {message}");
            }
        }
    }
});
