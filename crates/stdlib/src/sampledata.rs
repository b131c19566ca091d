//! The package `sampledata`.

use fluxlet_runtime::{Arguments, Builtin, Package, Result, Run, Value};

use crate::charge;

/// `sampledata`: small tables to try things on; the tables are read from these texts.
pub const PACKAGE: Package = Package {
    path: "sampledata",
    source: fluxlet_sources::SAMPLEDATA,
    builtins: &[
        ("_numeric", Builtin::Pure(numeric)),
        ("_string", Builtin::Pure(string)),
        ("_bool", Builtin::Pure(bool)),
    ],
    unimplemented: &[],
};

/// The rows of each of the two tables.
const ROWS: usize = 6;

/// Which values `includeNull` leaves out.
const LEFT_OUT: [bool; 2 * ROWS] = [false, true, false, true, true, false, true, false, false, false, true, false];

const NUMBERS: [&str; 2 * ROWS] =
    ["-2.18", "10.92", "7.35", "17.53", "15.23", "4.43", "19.85", "4.97", "-3.75", "19.77", "13.86", "1.86"];

const TEXTS: [&str; 2 * ROWS] = [
    "smpl_g9qczs",
    "smpl_0mgv9n",
    "smpl_phw664",
    "smpl_guvzy4",
    "smpl_5v3cce",
    "smpl_s9fmgy",
    "smpl_b5eida",
    "smpl_eu4oxp",
    "smpl_5g7tz4",
    "smpl_sox1ut",
    "smpl_wfm757",
    "smpl_dtn2bv",
];

const TRUTHS: [&str; 2 * ROWS] =
    ["true", "true", "false", "true", "false", "false", "false", "true", "false", "true", "true", "false"];

fn numeric(run: &Run, args: &Arguments) -> Result<Value> {
    csv(run, args, "\n", "double", &NUMBERS)
}

fn string(run: &Run, args: &Arguments) -> Result<Value> {
    csv(run, args, "\n", "string", &TEXTS)
}

fn bool(run: &Run, args: &Arguments) -> Result<Value> {
    csv(run, args, "", "boolean", &TRUTHS)
}

/// Writes annotated CSV: a value every ten seconds for each of two tags.
fn csv(run: &Run, args: &Arguments, start: &str, datatype: &str, values: &[&str; 2 * ROWS]) -> Result<Value> {
    let gaps = args.optional("includeNull")?.unwrap_or(false);
    let mut text = format!(
        "{start}#group,false,false,false,true,false\n\
         #datatype,string,long,dateTime:RFC3339,string,{datatype}\n\
         #default,_result,,,,\n\
         ,result,table,_time,tag,_value\n"
    );
    for (index, (value, left_out)) in values.iter().zip(LEFT_OUT).enumerate() {
        let (table, row) = (index / ROWS, index % ROWS);
        let value = if gaps && left_out { "" } else { value };
        text.push_str(&format!(",,{table},2021-01-01T00:00:{row}0Z,t{},{value}\n", table + 1));
    }
    charge::bytes(run, text.len())?;
    Ok(text.into())
}
