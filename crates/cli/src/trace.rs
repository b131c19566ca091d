//! `--trace`: what is told of each call.

use fluxlet_transport::{Builder, Exchanged};

use crate::report::Report;

/// Returns the builder of a transport that tells `report`, if there is one, of each call when it has ended.
pub(crate) fn observed(builder: Builder, report: Option<&Report>) -> Builder {
    let Some(report) = report.cloned() else { return builder };
    builder.on_exchange(move |exchanged| report.note(&line(exchanged)))
}

/// Returns a line such as `GET http://localhost:8086/health: 200, 212 bytes, 3.1 ms, attempt 1`.
fn line(exchanged: &Exchanged) -> String {
    let Exchanged { method, origin, path, bytes, attempt, .. } = exchanged;
    let milliseconds = exchanged.elapsed.as_secs_f64() * 1000.0;
    let outcome = match (exchanged.status, exchanged.error) {
        (Some(status), _) => format!("{status}, {bytes} bytes"),
        (None, Some(code)) => code.to_string(),
        (None, None) => "no answer".to_owned(),
    };
    format!("{method} {origin}{path}: {outcome}, {milliseconds:.1} ms, attempt {attempt}")
}
