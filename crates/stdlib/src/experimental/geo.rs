//! The package `experimental/geo`.

use fluxlet_runtime::{Arguments, Builtin, Error, Package, Record, Result, Run, Value};

use crate::message::{found, quoted};

mod cell;

use cell::Cell;

/// `experimental/geo`: places on the globe; regions are declared only.
pub const PACKAGE: Package = Package {
    path: "experimental/geo",
    source: fluxlet_sources::EXPERIMENTAL_GEO,
    builtins: &[
        ("getLevel", Builtin::Pure(get_level)),
        ("s2CellIDToken", Builtin::Pure(s2_cell_id_token)),
        ("s2CellLatLon", Builtin::Pure(s2_cell_lat_lon)),
    ],
    unimplemented: &["stContains", "stDistance", "stLength", "getGrid"],
};

fn get_level(_: &Run, args: &Arguments) -> Result<Value> {
    Ok(Value::Int(cell(args.required("token")?)?.level().into()))
}

fn s2_cell_id_token(_: &Run, args: &Arguments) -> Result<Value> {
    let level: i64 = args.required("level")?;
    let level = u32::try_from(level).ok().filter(|level| (1..=30).contains(level));
    let level = level.ok_or_else(|| Error::invalid("level value must be [1, 30]"))?;
    let cell = match (args.optional::<&str>("token")?, args.optional::<&Record>("point")?) {
        (Some(token), None) => {
            let cell = cell(token)?;
            if level > cell.level() {
                let own = cell.level();
                return Err(Error::invalid(format!(
                    "cell {} is of level {own}, it lies in no one cell of level {level}",
                    quoted(token)
                )));
            }
            cell
        }
        (None, Some(point)) => Cell::of_point(degrees(point, "lat")?, degrees(point, "lon")?),
        _ => return Err(Error::invalid("either argument `token` or argument `point` must be given")),
    };
    Ok(cell.parent(level).token().into())
}

fn s2_cell_lat_lon(_: &Run, args: &Arguments) -> Result<Value> {
    let (lat, lon) = cell(args.required("token")?)?.center();
    Ok(Record::from([("lat", lat.into()), ("lon", lon.into())]).into())
}

fn cell(token: &str) -> Result<Cell> {
    Cell::parse(token).ok_or_else(|| Error::invalid(format!("invalid token {} specified", quoted(token))))
}

/// Reads a field of a point.
fn degrees(point: &Record, label: &str) -> Result<f64> {
    match point.get(label) {
        Some(Value::Float(degrees)) => Ok(*degrees),
        other => {
            let found = other.map_or_else(|| "nothing".to_owned(), found);
            Err(Error::mismatch(format_args!("field `{label}` of argument `point`"), "a float", &found))
        }
    }
}

#[cfg(test)]
mod tests;
