//! The same functions in the real Flux, whole process.

use fluxlet_benches::oracle::{Cores, Oracle};
use fluxlet_benches::{Result, sized};

use crate::lambdas::Lambda;

/// Returns the nanoseconds an element: a script less the same script without the function, each at its best.
pub(crate) fn time(oracle: &Oracle, lambda: &Lambda) -> Result<f64> {
    let doublings = sized(7, 1);
    let (mut with, mut without) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..sized(3, 1) {
        without = without.min(oracle.time(&script(lambda, doublings, "xs"), Cores::All)?);
        with = with.min(oracle.time(&script(lambda, doublings, &lambda.flux_call()), Cores::All)?);
    }
    Ok((with - without) * 1e9 / f64::from(1000 << doublings))
}

fn script(lambda: &Lambda, doublings: u32, value: &str) -> String {
    let element = |i: u32| if lambda.records { format!("{{id: {i}, value: {i}}}") } else { i.to_string() };
    let first: Vec<String> = (0..1000).map(element).collect();
    let mut text = format!("{}x0 = [{}]\n", Lambda::flux_declarations(), first.join(", "));
    for doubling in 0..doublings {
        text.push_str(&format!("x{} = array.concat(arr: x{doubling}, v: x{doubling})\n", doubling + 1));
    }
    // Unused names are no mistake, and a script has to end in a table.
    text.push_str(&format!(
        "xs = x{doublings}\nys = {value}\narray.from(rows: [{{n: length(arr: ys), m: inc(v: 1)}}])\n"
    ));
    text
}
