//! Durations: parsed, summed, printed, and counted in nanoseconds.

use fluxlet_syntax::ast::{DurationPart, DurationUnit};

use crate::Duration;

/// Parses and prints; `None` is an error.
#[track_caller]
fn prints(text: &str, expected: Option<&str>) {
    let found = Duration::parse(text).map(|duration| duration.to_string());
    assert_eq!(found.as_deref().ok(), expected, "{text:?}");
    if let Err(error) = found {
        let message = format!("cannot convert string {text:?} to duration due to invalid syntax");
        assert_eq!(error.message(), message);
    }
}

#[test]
fn texts_are_parsed_and_printed_largest_unit_first() {
    let cases = [
        ("1y2mo3w4d5h6m7s8ms9us10ns", "1y2mo3w4d5h6m7s8ms9us10ns"),
        ("10ns1y", "1y10ns"),
        ("1ns1mo", "1mo1ns"),
        ("1h", "1h"),
        ("01h", "1h"),
        ("00000000000000000000000001h", "1h"),
        ("1h1h", "2h"),
        ("-1h", "-1h"),
        ("-1mo1ns", "-1mo1ns"),
        ("1mo", "1mo"),
        ("1m", "1m"),
        ("1ms", "1ms"),
        ("1m1s", "1m1s"),
        ("1µs", "1us"),
        ("1us", "1us"),
        ("12mo", "1y"),
        ("13mo", "1y1mo"),
        ("7d", "1w"),
        ("24h", "1d"),
        ("60m", "1h"),
        ("60s", "1m"),
        ("1000ms", "1s"),
        ("1000us", "1ms"),
        ("1000ns", "1us"),
        ("0y", "0ns"),
        ("-0h", "0ns"),
        ("0ns", "0ns"),
        ("", "0ns"),
        ("-", "0ns"),
    ];
    for (text, expected) in cases {
        prints(text, Some(expected));
    }
}

#[test]
fn other_texts_are_refused() {
    let cases = [
        "1", "h", "1x", "1M", "1H", "1μs", "1.5h", "1h ", " 1h", "+1h", "--1h", "1h-1m", "1h1", "h1", "1 h", "１h",
        "1hh", "1y1", "0", "\0", "1h\n", "-1", "1é",
    ];
    for text in cases {
        prints(text, None);
    }
}

/// LIM-14: nothing wraps.
#[test]
fn sums_end_at_64_bits() {
    let cases = [
        ("9223372036854775807ns", Some("15250w1d23h47m16s854ms775us807ns")),
        ("-9223372036854775807ns", Some("-15250w1d23h47m16s854ms775us807ns")),
        ("9223372036854775808ns", None),
        ("-9223372036854775808ns", None),
        ("9223372036854775807ns1ns", None),
        ("15250w", Some("15250w")),
        ("15251w", None),
        ("9223372036854775807mo", Some("768614336404564650y7mo")),
        ("9223372036854775807mo1mo", None),
        ("768614336404564650y", Some("768614336404564650y")),
        ("768614336404564651y", None),
        ("9223372036854775807y", None),
        ("99999999999999999999s", None),
        ("9223372036854775807mo9223372036854775807ns", Some("768614336404564650y7mo15250w1d23h47m16s854ms775us807ns")),
    ];
    for (text, expected) in cases {
        prints(text, expected);
    }
    prints(&"1y".repeat(100_000), Some("100000y"));
}

#[test]
fn printing_is_parsing_backwards() {
    let mut state = 1_u64;
    let mut next = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::from_ne_bytes((state >> 1).to_ne_bytes()) >> (state % 61)
    };
    for _ in 0..2000 {
        let duration = Duration::new(next(), next()).unwrap();
        assert_eq!(Duration::parse(&duration.to_string()).unwrap(), duration);
        assert_eq!(Duration::parse(&(-duration).to_string()).unwrap(), -duration);
    }
}

