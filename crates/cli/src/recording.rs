//! What becomes of the requests of a run: they are sent, recorded, answered from a cassette, or only shown.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use fluxlet::exchange::{Cassette, CassetteFile, DryRun, Form, Recorder, Replayer};
use fluxlet::{Context, Error};

use crate::arguments::{RecordArguments, RequestFormat, Sent};
use crate::context::Made;
use crate::failure::Failure;
use crate::output;
use crate::report::Report;

/// Most exchanges that a note names.
const MOST: usize = 5;

/// What is left to do when a run has ended.
pub(crate) enum Recording {
    Nothing,
    Record(Unfinished),
    Replay(Replayer),
    DryRun(DryRun),
}

/// A recording that has begun, if there is one; the end of the run and an interrupt finish it, whichever comes first. Clones
/// are the same.
#[derive(Clone, Default)]
pub(crate) struct Unfinished(Arc<Mutex<Option<Begun>>>);

enum Begun {
    Run {
        recorder: Recorder,
        file: CassetteFile,
        path: PathBuf,
        context: Context,
        secrets: Vec<String>,
    },
    /// Of test cases, which are recorded all or not at all.
    Tests,
}

impl Unfinished {
    /// Notes that test cases are being recorded.
    pub(crate) fn begin_tests(&self) {
        *self.begun() = Some(Begun::Tests);
    }

    /// Writes what was exchanged until Ctrl-C, and tells of it.
    pub(crate) fn interrupt(&self, report: &Report) {
        let mut begun = self.begun();
        let saved = match begun.take() {
            None => return,
            Some(Begun::Run { recorder, file, path, context, secrets }) => {
                save(&recorder, file, &context, secrets, true).map(|count| (count, path))
            }
            Some(Begun::Tests) => Ok((0, PathBuf::new())),
        };
        match saved {
            Ok((0, _)) => report.note("nothing was recorded"),
            Ok((1, path)) => report.note(&format!("`{}` holds the one exchange that had ended", path.display())),
            Ok((count, path)) => {
                report.note(&format!("`{}` holds the {count} exchanges that had ended", path.display()));
            }
            Err(error) => report.failure(&Failure::Run(error)),
        }
    }

    /// Writes the cassette of a run that has ended, unless an interrupt did it.
    fn end(&self) -> Result<(), Error> {
        // Who takes it writes it under the lock, so that the process does not end in the middle.
        let mut begun = self.begun();
        match begun.take() {
            Some(Begun::Run { recorder, file, context, secrets, .. }) => {
                save(&recorder, file, &context, secrets, false).map(drop)
            }
            Some(Begun::Tests) | None => Ok(()),
        }
    }

    fn begun(&self) -> MutexGuard<'_, Option<Begun>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Writes a cassette, one of no exchanges only if the run `is_cut` not, and returns how many it holds.
fn save(
    recorder: &Recorder,
    file: CassetteFile,
    context: &Context,
    secrets: Vec<String>,
    is_cut: bool,
) -> Result<usize, Error> {
    let exchanges = recorder.exchanges()?;
    let count = exchanges.len();
    if count > 0 || !is_cut {
        let mut cassette = Cassette::of(context).with_secrets(secrets);
        cassette.add(None, exchanges);
        file.save(&cassette)?;
    }
    Ok(count)
}

impl Recording {
    /// Begins what the arguments ask for, and returns the context of the run.
    ///
    /// # Errors
    /// [`Failure::Usage`] if the cassette could not be written later.
    pub(crate) fn begin(arguments: &RecordArguments, made: &Made, report: &Report) -> Result<(Self, Context), Failure> {
        let context = &made.context;
        if let Some(path) = &arguments.record {
            let file = create(path)?;
            let (recorder, context) = Recorder::around(context).map_err(Failure::Run)?;
            let (path, secrets) = (path.clone(), made.secrets.clone());
            let unfinished = report.unfinished();
            *unfinished.begun() = Some(Begun::Run { recorder, file, path, context: context.clone(), secrets });
            return Ok((Self::Record(unfinished.clone()), context));
        }
        if let Some(sent) = arguments.dry_run {
            let progress = report.progress().clone();
            let show = move |text: &str| {
                progress.clear();
                // A closed output is noticed nowhere else: the values are not written.
                drop(output::write_text(text));
            };
            let form = form(arguments.request_format);
            let (dry_run, context) = match sent {
                Sent::Nothing => DryRun::around(context, form, show),
                Sent::Reads => DryRun::with_reads(context, form, show).map_err(Failure::Run)?,
            };
            return Ok((Self::DryRun(dry_run), context));
        }
        match &made.replayer {
            Some(replayer) => Ok((Self::Replay(replayer.clone()), context.clone())),
            None => Ok((Self::Nothing, context.clone())),
        }
    }

    /// Tells whether the values of the run mean something.
    pub(crate) fn has_values(&self) -> bool {
        !matches!(self, Self::DryRun(_))
    }

    /// Ends it: writes the cassette, or tells what was not replayed or not sent.
    ///
    /// # Errors
    /// [`Failure::Run`] if the cassette cannot be written.
    pub(crate) fn end(self, report: &mut Report) -> Result<(), Failure> {
        match self {
            Self::Nothing => {}
            Self::Record(unfinished) => unfinished.end().map_err(Failure::Run)?,
            Self::Replay(replayer) => note_unused(&replayer.unused(), "", report),
            Self::DryRun(dry_run) => {
                let (shown, sent) = (dry_run.shown(), dry_run.sent());
                let requests = if shown == 1 { "request was" } else { "requests were" };
                let sent = if sent == 0 { "none".to_owned() } else { sent.to_string() };
                report.note(&format!(
                    "{shown} {requests} shown, {sent} sent; what was not sent was answered with status 204 and no body"
                ));
            }
        }
        Ok(())
    }
}

/// Reads a cassette.
///
/// # Errors
/// [`Failure::Usage`] for what cannot be read, or is none.
pub(crate) fn load(path: &Path) -> Result<Cassette, Failure> {
    Cassette::load(path).map_err(|error| of_file(path, &error))
}

/// Makes ready to write a cassette.
///
/// # Errors
/// [`Failure::Usage`] where no file can be made.
pub(crate) fn create(path: &Path) -> Result<CassetteFile, Failure> {
    CassetteFile::create(path).map_err(|error| of_file(path, &error))
}

/// Tells which exchanges of a cassette were not asked for.
pub(crate) fn note_unused(unused: &[String], whose: &str, report: &mut Report) {
    let named = unused.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join("; ");
    let more = if unused.len() > MOST { "; …" } else { "" };
    match unused.len() {
        0 => {}
        1 => report.note(&format!("{whose}one exchange of the cassette was not asked for: {named}")),
        count => report.note(&format!("{whose}{count} exchanges of the cassette were not asked for: {named}{more}")),
    }
}

fn form(format: RequestFormat) -> Form {
    match format {
        RequestFormat::Text => Form::Text,
        RequestFormat::Curl => Form::Curl,
        RequestFormat::Json => Form::Json,
    }
}

fn of_file(path: &Path, error: &Error) -> Failure {
    Failure::file(path, error.message())
}
