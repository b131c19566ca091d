//! How fast are functions of a script, called for each element of an array?

#![allow(clippy::print_stdout, reason = "a benchmark prints what it found")]

use fluxlet_benches::measure::{Contender, Ratio, Samples, interleave};
use fluxlet_benches::oracle::Oracle;
use fluxlet_benches::report::{Goal, Report};
use fluxlet_benches::{Result, machine, sized};

use crate::lambdas::{LAMBDAS, Lambda};

mod lambdas;
mod peers;
mod real;

/// The peers, in the order of the columns; we come first.
const NAMES: [&str; 5] = ["fluxlet", "lua", "starlark", "koto", "rhai"];

fn main() -> Result {
    machine::pin()?;
    let elements = sized(500_000, 1_000);
    let oracle = Oracle::find();
    let mut report = Report::new("evaluation", env!("CARGO_TARGET_TMPDIR"));
    println!("ns an element, best of the rounds, CPU time of one thread; the real Flux by the clock");
    println!("{:12} {}  real flux", "", NAMES.map(|name| format!("{name:>9}")).join(" "));
    let mut against: [Vec<Ratio>; NAMES.len()] = Default::default();
    let mut against_real = Vec::new();
    for lambda in chosen() {
        let samples = rounds(lambda, elements)?;
        let times: Vec<String> = samples.iter().map(|samples| format!("{:9.1}", samples.min())).collect();
        print!("{:12} {}", lambda.name, times.join(" "));
        let Some(ours) = samples.first() else { continue };
        for (ratios, peer) in against.iter_mut().zip(&samples) {
            ratios.push(if peer.name == "rhai" { Ratio::new(peer, ours) } else { Ratio::new(ours, peer) });
        }
        if let Some(oracle) = &oracle {
            let time = real::time(oracle, lambda)?;
            print!("  {time:9.1}");
            let ratio = time / ours.min();
            against_real.push(Ratio { of_minima: ratio, spread: (time / ours.median(), ratio) });
        }
        println!();
    }
    let [_, lua, starlark, koto, rhai] = against.map(|ratios| Ratio::geometric_mean(&ratios));
    report.ratio("ours ÷ Lua 5.4, geometric mean", Goal::AtMost(1.5), lua);
    report.ratio("ours ÷ Starlark", Goal::AtMost(1.5), starlark);
    report.ratio("ours ÷ Koto", Goal::None, koto);
    report.ratio("Rhai ÷ ours", Goal::AtLeast(10.0), rhai);
    match oracle {
        Some(_) => {
            report.ratio("real Flux ÷ ours", Goal::AtLeast(20.0), Ratio::geometric_mean(&against_real));
        }
        None => report.skipped("real Flux ÷ ours", "FLUXLET_ORACLE is not set"),
    }
    report.finish()
}

/// Returns the lambdas to measure: all, or those that `FLUXLET_BENCH_ONLY` names, apart by commas.
fn chosen() -> impl Iterator<Item = &'static Lambda> {
    let only = std::env::var("FLUXLET_BENCH_ONLY").unwrap_or_default();
    LAMBDAS.iter().filter(move |lambda| only.is_empty() || only.split(',').any(|name| name == lambda.name))
}

fn rounds(lambda: &Lambda, elements: usize) -> Result<Vec<Samples>> {
    let mut contenders = [
        Contender::new("fluxlet", peers::fluxlet(lambda, elements)?),
        Contender::new("lua", peers::lua(lambda, elements)?),
        Contender::new("starlark", peers::starlark(lambda, elements)?),
        Contender::new("koto", peers::koto(lambda, elements)?),
        Contender::new("rhai", peers::rhai(lambda, elements)?),
    ];
    interleave(sized(9, 1), &mut contenders)
}
