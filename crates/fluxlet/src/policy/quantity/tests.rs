//! Durations and sizes, and texts that are none.

use super::*;

#[test]
fn durations() {
    for (text, seconds) in [("30s", 30), ("5m", 300), ("1h30m", 5400), ("1d", 86400), ("1000ms", 1)] {
        assert_eq!(duration(text), Some(Duration::from_secs(seconds)), "{text}");
    }
    for text in ["", "30", "s", "1mo", "1y", "0s", "-1s", "1.5s", "30 s", "99999999999999999999s"] {
        assert_eq!(duration(text), None, "{text}");
    }
}

#[test]
fn sizes() {
    for (text, bytes) in [
        ("0B", 0),
        ("17B", 17),
        ("64MiB", 64 << 20),
        ("1 GiB", 1 << 30),
        ("500kB", 500_000),
        ("2KiB", 2048),
        ("3GB", 3_000_000_000),
    ] {
        assert_eq!(size(text), Some(bytes), "{text}");
    }
    for text in ["", "B", "MiB", "64", "64M", "64mib", "-1B", "+1B", "1.5GiB", "1  B", "99999999999GiB", "٣B"] {
        assert_eq!(size(text), None, "{text}");
    }
}
