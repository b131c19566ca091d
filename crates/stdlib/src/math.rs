//! The package `math`.

use fluxlet_runtime::{Arguments, Builtin, Error, FromValue, Nature, Package, Record, Result, Value, float};

mod bessel;
mod error_function;
mod exponential;
mod function;
mod gamma;
mod hyperbolic;
mod inverse;
mod reduction;
pub(crate) mod trigonometry;

use exponential as e;
use function as f;
use trigonometry as t;

/// Largest order of a Bessel function: the time grows with it.
const LARGEST_ORDER: i64 = 1_000_000;

/// `math`: functions of floats.
pub const PACKAGE: Package = Package {
    path: "math",
    source: fluxlet_sources::MATH,
    builtins: &[
        ("pi", Builtin::Value(|| Value::Float(std::f64::consts::PI))),
        ("e", Builtin::Value(|| Value::Float(std::f64::consts::E))),
        ("phi", Builtin::Value(|| Value::Float(1.618_033_988_749_895))),
        ("sqrt2", Builtin::Value(|| Value::Float(std::f64::consts::SQRT_2))),
        ("sqrte", Builtin::Value(|| Value::Float(1.648_721_270_700_128_2))),
        ("sqrtpi", Builtin::Value(|| Value::Float(1.772_453_850_905_516))),
        ("sqrtphi", Builtin::Value(|| Value::Float(1.272_019_649_514_069))),
        ("ln2", Builtin::Value(|| Value::Float(std::f64::consts::LN_2))),
        ("log2e", Builtin::Value(|| Value::Float(std::f64::consts::LOG2_E))),
        ("ln10", Builtin::Value(|| Value::Float(std::f64::consts::LN_10))),
        ("log10e", Builtin::Value(|| Value::Float(std::f64::consts::LOG10_E))),
        ("maxfloat", Builtin::Value(|| Value::Float(f64::MAX))),
        ("smallestNonzeroFloat", Builtin::Value(|| Value::Float(f64::from_bits(1)))),
        ("maxint", Builtin::Value(|| Value::Int(i64::MAX))),
        ("minint", Builtin::Value(|| Value::Int(i64::MIN))),
        ("maxuint", Builtin::Value(|| Value::UInt(u64::MAX))),
        ("abs", Builtin::Pure(|_, args| of_x(args, f64::abs))),
        ("acos", Builtin::Pure(|_, args| of_x(args, t::acos))),
        ("acosh", Builtin::Pure(|_, args| of_x(args, hyperbolic::acosh))),
        ("asin", Builtin::Pure(|_, args| of_x(args, t::asin))),
        ("asinh", Builtin::Pure(|_, args| of_x(args, hyperbolic::asinh))),
        ("atan", Builtin::Pure(|_, args| of_x(args, t::atan))),
        ("atanh", Builtin::Pure(|_, args| of_x(args, hyperbolic::atanh))),
        ("cbrt", Builtin::Pure(|_, args| of_x(args, e::cbrt))),
        ("ceil", Builtin::Pure(|_, args| of_x(args, f64::ceil))),
        ("cos", Builtin::Pure(|_, args| of_x(args, t::cos))),
        ("cosh", Builtin::Pure(|_, args| of_x(args, hyperbolic::cosh))),
        ("erf", Builtin::Pure(|_, args| of_x(args, error_function::erf))),
        ("erfc", Builtin::Pure(|_, args| of_x(args, error_function::erfc))),
        ("erfcinv", Builtin::Pure(|_, args| of_x(args, inverse::erfc))),
        ("erfinv", Builtin::Pure(|_, args| of_x(args, inverse::erf))),
        ("exp", Builtin::Pure(|_, args| of_x(args, float::exp))),
        ("exp2", Builtin::Pure(|_, args| of_x(args, e::exp2))),
        ("expm1", Builtin::Pure(|_, args| of_x(args, e::expm1))),
        ("floor", Builtin::Pure(|_, args| of_x(args, f64::floor))),
        ("gamma", Builtin::Pure(|_, args| of_x(args, gamma::gamma))),
        ("j0", Builtin::Pure(|_, args| of_x(args, bessel::j0))),
        ("j1", Builtin::Pure(|_, args| of_x(args, bessel::j1))),
        ("log", Builtin::Pure(|_, args| of_x(args, float::ln))),
        ("log10", Builtin::Pure(|_, args| of_x(args, e::log10))),
        ("log1p", Builtin::Pure(|_, args| of_x(args, e::log1p))),
        ("log2", Builtin::Pure(|_, args| of_x(args, e::log2))),
        ("logb", Builtin::Pure(|_, args| of_x(args, f::logb))),
        ("round", Builtin::Pure(|_, args| of_x(args, f64::round))),
        ("roundtoeven", Builtin::Pure(|_, args| of_x(args, f64::round_ties_even))),
        ("sin", Builtin::Pure(|_, args| of_x(args, t::sin))),
        ("sinh", Builtin::Pure(|_, args| of_x(args, hyperbolic::sinh))),
        ("sqrt", Builtin::Pure(|_, args| of_x(args, f64::sqrt))),
        ("tan", Builtin::Pure(|_, args| of_x(args, t::tan))),
        ("tanh", Builtin::Pure(|_, args| of_x(args, hyperbolic::tanh))),
        ("trunc", Builtin::Pure(|_, args| of_x(args, f64::trunc))),
        ("y0", Builtin::Pure(|_, args| of_x(args, bessel::y0))),
        ("y1", Builtin::Pure(|_, args| of_x(args, bessel::y1))),
        ("copysign", Builtin::Pure(|_, args| two(args, "x", "y", Nature::Float, f64::copysign))),
        ("dim", Builtin::Pure(|_, args| two(args, "x", "y", Nature::Float, f::dim))),
        ("mMax", Builtin::Pure(|_, args| two(args, "x", "y", Nature::Float, f::max))),
        ("mMin", Builtin::Pure(|_, args| two(args, "x", "y", Nature::Float, f::min))),
        ("mod", Builtin::Pure(|_, args| two(args, "x", "y", Nature::Float, |x: f64, y: f64| x % y))),
        ("nextafter", Builtin::Pure(|_, args| two(args, "x", "y", Nature::Float, f::next_after))),
        ("pow", Builtin::Pure(|_, args| two(args, "x", "y", Nature::Float, float::pow))),
        ("remainder", Builtin::Pure(|_, args| two(args, "x", "y", Nature::Float, libm::remainder))),
        ("atan2", Builtin::Pure(|_, args| two(args, "y", "x", Nature::Float, t::atan2))),
        ("hypot", Builtin::Pure(|_, args| two(args, "p", "q", Nature::Float, e::hypot))),
        ("float64bits", Builtin::Pure(|_, args| one(args, "f", Nature::UInt, f64::to_bits))),
        ("float64frombits", Builtin::Pure(|_, args| one(args, "b", Nature::Float, f64::from_bits))),
        ("frexp", Builtin::Pure(|_, args| record(args, "frexp", "f", f::frexp))),
        ("ldexp", Builtin::Pure(|_, args| two(args, "frac", "exp", Nature::Float, float::scale))),
        ("modf", Builtin::Pure(|_, args| record(args, "modf", "f", f::modf))),
        ("lgamma", Builtin::Pure(|_, args| record(args, "lgamma", "x", f::lgamma))),
        ("sincos", Builtin::Pure(|_, args| record(args, "sincos", "x", f::sincos))),
        ("ilogb", Builtin::Pure(|_, args| one(args, "x", Nature::Int, f::ilogb))),
        ("jn", Builtin::Pure(|_, args| of_order(args, bessel::jn))),
        ("yn", Builtin::Pure(|_, args| of_order(args, bessel::yn))),
        ("pow10", Builtin::Pure(|_, args| one(args, "n", Nature::Float, f::pow10))),
        ("isInf", Builtin::Pure(|_, args| two(args, "f", "sign", Nature::Bool, f::is_inf))),
        ("isNaN", Builtin::Pure(|_, args| one(args, "f", Nature::Bool, f64::is_nan))),
        ("signbit", Builtin::Pure(|_, args| one(args, "x", Nature::Bool, f64::is_sign_negative))),
        ("mInf", Builtin::Pure(|_, args| one(args, "sign", Nature::Float, f::infinity))),
        // The last bit is that of the real one; `float64bits` shows it.
        ("NaN", Builtin::Pure(|_, _| Ok(Value::Float(f64::from_bits(0x7ff8_0000_0000_0001))))),
    ],
    unimplemented: &[],
};