#[test]
fn parts_have_one_sign() {
    for (months, nanoseconds, expected) in [
        (1, 1, Some("1mo1ns")),
        (-1, -1, Some("-1mo1ns")),
        (0, -1, Some("-1ns")),
        (-1, 0, Some("-1mo")),
        (0, 0, Some("0ns")),
        (1, -1, None),
        (-1, 1, None),
        (i64::MIN, i64::MIN, Some("-768614336404564650y8mo15250w1d23h47m16s854ms775us808ns")),
        (i64::MIN, i64::MAX, None),
    ] {
        let found = Duration::new(months, nanoseconds);
        assert_eq!(found.map(|duration| duration.to_string()).as_deref(), expected, "{months} {nanoseconds}");
        if let Some(duration) = found {
            assert_eq!((duration.months(), duration.nanoseconds()), (months, nanoseconds));
            assert_eq!(duration.is_negative(), months < 0 || nanoseconds < 0);
            assert_eq!(duration.is_zero(), months == 0 && nanoseconds == 0);
        }
    }
    let smallest = Duration::from_nanoseconds(i64::MIN);
    assert_eq!(-smallest, smallest, "the smallest has no opposite");
}

#[test]
fn parts_of_literals_are_summed() {
    use DurationUnit::{Day, Hour, Microsecond, Millisecond, Minute, Month, Nanosecond, Second, Week, Year};
    let units = [
        (Year, 12, 0),
        (Month, 1, 0),
        (Week, 0, 604_800_000_000_000),
        (Day, 0, 86_400_000_000_000),
        (Hour, 0, 3_600_000_000_000),
        (Minute, 0, 60_000_000_000),
        (Second, 0, 1_000_000_000),
        (Millisecond, 0, 1_000_000),
        (Microsecond, 0, 1000),
        (Nanosecond, 0, 1),
    ];
    for (unit, months, nanoseconds) in units {
        let found = Duration::from_parts(&[DurationPart { magnitude: 3, unit }, DurationPart { magnitude: 2, unit }]);
        assert_eq!(found, Duration::new(5 * months, 5 * nanoseconds), "{unit:?}");
        let most = i64::MAX / (months + nanoseconds);
        assert!(Duration::from_parts(&[DurationPart { magnitude: most, unit }]).is_some(), "{unit:?}");
        let more = DurationPart { magnitude: most, unit };
        assert_eq!(Duration::from_parts(&[more, more, more]), None, "{unit:?}");
    }
    assert_eq!(Duration::from_parts(&[]), Some(Duration::ZERO));
}

#[test]
fn nanoseconds_are_counted_as_flux_counts_them() {
    for (text, expected) in [
        ("0ns", 0),
        ("1mo", 2_629_800_000_000_000),
        ("-1y", -31_557_600_000_000_000),
        ("1y1ns", 31_557_600_000_000_001),
        ("289y1ns", 9_120_146_400_000_000_001),
        ("3507mo", 9_222_708_600_000_000_000),
        ("3508mo", i64::MIN),
        ("-3508mo", i64::MIN),
        ("1000y1ns", i64::MIN + 1),
        ("9223372036854775807mo", i64::MIN),
        ("292y15250w", -8_724_873_709_551_616),
        ("9223372036854775807ns", i64::MAX),
    ] {
        assert_eq!(Duration::parse(text).unwrap().approximate_nanoseconds(), expected, "{text}");
    }
}

/// FUZ-14: sums of parts are those of 128 bits, or there is none.
#[test]
fn sums_equal_those_of_128_bits() {
    const UNITS: [(&str, i128, i128); 10] = [
        ("y", 12, 0),
        ("mo", 1, 0),
        ("w", 0, 604_800_000_000_000),
        ("d", 0, 86_400_000_000_000),
        ("h", 0, 3_600_000_000_000),
        ("m", 0, 60_000_000_000),
        ("s", 0, 1_000_000_000),
        ("ms", 0, 1_000_000),
        ("us", 0, 1000),
        ("ns", 0, 1),
    ];
    let mut random = 14_u64;
    let mut below = |bound: u64| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) % bound
    };
    let mut sums = [0; 2];
    for _ in 0..20_000 {
        let (mut text, mut months, mut nanoseconds) = (String::new(), 0, 0);
        for _ in 0..=below(4) {
            let (unit, of_months, of_nanoseconds) = UNITS[below(10) as usize];
            // As many numbers of each length, so that sums are often near the end.
            let number = i128::from(u64::MAX >> (1 + below(63)) >> below(2));
            text += &format!("{number}{unit}");
            months += number * of_months;
            nanoseconds += number * of_nanoseconds;
        }
        let expected = i64::try_from(months).ok().zip(i64::try_from(nanoseconds).ok());
        let found = Duration::parse(&text).ok().map(|sum| (sum.months(), sum.nanoseconds()));
        assert_eq!(found, expected, "{text}");
        sums[usize::from(found.is_some())] += 1;
    }
    assert!(sums.iter().all(|count| *count > 2000), "{sums:?}");
}
