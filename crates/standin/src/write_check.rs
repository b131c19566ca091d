//! Decides which points of a write a bucket takes: the types of its fields, and how old a point may be.

use std::collections::BTreeMap;

use crate::clock::{SECOND, Span, Timestamp};
use crate::error::{ApiError, Code};
use crate::id::Id;
use crate::line_protocol::{FieldType, Point};

/// The name that is for the time of a point, so that no field can have it.
const TIME: &str = "time";

/// The types of the fields of a bucket, by measurement and field.
#[derive(Clone, Debug, Default)]
pub(crate) struct FieldTypes(BTreeMap<String, BTreeMap<String, FieldType>>);

/// What came of a write.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// How many points were taken, even where others were not.
    pub(crate) written: u64,
    /// What the client is told.
    pub(crate) result: Result<(), ApiError>,
}

impl FieldTypes {
    /// Takes the points that fit; `retention_seconds` is 0 for a bucket that keeps points for ever.
    pub(crate) fn write(&mut self, points: &[Point], bucket: Id, retention_seconds: i64, now: Timestamp) -> Outcome {
        let bound = match retention_seconds {
            0 => Timestamp(i64::MIN),
            seconds => Timestamp(now.0.saturating_sub(seconds.saturating_mul(SECOND))),
        };
        let too_old: Vec<&Point> = points.iter().filter(|point| point.time < bound).collect();

        let mut written = 0;
        let mut dropped = 0;
        let mut reason = None;
        let mut stripped = None;
        for point in points.iter().filter(|point| point.time >= bound) {
            match self.add(point) {
                Ok(had_time) => {
                    written += 1;
                    if had_time {
                        stripped.get_or_insert(point);
                    }
                }
                Err(error) => {
                    dropped += 1;
                    reason.get_or_insert(error);
                }
            }
        }

        let place = format!("for database: {bucket} for retention policy: autogen");
        let problem = if let Some(reason) = reason {
            Some(format!("{reason} dropped={dropped}"))
        } else if let Some(point) = stripped {
            let reason = time_field(point);
            Some(format!("{reason}. Field {TIME:?} has been stripped from point. dropped=0 {place}"))
        } else {
            let oldest = too_old.iter().min_by_key(|point| point.time);
            let newest = too_old.iter().max_by_key(|point| point.time);
            oldest.zip(newest).map(|(oldest, newest)| {
                let describe = |point: &Point| {
                    let (name, time) = (&point.measurement, point.time);
                    format!(
                        "point {name} at {time} dropped because it violates a Retention Policy Lower Bound at {bound}"
                    )
                };
                format!(
                    "dropped {count} points outside retention policy of duration {kept} - oldest {}, newest {} \
                     dropped={count} {place}",
                    describe(oldest),
                    describe(newest),
                    count = too_old.len(),
                    kept = Span(retention_seconds.saturating_mul(SECOND)),
                )
            })
        };
        let result = problem.map_or(Ok(()), |problem| {
            let message = format!("failure writing points to database: partial write: {problem}");
            Err(ApiError::new(Code::Unprocessable, message))
        });
        Outcome { written, result }
    }

    /// Adds the fields of a point; tells whether a field of the name `time` was left out.
    fn add(&mut self, point: &Point) -> Result<bool, String> {
        let known = self.0.get(&point.measurement);
        let mut fresh: BTreeMap<&str, FieldType> = BTreeMap::new();
        let mut had_time = false;
        for (name, kind) in &point.fields {
            if name == TIME {
                had_time = true;
                continue;
            }
            let existing = known.and_then(|fields| fields.get(name)).or_else(|| fresh.get(name.as_str())).copied();
            match existing {
                Some(existing) if existing != *kind => {
                    return Err(format!(
                        "field type conflict: input field {name:?} on measurement {:?} is type {}, already exists as \
                         type {}",
                        point.measurement,
                        kind.name(),
                        existing.name()
                    ));
                }
                Some(_) => {}
                None => {
                    fresh.insert(name, *kind);
                }
            }
        }
        if had_time && point.fields.iter().all(|(name, _)| name == TIME) {
            return Err(time_field(point));
        }
        if !fresh.is_empty() {
            let fields = self.0.entry(point.measurement.clone()).or_default();
            fields.extend(fresh.into_iter().map(|(name, kind)| (name.to_owned(), kind)));
        }
        Ok(had_time)
    }
}

fn time_field(point: &Point) -> String {
    let measurement = &point.measurement;
    format!("invalid field name: input field {TIME:?} on measurement {measurement:?} is invalid")
}

#[cfg(test)]
mod tests;
