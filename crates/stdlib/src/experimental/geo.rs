//! The package `experimental/geo`.

use fluxlet_runtime::{Arguments, Builtin, Error, Package, Record, Result, Run, Value};

use crate::charge;
use crate::message::quoted;

mod cell;
mod grid;
mod polygon;
mod shape;
mod side;
mod sphere;

use cell::Cell;
use grid::Bounds;
use shape::{Shape, Unit, float};

/// `experimental/geo`: places on the globe; regions, and cells that cover them.
pub const PACKAGE: Package = Package {
    path: "experimental/geo",
    source: fluxlet_sources::EXPERIMENTAL_GEO,
    builtins: &[
        ("getLevel", Builtin::Pure(get_level)),
        ("s2CellIDToken", Builtin::Pure(s2_cell_id_token)),
        ("s2CellLatLon", Builtin::Pure(s2_cell_lat_lon)),
        ("stContains", Builtin::Pure(contains)),
        ("stDistance", Builtin::Pure(distance)),
        ("stLength", Builtin::Pure(length)),
        ("getGrid", Builtin::Pure(grid)),
    ],
    unimplemented: &[],
};

fn contains(run: &Run, args: &Arguments) -> Result<Value> {
    let (unit, geometry) = geometry(run, args)?;
    Ok(region(run, args, unit)?.contains(run, &geometry)?.into())
}

fn distance(run: &Run, args: &Arguments) -> Result<Value> {
    let (unit, geometry) = geometry(run, args)?;
    let angle = region(run, args, unit)?.angle_to(run, &geometry)?;
    Ok(unit.length(angle).into())
}

fn length(run: &Run, args: &Arguments) -> Result<Value> {
    let (unit, geometry) = geometry(run, args)?;
    Ok(unit.length(geometry.length()?).into())
}

fn grid(run: &Run, args: &Arguments) -> Result<Value> {
    let region = region(run, args, Unit::read(args.required("units")?)?)?;
    if matches!(region, Shape::Point(_) | Shape::Line(_)) {
        return Err(Error::invalid("argument `region` must be a circle, a box or a polygon"));
    }
    let chosen = match wanted(args, "level")? {
        Some(number) => {
            let affordable = usize::try_from(run.memory_left() / size_of::<Value>() as u64).unwrap_or(usize::MAX);
            let level = level(number)?;
            let cells = grid::cover(run, &region, level, affordable)?;
            let cells = cells.ok_or_else(|| Error::exhausted("the grid needs more cells than the run can hold"))?;
            Some((level, cells))
        }
        None => grid::choose(run, &region, &bounds(args)?)?,
    };
    let (level, cells) = chosen.map_or((-1, Vec::new()), |(level, cells)| (i64::from(level), cells));
    charge::texts(run, cells.len(), 16 * cells.len())?;
    let set: Value = cells.into_iter().map(|cell| Value::from(cell.token())).collect();
    Ok(Record::from([("level", level.into()), ("set", set)]).into())
}

fn bounds(args: &Arguments) -> Result<Bounds> {
    /// Most cells where a script says only how many it wants at least.
    const USUAL_MOST: usize = 100;
    let counted = |name| Ok(wanted(args, name)?.filter(|size| *size > 0).map(|size| size as usize));
    let (least, most) = (counted("minSize")?, counted("maxSize")?);
    match (least, most) {
        (None, None) => return Err(Error::invalid("either argument `minSize` or argument `maxSize` must be given")),
        (Some(least), Some(most)) if least > most => {
            return Err(Error::invalid(format!(
                "argument `minSize` must not be larger than `maxSize`, found {least} and {most}"
            )));
        }
        _ => {}
    }
    let deepest = wanted(args, "maxLevel")?.filter(|level| *level > 0).map(level).transpose()?;
    Ok(Bounds { least, most: most.unwrap_or(USUAL_MOST), deepest })
}

/// Checks a level.
fn level(level: i64) -> Result<u32> {
    let known = u32::try_from(level).ok().filter(|level| *level <= Cell::DEEPEST);
    known.ok_or_else(|| Error::invalid(format!("levels lie between 0 and {}, found {level}", Cell::DEEPEST)))
}

/// Reads a number that does not count if it is negative.
fn wanted(args: &Arguments, name: &str) -> Result<Option<i64>> {
    Ok(args.optional::<i64>(name)?.filter(|value| *value >= 0))
}

fn region(run: &Run, args: &Arguments, unit: Unit) -> Result<Shape> {
    Shape::read(run, "region", args.required("region")?, unit)
}

fn geometry(run: &Run, args: &Arguments) -> Result<(Unit, Shape)> {
    let unit = Unit::read(args.required("units")?)?;
    Ok((unit, Shape::read(run, "geometry", args.required("geometry")?, unit)?))
}

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
        (None, Some(point)) => Cell::of_point(float(point, "point", "lat")?, float(point, "point", "lon")?),
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

#[cfg(test)]
mod tests;
