// Package json reads JSON.
package json


// parse returns the value of the JSON document `data`.
//
// Numbers become floats, objects records, and `null` a null without a type. The elements of an array must have one type;
// `parse` cannot tell the type beforehand, so a value that is used as something else is found out when the script runs.
// For arrays with elements of several types, see `experimental/dynamic`.
//
// ## Example
//
// ```
// import "experimental/json"
//
// doc = json.parse(data: bytes(v: "{\"name\": \"pump\", \"speed\": 1.5}"))
// doc.speed + 1.0  // => 2.5
// ```
builtin parse : (data: bytes) => A
