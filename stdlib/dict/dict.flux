// Package dict works with dictionaries.
//
// A dictionary never changes: `insert` and `remove` return another one. Keys are ints, uints, floats, strings or times.
package dict


// fromList makes a dictionary of `pairs`; of two pairs with one key, the later counts.
//
// ## Example
//
// ```
// import "dict"
//
// dict.fromList(pairs: [{key: "b", value: 2}, {key: "a", value: 1}])  // => [a: 1, b: 2]
// ```
builtin fromList : (pairs: [{key: K, value: V}]) => [K:V] where K: Comparable

// get returns the value of `key` in `dict`, or `default` if the key is not there.
//
// ## Example
//
// ```
// import "dict"
//
// codes = ["ok": 200, "missing": 404]
// dict.get(dict: codes, key: "ok", default: 0)  // => 200
// dict.get(dict: codes, key: "teapot", default: 0)  // => 0
// ```
builtin get : (dict: [K:V], key: K, default: V) => V where K: Comparable

// insert returns `dict` with `key` set to `value`.
//
// ## Example
//
// ```
// import "dict"
//
// dict.insert(dict: ["a": 1], key: "b", value: 2)  // => [a: 1, b: 2]
// ```
builtin insert : (dict: [K:V], key: K, value: V) => [K:V] where K: Comparable

// remove returns `dict` without `key`; a key that is not there is no error.
//
// ## Example
//
// ```
// import "dict"
//
// dict.remove(dict: ["a": 1, "b": 2], key: "a")  // => [b: 2]
// ```
builtin remove : (dict: [K:V], key: K) => [K:V] where K: Comparable
