//! Any text is read as a cassette: one that is accepted is written and read again as it is, and can be replayed.
#![no_main]

use fluxlet::Context;
use fluxlet::exchange::{Cassette, Replayer};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    match Cassette::parse(&text) {
        Ok(cassette) => {
            let written = cassette.text().expect("it was read");
            let again = Cassette::parse(&written).expect("what is written can be read");
            assert_eq!(again.text().expect("it was read"), written, "not stable");
            if let Ok((replayer, _)) = Replayer::around(&Context::new(), &cassette) {
                let _ = replayer.unused();
            }
        }
        Err(error) => assert!(error.message().len() <= 1024, "{error}"),
    }
});
