// Package sampledata holds small tables to try things on.
//
// Each function returns two tables of six rows, with tags `t1` and `t2`; `includeNull` leaves some values out.
package sampledata


import "csv"

// start is the time of the first rows.
//
// ## Example
//
// ```
// import "sampledata"
//
// sampledata.start  // => 2021-01-01T00:00:00.000000000Z
// ```
start = 2021-01-01T00:00:00Z

// stop is an instant after the last rows.
//
// ## Example
//
// ```
// import "sampledata"
//
// sampledata.stop  // => 2021-01-01T00:01:00.000000000Z
// ```
stop = 2021-01-01T00:01:00Z

// _numeric returns the rows of numbers as CSV.
builtin _numeric : (?includeNull: bool) => string

// _string returns the rows of texts as CSV.
builtin _string : (?includeNull: bool) => string

// _bool returns the rows of truth values as CSV.
builtin _bool : (?includeNull: bool) => string

// float returns tables of floats; with `includeNull`, some values are missing.
//
// ## Example
//
// ```
// import "sampledata"
//
// sampledata.float()
// ```
float = (includeNull=false) => csv.from(csv: _numeric(includeNull: includeNull))

// int returns tables of ints; with `includeNull`, some values are missing.
//
// ## Example
//
// ```
// import "sampledata"
//
// sampledata.int()
// ```
int = (includeNull=false) => float(includeNull: includeNull) |> toInt()

// uint returns tables of uints; with `includeNull`, some values are missing.
//
// ## Example
//
// ```
// import "sampledata"
//
// sampledata.uint()
// ```
uint = (includeNull=false) => float(includeNull: includeNull) |> toUInt()

// string returns tables of texts; with `includeNull`, some values are missing.
//
// ## Example
//
// ```
// import "sampledata"
//
// sampledata.string()
// ```
string = (includeNull=false) => csv.from(csv: _string(includeNull: includeNull))

// bool returns tables of truth values; with `includeNull`, some values are missing.
//
// ## Example
//
// ```
// import "sampledata"
//
// sampledata.bool()
// ```
bool = (includeNull=false) => csv.from(csv: _bool(includeNull: includeNull))

// numericBool returns tables of the ints 0 and 1; with `includeNull`, some values are missing.
//
// ## Example
//
// ```
// import "sampledata"
//
// sampledata.numericBool()
// ```
numericBool = (includeNull=false) => bool(includeNull: includeNull) |> toInt()
