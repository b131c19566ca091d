//! Parts of the clock, as the real library reads them.

use super::PACKAGE;
use crate::testing::check;

#[test]
fn parts_of_the_clock() {
    let names = ["Year", "Month", "DayOfMonth", "DayOfWeek", "DaysInMonth", "Hour", "Minute"];
    for (seconds, parts) in [
        (-0.5, [1969, 12, 31, 3, 31, 23, 59]),
        (1_000_000_000.0, [2001, 9, 9, 0, 30, 1, 46]),
        (951_782_400.9, [2000, 2, 29, 2, 29, 0, 0]),
        (59.99, [1970, 1, 1, 4, 31, 0, 0]),
    ] {
        for (name, part) in names.into_iter().zip(parts) {
            check(&PACKAGE, &format!("promql{name}"), &[("timestamp", seconds.into())], &part.to_string());
        }
    }
    for seconds in [f64::NAN, f64::INFINITY, 1e18] {
        let expected = "error: argument `timestamp` is no time of 1677 to 2262";
        check(&PACKAGE, "promqlYear", &[("timestamp", seconds.into())], expected);
    }
}
