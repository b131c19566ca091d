// Package json writes JSON.
package json


// encode returns `v` as JSON text, in bytes.
//
// Records and dictionaries become objects with their keys sorted. Bytes become base64, durations and times text.
// Functions, and floats that are not finite, cannot be encoded.
//
// ## Example
//
// ```
// import "json"
//
// string(v: json.encode(v: {name: "pump", speeds: [1, 2], on: true}))  // => {"name":"pump","on":true,"speeds":[1,2]}
// ```
builtin encode : (v: A) => bytes
