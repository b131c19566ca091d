// Package array works with arrays; `from`, `concat`, `map` and `filter` are those of `array`.
package array


import "array"

// from is `array.from`.
//
// ## Example
//
// ```
// import "experimental/array"
//
// array.from(rows: [{_time: 2021-01-01T00:00:00Z, _value: 1.5}])
// ```
from = array.from

// concat is `array.concat`.
//
// ## Example
//
// ```
// import "experimental/array"
//
// array.concat(arr: [1], v: [2])  // => [1, 2]
// ```
concat = array.concat

// map is `array.map`.
//
// ## Example
//
// ```
// import "experimental/array"
//
// array.map(arr: [1, 2], fn: (x) => x + 1)  // => [2, 3]
// ```
map = array.map

// filter is `array.filter`.
//
// ## Example
//
// ```
// import "experimental/array"
//
// array.filter(arr: [1, 2], fn: (x) => x > 1)  // => [2]
// ```
filter = array.filter

// toBool turns each element of `arr` into a bool.
//
// ## Example
//
// ```
// import "experimental/array"
//
// array.toBool(arr: ["true", "false"])  // => [true, false]
// ```
toBool = (arr=<-) => map(arr: arr, fn: (x) => bool(v: x))

// toDuration turns each element of `arr` into a duration.
//
// ## Example
//
// ```
// import "experimental/array"
//
// array.toDuration(arr: ["1h", "90s"])  // => [1h, 1m30s]
// ```
toDuration = (arr=<-) => map(arr: arr, fn: (x) => duration(v: x))

// toFloat turns each element of `arr` into a float.
//
// ## Example
//
// ```
// import "experimental/array"
//
// array.toFloat(arr: ["1.5", "2"])  // => [1.5, 2]
// ```
toFloat = (arr=<-) => map(arr: arr, fn: (x) => float(v: x))

// toInt turns each element of `arr` into an int.
//
// ## Example
//
// ```
// import "experimental/array"
//
// array.toInt(arr: ["12", "-7"])  // => [12, -7]
// ```
toInt = (arr=<-) => map(arr: arr, fn: (x) => int(v: x))

// toString turns each element of `arr` into a text.
//
// ## Example
//
// ```
// import "experimental/array"
//
// array.toString(arr: [1, 22])  // => [1, 22]
// ```
toString = (arr=<-) => map(arr: arr, fn: (x) => string(v: x))

// toTime turns each element of `arr` into an instant.
//
// ## Example
//
// ```
// import "experimental/array"
//
// array.toTime(arr: ["2021-01-01"])  // => [2021-01-01T00:00:00.000000000Z]
// ```
toTime = (arr=<-) => map(arr: arr, fn: (x) => time(v: x))

// toUInt turns each element of `arr` into a uint.
//
// ## Example
//
// ```
// import "experimental/array"
//
// array.toUInt(arr: [1, 2])  // => [1, 2]
// ```
toUInt = (arr=<-) => map(arr: arr, fn: (x) => uint(v: x))
