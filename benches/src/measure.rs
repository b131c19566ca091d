//! Rounds in turns, and what follows from them.

use std::time::Instant;

use crate::{Result, machine};

/// One who takes part: a name, and what measures one round.
pub struct Contender<'a> {
    name: String,
    round: Box<dyn FnMut() -> Result<f64> + 'a>,
}

impl<'a> Contender<'a> {
    /// Makes one of a closure that does a round and returns its figure.
    pub fn new(name: impl Into<String>, round: impl FnMut() -> Result<f64> + 'a) -> Self {
        Self { name: name.into(), round: Box::new(round) }
    }
}

/// The figures of one contender, one a round.
#[derive(Clone, Debug)]
pub struct Samples {
    /// Who it was.
    pub name: String,
    figures: Vec<f64>,
}

impl Samples {
    /// Returns the best figure.
    pub fn min(&self) -> f64 {
        self.figures.iter().copied().fold(f64::INFINITY, f64::min)
    }

    /// Returns the figure in the middle.
    pub fn median(&self) -> f64 {
        quantile(self.figures.clone(), 0.5)
    }
}

/// How two contenders compare.
#[derive(Clone, Copy, Debug)]
pub struct Ratio {
    /// The best round of the one by the best of the other.
    pub of_minima: f64,
    /// The lower and the upper quartile of what single rounds gave.
    pub spread: (f64, f64),
}

impl Ratio {
    /// Returns `above` by `below`.
    pub fn new(above: &Samples, below: &Samples) -> Self {
        let rounds: Vec<f64> = above.figures.iter().zip(&below.figures).map(|(a, b)| a / b).collect();
        let spread = (quantile(rounds.clone(), 0.25), quantile(rounds, 0.75));
        Self { of_minima: above.min() / below.min(), spread }
    }

    /// Returns the geometric mean of ratios.
    pub fn geometric_mean(ratios: &[Ratio]) -> Self {
        let mean = |figure: fn(&Ratio) -> f64| {
            (ratios.iter().map(|ratio| figure(ratio).ln()).sum::<f64>() / ratios.len() as f64).exp()
        };
        Self {
            of_minima: mean(|ratio| ratio.of_minima),
            spread: (mean(|ratio| ratio.spread.0), mean(|ratio| ratio.spread.1)),
        }
    }
}

/// Runs all contenders in each round, each time from another one on, after a round that does not count.
///
/// # Errors
/// Those of the rounds.
pub fn interleave(rounds: usize, contenders: &mut [Contender<'_>]) -> Result<Vec<Samples>> {
    let mut samples: Vec<Samples> =
        contenders.iter().map(|contender| Samples { name: contender.name.clone(), figures: Vec::new() }).collect();
    for contender in contenders.iter_mut() {
        (contender.round)().map_err(|error| format!("{}: {error}", contender.name))?;
    }
    let count = contenders.len();
    for round in 0..rounds {
        for turn in 0..count {
            let index = (round + turn) % count;
            if let (Some(contender), Some(samples)) = (contenders.get_mut(index), samples.get_mut(index)) {
                samples.figures.push((contender.round)()?);
            }
        }
    }
    Ok(samples)
}

/// Returns the seconds that this thread computes in `work`.
///
/// # Errors
/// Those of `work`.
pub fn computing(work: impl FnOnce() -> Result) -> Result<f64> {
    let start = machine::thread_time()?;
    work()?;
    Ok((machine::thread_time()? - start).as_secs_f64())
}

/// Returns the seconds that pass in `work`.
///
/// # Errors
/// Those of `work`.
pub fn passing(work: impl FnOnce() -> Result) -> Result<f64> {
    let start = Instant::now();
    work()?;
    Ok(start.elapsed().as_secs_f64())
}

/// Returns the exponent with which `y` grows in `x`: the slope of the line through the logarithms.
pub fn exponent(points: &[(f64, f64)]) -> f64 {
    let count = points.len() as f64;
    let logs = || points.iter().map(|(x, y)| (x.ln(), y.ln()));
    let (x_mean, y_mean) = (logs().map(|(x, _)| x).sum::<f64>() / count, logs().map(|(_, y)| y).sum::<f64>() / count);
    let above: f64 = logs().map(|(x, y)| (x - x_mean) * (y - y_mean)).sum();
    above / logs().map(|(x, _)| (x - x_mean).powi(2)).sum::<f64>()
}

fn quantile(mut figures: Vec<f64>, part: f64) -> f64 {
    figures.sort_unstable_by(f64::total_cmp);
    let at = (figures.len().saturating_sub(1) as f64 * part).round() as usize;
    figures.get(at).copied().unwrap_or(f64::NAN)
}
