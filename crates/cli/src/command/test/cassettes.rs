//! The cassettes of files with test cases: `NAME_test.cassette` beside `NAME_test.flux`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use fluxlet::exchange::{Cassette, CassetteFile, Exchange, Recorder};
use fluxlet::{Context, TestCase};

use super::collect::Found;
use crate::context::Made;
use crate::failure::Failure;
use crate::recording;

/// How the names of cassettes end.
const ENDING: &str = "cassette";

/// What answers the test cases of files, by the names of the files.
#[derive(Default)]
pub(super) struct Cassettes(BTreeMap<String, Cassette>);

/// Cassettes that are being recorded.
pub(super) struct Tapes(BTreeMap<String, Tape>);

struct Tape {
    path: PathBuf,
    file: CassetteFile,
    cassette: Option<Cassette>,
}

/// What a test case that is recorded leaves.
pub(super) struct Recorded {
    recorder: Recorder,
    context: Context,
    secrets: Vec<String>,
}

impl Cassettes {
    /// Reads the cassettes that stand beside the files.
    ///
    /// # Errors
    /// [`Failure::Usage`] for a cassette that is wrong.
    pub(super) fn beside(found: &Found) -> Result<Self, Failure> {
        let mut cassettes = BTreeMap::new();
        for file in &found.files {
            let path = file.path.with_extension(ENDING);
            if path.is_file() {
                cassettes.insert(file.name.clone(), recording::load(&path)?);
            }
        }
        Ok(Self(cassettes))
    }

    /// Returns what answers a test case.
    pub(super) fn of(&self, case: &TestCase) -> Option<&Cassette> {
        self.0.get(case.file().name())
    }
}

impl Tapes {
    /// Makes ready to write a cassette beside each file.
    ///
    /// # Errors
    /// [`Failure::Usage`] where no file can be made.
    pub(super) fn create(found: &Found) -> Result<Self, Failure> {
        let mut tapes = BTreeMap::new();
        for file in &found.files {
            let path = file.path.with_extension(ENDING);
            let tape = Tape { file: recording::create(&path)?, path, cassette: None };
            tapes.insert(file.name.clone(), tape);
        }
        Ok(Self(tapes))
    }

    /// Adds what a test case has asked and got.
    ///
    /// # Errors
    /// [`Failure::Run`] if it is too much to record.
    pub(super) fn add(&mut self, case: &TestCase, recorded: Recorded) -> Result<(), Failure> {
        let Some(tape) = self.0.get_mut(case.file().name()) else { return Ok(()) };
        let exchanges: Vec<Exchange> = recorded.recorder.exchanges().map_err(Failure::Run)?;
        if !exchanges.is_empty() {
            let Recorded { context, secrets, .. } = recorded;
            let cassette = tape.cassette.get_or_insert_with(|| Cassette::of(&context).with_secrets(secrets));
            cassette.add(Some(case.name()), exchanges);
        }
        Ok(())
    }

    /// Writes the cassettes. Files whose test cases ask for nothing have none.
    ///
    /// # Errors
    /// [`Failure::Run`] if one cannot be written.
    pub(super) fn save(self) -> Result<(), Failure> {
        for Tape { path, file, cassette } in self.0.into_values() {
            match cassette {
                Some(cassette) => file.save(&cassette).map_err(Failure::Run)?,
                // What was recorded before is true no more.
                None if path.is_file() => std::fs::remove_file(&path)
                    .map_err(|error| Failure::file(&path, format!("cannot remove `{}`: {error}", path.display())))?,
                None => {}
            }
        }
        Ok(())
    }
}

impl Recorded {
    /// Begins to record a test case, and returns the context that it runs in.
    ///
    /// # Errors
    /// None in practice: the context has a client.
    pub(super) fn begin(made: &Made) -> Result<(Self, Context), Failure> {
        let (recorder, context) = Recorder::around(&made.context).map_err(Failure::Run)?;
        Ok((Self { recorder, context: context.clone(), secrets: made.secrets.clone() }, context))
    }
}
