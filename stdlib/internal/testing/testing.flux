// Package testing serves the tests of the library.
package testing


import "array"
import "experimental"

// shouldErrorWithCode returns the rows by which an error differs from what is wanted.
//
// ## Parameters
//
// - fn: Function that is to fail.
// - want: Regular expression that the text of the error is to match.
// - code: Code that the error is to have.
//
// ## Example
//
// ```
// import "internal/testing"
//
// testing.shouldErrorWithCode(fn: () => die(msg: "no"), want: /no/, code: uint(v: 3))
// ```
shouldErrorWithCode = (fn, want, code) => {
    caught = experimental.catch(fn: fn)
    got =
        if exists caught.code then
            {code: caught.code, match: caught.msg =~ want}
        else
            die(msg: "shouldErrorWithCode expected an error")

    return
        experimental.diff(
            got: array.from(rows: [got]),
            want: array.from(rows: [{code: code, match: true}]),
        )
}

// assertMatches fails unless the text `got` matches the regular expression `want`.
//
// ## Example
//
// ```
// import "internal/testing"
//
// testing.assertMatches(got: "abc", want: /b/)
// ```
assertMatches = (got, want) => {
    checked =
        if got =~ want then got else die(msg: "Regex `${string(v: want)}` does not match `${got}`")

    return
        experimental.diff(got: array.from(rows: [{v: checked}]), want: array.from(rows: [{v: got}]))
}
