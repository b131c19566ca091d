// --- ints and floats
0
//= 0
42
//= 42
9223372036854775807
//= 9223372036854775807
display(v: -9223372036854775807)
//= -9223372036854775807
1.0
//= 1
0.5
//= 0.5
.5
//= 0.5
12345678.9
//= 1.23456789e+07
100000000000000000000000.0
//= 1e+23

// --- bools are identifiers
true
//= true
false
//= false

// --- texts
"plain"
//= plain
"tab\tquote\" back\\slash"
//= tab	quote" back\slash
"line\nbreak"
//= line
//= break
"\x68\x69"
//= hi
"héy 日本 😀"
//= héy 日本 😀
""
//=

// --- a text over several lines
text = "first
second"

text
//= first
//= second

// --- instants
2021-02-03
//= 2021-02-03T00:00:00.000000000Z
2021-02-03T04:05:06Z
//= 2021-02-03T04:05:06.000000000Z
2021-02-03T04:05:06.789Z
//= 2021-02-03T04:05:06.789000000Z
2021-02-03T04:05:06+02:00
//= 2021-02-03T02:05:06.000000000Z
1677-09-22T00:00:00Z
//= 1677-09-22T00:00:00.000000000Z

// --- spans
1h
//= 1h
90m
//= 1h30m
1h30m
//= 1h30m
1y2mo3w4d5h6m7s8ms9us10ns
//= 1y2mo3w4d5h6m7s8ms9us10ns
0s
//= 0ns
1w
//= 1w
36h
//= 1d12h
13mo
//= 1y1mo
display(v: -1h)
//= -1h

// --- regular expressions
/a+/
//= a+
display(v: /a\/b/)
//= a/b
display(v: /[a-z]{2,3}/)
//= [a-z]{2,3}
display(v: /\d+\.\d+/)
//= \d+\.\d+
display(v: /é/)
//= é

// --- arrays and dictionaries
[1, 2, 3]
//= [1, 2, 3]
display(v: [])
//= []
display(v: [1.0, 2.0,])
//= [1, 2]
display(v: ["a": 1, "b": 2])
//= [a: 1, b: 2]
display(v: [:])
//= [:]
display(v: [1: "x"])
//= [1: x]
display(v: [2021-01-01T00:00:00Z: 1h])
//= [2021-01-01T00:00:00.000000000Z: 1h]
display(v: [[1], [2, 3]])
//= [[1], [2, 3]]

// --- records
{a: 1, b: "x"}
//= {a: 1, b: x}
{}
//= {}
{"a b": 1}
//= {a b: 1}
{a: {b: {c: 1}}}
//= {a: {b: {c: 1}}}
{a: 1,}
//= {a: 1}

// --- labels of records
x = 1
y = "two"

{x, y}
//= {x: 1, y: two}

// --- int too large
9223372036854775808
//! 1:1: the number `9223372036854775808` does not fit 64 bits

// --- leading zero
01
//! 1:1: the number `01` starts with `0`

// --- unit
1q
//! 1:2: undefined name `q`

// --- no such day
2021-02-30
//! 1:1: the time `2021-02-30` does not exist

// --- elements of several types
[1, "a"]
//! 1:5: expected `int`, found `string`

// --- values of several types
["a": 1, "b": "x"]
//! 1:15: expected `int`, found `string`

// --- keys of several types
["a": 1, 2: 3]
//! 1:10: expected `string`, found `int`

// --- unknown escape
"\q"
//! 1:1: unknown escape `\q` in a string

// --- regular expression
/a(/
//! 1:1: the regular expression is not valid: unclosed group
