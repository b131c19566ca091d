// Package expect holds what test cases say about values that are no tables. Each function ends the run with a message if what it
// says is not so, and else returns the value that it looked at.
package expect


import "experimental"
import "strings"

// _same tells whether two values are the same, deeply. Other than with `==`, nulls are the same, and so are floats that are no
// numbers, and two empty arrays. Functions and tables are never the same.
builtin _same : (a: A, b: A) => bool

_other = (got, want) =>
    if display(v: got) == display(v: want) then
        "expected `${display(v: want)}`, got another value that is displayed alike"
    else
        "expected `${display(v: want)}`, got `${display(v: got)}`"

_fails = (
    value,
    code,
    msg,
    wanted,
    containing,
) =>
    if not exists code then
        die(msg: "expected an error, got the value `${display(v: value)}`")
    else if wanted != 0 and int(v: code) != wanted then
        die(
            msg: "expected an error with code ${string(v: wanted)}, got code ${string(
                    v: code,
                )}: ${msg}",
        )
    else if not strings.containsStr(v: msg, substr: containing) then
        die(msg: "expected an error whose text contains `${containing}`, got `${msg}`")
    else
        msg

// equal says that `got` and `want` are the same, deeply. They must be of one type; unlike `==` it also compares records,
// arrays, dictionaries and durations in full, and takes nulls and floats that are no numbers for the same.
//
// ## Example
//
// ```
// import "fluxlet/expect"
//
// expect.equal(got: [1, 2], want: [1, 2])  // => [1, 2]
// ```
equal = (got=<-, want) =>
    if _same(a: got, b: want) then got else die(msg: _other(got: got, want: want))

// notEqual says that `got` and `want`, which are of one type, are not the same.
//
// ## Example
//
// ```
// import "fluxlet/expect"
//
// expect.notEqual(got: "a", want: "b")  // => a
// ```
notEqual = (got=<-, want) =>
    if _same(a: got, b: want) then die(msg: "expected anything but `${display(v: want)}`") else got

// isTrue says that the boolean `v` is true.
//
// ## Example
//
// ```
// import "fluxlet/expect"
//
// expect.isTrue(v: 1 < 2)  // => true
// ```
isTrue = (v=<-) => if exists v and v then v else die(msg: "expected `true`, got `${display(v: v)}`")

// matches says that the string `v` matches the regular expression `r`.
//
// ## Example
//
// ```
// import "fluxlet/expect"
//
// expect.matches(v: "pump-1", r: /^pump-\d+$/)  // => pump-1
// ```
matches = (v=<-, r) =>
    if v =~ r then v else die(msg: "expected a match of `${display(v: r)}`, got `${display(v: v)}`")

// fails says that `fn` fails when it is called, and returns the text of its error. `code` is the number of the class of the error
// as `experimental.catch` gives it, 0 for any; `containing` stands somewhere in the text.
//
// ## Example
//
// ```
// import "fluxlet/expect"
//
// expect.fails(fn: () => 1 / 0, code: 9, containing: "zero")  // => cannot divide by zero
// ```
fails = (fn, code=0, containing="") => {
    caught = experimental.catch(fn: fn)

    return
        _fails(
            value: caught.value,
            code: caught.code,
            msg: caught.msg,
            wanted: code,
            containing: containing,
        )
}
