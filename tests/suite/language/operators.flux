// --- arithmetic
1 + 2
//= 3
7 - 9
//= -2
3 * 4
//= 12
7 / 2
//= 3
display(v: -7 / 2)
//= -3
7 % 3
//= 1
display(v: -7 % 3)
//= -1
2 ^ 10
//= 1024
2.0 ^ 0.5
//= 1.4142135623730951
1.5 + 1.5
//= 3
1.0 / 3.0
//= 0.3333333333333333
7.5 % 2.0
//= 1.5
5.0 - 0.1
//= 4.9

// --- uints
uint(v: 3) + uint(v: 4)
//= 7
uint(v: 3) - uint(v: 4)
//= 18446744073709551615
uint(v: 7) / uint(v: 2)
//= 3

// --- overflow wraps
9223372036854775807 + 1
//= -9223372036854775808
display(v: -9223372036854775807 - 2)
//= 9223372036854775807
9223372036854775807 * 2
//= -2

// --- floats know no failure
1.0 / 0.0
//= +Inf
display(v: -1.0 / 0.0)
//= -Inf
0.0 / 0.0
//= NaN

// --- precedence
1 + 2 * 3
//= 7
display(v: (1 + 2) * 3)
//= 9
2.0 * 3.0 ^ 2.0
//= 18
display(v: -2.0 ^ 2.0)
//= 4
10 - 4 - 3
//= 3
100 / 10 / 5
//= 2
2.0 ^ 3.0 ^ 2.0
//= 64
7 - 2 % 3
//= 5

// --- comparison
1 < 2
//= true
2 <= 2
//= true
3 > 4
//= false
4 >= 4
//= true
1 == 1
//= true
1 != 1
//= false
1 == 1.0
//= true
1 < 1.5
//= true
"a" < "b"
//= true
"Z" < "a"
//= true
"a" == "A"
//= false
true == true
//= true
2021-01-01 < 2021-01-02
//= true
uint(v: 1) == 1
//= true

// --- composites
[1, 2] == [1, 2]
//= true
display(v: [1, 2] == [2, 1])
//= false
{a: 1, b: 2} == {b: 2, a: 1}
//= true
{a: 1} == {a: 2}
//= false
display(v: [[1]] == [[1]])
//= true

// --- logic
true and false
//= false
true or false
//= true
not true
//= false
not true or true
//= true
true or false and false
//= true
1 == 1 and 2 == 2
//= true

// --- logic stops early
false and die(msg: "never")
//= false
true or die(msg: "never")
//= true

// --- texts
"a" + "b"
//= ab
"" + ""
//=
"é" + "!"
//= é!

// --- regular expressions
"pump-7" =~ /\d/
//= true
"pump" =~ /\d/
//= false
"pump" !~ /\d/
//= true
"pump-7" !~ /\d/
//= false

// --- division by zero
1 / 0
//! cannot divide by zero

// --- remainder by zero
1 % 0
//! cannot mod zero

// --- uint by zero
uint(v: 1) / uint(v: 0)
//! cannot divide by zero

// --- int and float
1 + 1.0
//! 1:5: expected `int`, found `float`

// --- int and text
1 + "a"
//! 1:5: expected `int`, found `string`

// --- texts subtracted
"a" - "b"
//! 1:1: `string` cannot be subtracted with `-`

// --- bools added
true + true
//! 1:1: `bool` cannot be added with `+`

// --- not of an int
not 1
//! 1:5: expected `bool`, found `int`

// --- and of ints
1 and 2
//! 1:1: expected `bool`, found `int`

// --- minus of a text
(-"a")
//! 1:3: `string` has no sign to change

// --- match of an int
1 =~ /a/
//! 1:1: expected `string`, found `int`

// --- match with a text
"a" =~ "a"
//! 1:8: expected `regexp`, found `string`

// --- order of arrays
[1] < [2]
//! 1:1: array `[int]` cannot be ordered

// --- time minus time
2021-01-02 - 2021-01-01
//! 1:1: `time` cannot be subtracted with `-`

// --- time and span
2021-01-01T00:00:00Z + 1h
//! 1:24: expected `time`, found `duration`

// --- a power is a float
2 * 3 ^ 2
//! unsupported binary expression int * float

// --- spans added
1h + 30m
//! 1:1: `duration` cannot be added with `+`

// --- spans compared
1h == 60m
//! unsupported binary expression duration == duration

// --- spans in order
1h < 2h
//! unsupported binary expression duration < duration

// --- dictionaries compared
["a": 1] == ["a": 1]
//! 1:1: dictionary `[string: int]` cannot be compared with `==` or `!=`

// --- functions
((x) => x) == ((x) => x)
// Flux reports it at 1:2.
//! 1:2: function `(x: A) => A` cannot be compared with `==` or `!=`
