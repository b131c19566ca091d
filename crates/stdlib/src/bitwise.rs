//! The package `bitwise`.

use fluxlet_runtime::{Arguments, Builtin, FromValue, Package, Result, Value};

use crate::charge;

/// `bitwise`: bits of uints (`u…`) and of ints (`s…`).
pub const PACKAGE: Package = Package {
    path: "bitwise",
    source: fluxlet_sources::BITWISE,
    builtins: &[
        ("uand", Builtin::Pure(|_, args| two(args, |a: u64, b: u64| Ok(a & b)))),
        ("uor", Builtin::Pure(|_, args| two(args, |a: u64, b: u64| Ok(a | b)))),
        ("uxor", Builtin::Pure(|_, args| two(args, |a: u64, b: u64| Ok(a ^ b)))),
        ("uclear", Builtin::Pure(|_, args| two(args, |a: u64, b: u64| Ok(a & !b)))),
        (
            "ulshift",
            Builtin::Pure(|_, args| {
                two(args, |a: u64, b: u64| Ok(shift(b).and_then(|b| a.checked_shl(b)).unwrap_or(0)))
            }),
        ),
        (
            "urshift",
            Builtin::Pure(|_, args| {
                two(args, |a: u64, b: u64| Ok(shift(b).and_then(|b| a.checked_shr(b)).unwrap_or(0)))
            }),
        ),
        ("unot", Builtin::Pure(|_, args| Ok((!args.required::<u64>("a")?).into()))),
        ("sand", Builtin::Pure(|_, args| two(args, |a: i64, b: i64| Ok(a & b)))),
        ("sor", Builtin::Pure(|_, args| two(args, |a: i64, b: i64| Ok(a | b)))),
        ("sxor", Builtin::Pure(|_, args| two(args, |a: i64, b: i64| Ok(a ^ b)))),
        ("sclear", Builtin::Pure(|_, args| two(args, |a: i64, b: i64| Ok(a & !b)))),
        (
            "slshift",
            Builtin::Pure(|_, args| {
                two(args, |a: i64, b: i64| {
                    Ok(shift(charge::count("b", b)? as u64).and_then(|b| a.checked_shl(b)).unwrap_or(0))
                })
            }),
        ),
        ("srshift", Builtin::Pure(|_, args| two(args, |a: i64, b: i64| Ok(a >> charge::count("b", b)?.min(63))))),
        ("snot", Builtin::Pure(|_, args| Ok((!args.required::<i64>("a")?).into()))),
    ],
    unimplemented: &[],
};

fn two<'a, T: FromValue<'a> + Into<Value>>(args: &'a Arguments, compute: fn(T, T) -> Result<T>) -> Result<Value> {
    Ok(compute(args.required("a")?, args.required("b")?)?.into())
}

/// Shifts that leave nothing have no `u32`, or no result.
fn shift(bits: u64) -> Option<u32> {
    u32::try_from(bits).ok()
}

#[cfg(test)]
mod tests;
