//! The table at the end: what was asked, what came out, whether it is enough.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::measure::Ratio;
use crate::{Result, machine, quick};

/// What a figure should be.
#[derive(Clone, Copy)]
pub enum Goal {
    /// No more than this.
    AtMost(f64),
    /// No less than this.
    AtLeast(f64),
    /// It is only told.
    None,
}

/// The answers to one question.
pub struct Report {
    question: &'static str,
    folder: PathBuf,
    rows: Vec<String>,
}

impl Report {
    /// Starts the answers to `question`, whose rows are kept in `folder` for the table of all.
    pub fn new(question: &'static str, folder: &str) -> Self {
        println!("\n== {question}, on {}", machine::description());
        Self { question, folder: Path::new(folder).join("benches"), rows: Vec::new() }
    }

    /// Adds a ratio.
    pub fn ratio(&mut self, measure: &str, goal: Goal, ratio: Ratio) {
        let (low, high) = ratio.spread;
        self.add(measure, goal, ratio.of_minima, "", &format!("{low:.2}–{high:.2}"));
    }

    /// Adds a figure with its unit.
    pub fn figure(&mut self, measure: &str, goal: Goal, figure: f64, unit: &str) {
        self.add(measure, goal, figure, unit, "");
    }

    /// Adds a line for what could not be measured.
    pub fn skipped(&mut self, measure: &str, why: &str) {
        self.rows.push([self.question, measure, "", "", "", &format!("skipped: {why}")].join("\t"));
    }

    /// Prints the answers and keeps them.
    ///
    /// # Errors
    /// If they cannot be kept.
    pub fn finish(self) -> Result {
        fs::create_dir_all(&self.folder)?;
        let text = self.rows.join("\n");
        print!("{}", table(&text));
        Ok(fs::write(self.folder.join(format!("{}.tsv", self.question)), text)?)
    }

    fn add(&mut self, measure: &str, goal: Goal, figure: f64, unit: &str, spread: &str) {
        let number = |figure: f64| if figure.abs() < 10.0 { format!("{figure:.2}") } else { format!("{figure:.1}") };
        let (wanted, met) = match goal {
            Goal::AtMost(most) => (format!("≤ {most} {unit}"), figure <= most),
            Goal::AtLeast(least) => (format!("≥ {least} {unit}"), figure >= least),
            Goal::None => (String::new(), true),
        };
        let verdict = match goal {
            Goal::None => "",
            _ if quick() => "quick, not judged",
            _ if met => "met",
            _ => "not met",
        };
        let result = format!("{} {unit}", number(figure));
        self.rows.push([self.question, measure, wanted.trim(), result.trim(), spread, verdict].join("\t"));
    }
}

/// Prints the answers to all `questions` that were kept in `folder`.
///
/// # Errors
/// If they cannot be read.
pub fn print_all(questions: &[&str], folder: &str) -> Result {
    let folder = Path::new(folder).join("benches");
    let mut text = String::new();
    for question in questions {
        match fs::read_to_string(folder.join(format!("{question}.tsv"))) {
            Ok(rows) => writeln!(text, "{rows}")?,
            Err(_) => writeln!(text, "{question}\t\t\t\t\tnot asked yet")?,
        }
    }
    println!("\n== all questions, on {}", machine::description());
    print!("{}", table(text.trim_end()));
    Ok(())
}

/// Sets rows of columns apart by tabs as a table in Markdown.
fn table(rows: &str) -> String {
    let heading = "question\tmeasure\tgoal\tresult\tquartiles\t".split('\t').map(str::to_owned).collect();
    let mut cells: Vec<Vec<String>> = vec![heading];
    cells.extend(rows.lines().map(|row| row.split('\t').map(str::to_owned).collect()));
    let widths: Vec<usize> = (0..6)
        .map(|column| {
            cells.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
        })
        .collect();
    let mut text = String::new();
    for (index, row) in cells.iter().enumerate() {
        text.push('|');
        for (cell, width) in row.iter().zip(&widths) {
            let _ = write!(text, " {cell:width$} |");
        }
        text.push('\n');
        if index == 0 {
            text.push('|');
            widths.iter().for_each(|width| text.push_str(&format!("{}|", "-".repeat(width + 2))));
            text.push('\n');
        }
    }
    text
}