fn of_x(args: &Arguments, compute: fn(f64) -> f64) -> Result<Value> {
    one(args, "x", Nature::Float, compute)
}

/// Tells whether an argument is a null of some type; a null without a type is an error, as it is of no number.
fn is_null(args: &Arguments, name: &str) -> Result<bool> {
    match args.value(name)? {
        Value::Null(None) => {
            Err(Error::mismatch(format_args!("argument `{name}`"), "a number", "a null without a type"))
        }
        value => Ok(value.is_null()),
    }
}

/// Computes with one argument; a null gives the null of the result's type.
fn one<'a, T, R>(args: &'a Arguments, name: &str, result: Nature, compute: impl Fn(T) -> R) -> Result<Value>
where
    T: FromValue<'a>,
    R: Into<Value>,
{
    if is_null(args, name)? {
        return Ok(Value::Null(Some(result)));
    }
    Ok(compute(args.required(name)?).into())
}

/// Computes with two arguments; if either is null, so is the result.
fn two<'a, A, B, R>(
    args: &'a Arguments,
    first: &str,
    second: &str,
    result: Nature,
    compute: impl Fn(A, B) -> R,
) -> Result<Value>
where
    A: FromValue<'a>,
    B: FromValue<'a>,
    R: Into<Value>,
{
    if is_null(args, first)? | is_null(args, second)? {
        return Ok(Value::Null(Some(result)));
    }
    Ok(compute(args.required(first)?, args.required(second)?).into())
}

/// Computes a record, which has no null.
fn record(args: &Arguments, function: &str, name: &str, compute: fn(f64) -> Record) -> Result<Value> {
    if args.value(name)?.is_null() {
        return Err(Error::invalid(format!("{function} does not support null values")));
    }
    Ok(compute(args.required(name)?).into())
}

fn of_order(args: &Arguments, compute: fn(i32, f64) -> f64) -> Result<Value> {
    if is_null(args, "n")? | is_null(args, "x")? {
        return Ok(Value::Null(Some(Nature::Float)));
    }
    let order: i64 = args.required("n")?;
    match i32::try_from(order) {
        Ok(small) if (-LARGEST_ORDER..=LARGEST_ORDER).contains(&order) => {
            Ok(compute(small, args.required("x")?).into())
        }
        _ => Err(Error::invalid(format!(
            "argument `n` must lie between -{LARGEST_ORDER} and {LARGEST_ORDER}, found {order}"
        ))),
    }
}

#[cfg(test)]
mod tests;
