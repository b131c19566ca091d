//! The package `internal/promql`.

use fluxlet_runtime::Package;

/// `internal/promql`: what queries of Prometheus become; what works on tables is declared only.
pub const PACKAGE: Package = Package {
    path: "internal/promql",
    source: fluxlet_sources::INTERNAL_PROMQL,
    builtins: &[],
    unimplemented: &[
        "changes",
        "promqlDayOfMonth",
        "promqlDayOfWeek",
        "promqlDaysInMonth",
        "emptyTable",
        "extrapolatedRate",
        "holtWinters",
        "promqlHour",
        "instantRate",
        "labelReplace",
        "linearRegression",
        "promqlMinute",
        "promqlMonth",
        "promHistogramQuantile",
        "resets",
        "timestamp",
        "promqlYear",
    ],
};
