//! The inverses of the error function: an estimate, and Halley's steps towards the root.

/// The steps after which nothing changes any more, from the estimate on.
const STEPS: usize = 4;

/// Returns the `x` for which `erf(x)` is `y`; NaN outside -1..=1.
pub(super) fn erf(y: f64) -> f64 {
    if !(-1.0..=1.0).contains(&y) {
        return f64::NAN;
    }
    if y.abs() == 1.0 || y == 0.0 {
        return if y == 0.0 { y } else { f64::INFINITY.copysign(y) };
    }
    if y.abs() > 0.5 {
        // Where erf is flat, its complement keeps the digits.
        return complement(1.0 - y.abs()).copysign(y);
    }
    let mut x = estimate(1.0 - y * y).copysign(y);
    for _ in 0..STEPS {
        x = step(x, libm::erf(x) - y);
    }
    x
}

/// Returns the `x` for which `erfc(x)` is `y`; NaN outside 0..=2. Digits of a small `y` are lost, as in Flux.
pub(super) fn erfc(y: f64) -> f64 {
    if !(0.0..=2.0).contains(&y) {
        return f64::NAN;
    }
    erf(1.0 - y)
}

/// Solves `erfc(x) = y` for `y` up to 0.5.
fn complement(y: f64) -> f64 {
    if y == 0.0 {
        return f64::INFINITY;
    }
    let mut x = estimate(y * (2.0 - y));
    for _ in 0..STEPS {
        x = step(x, y - libm::erfc(x));
    }
    x
}

/// Returns about `x` where `1 - erf(x)^2` is `rest`, by Winitzki's formula.
fn estimate(rest: f64) -> f64 {
    let a = 0.147;
    let log = rest.ln();
    let b = 2.0 / (std::f64::consts::PI * a) + log / 2.0;
    ((b * b - log / a).sqrt() - b).sqrt()
}

/// Makes one step of Halley's method from `x`, where erf is too large by `error`.
fn step(x: f64, error: f64) -> f64 {
    let slope = std::f64::consts::FRAC_2_SQRT_PI * (-x * x).exp();
    if slope == 0.0 {
        return x;
    }
    let newton = error / slope;
    x - newton / (1.0 + x * newton)
}
