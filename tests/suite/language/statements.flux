// --- names are bound once and used below
a = 1
b = a + 1

a + b
//= 3

// --- a new binding hides an older one
a = 1
a = a + 1

a
//! 2:1: variable `a` is assigned twice

// --- package clause
package report

1
//= 1

// --- comments
// alone
a = 1 // behind

a
//= 1

// --- names in any letters
größe = 1
_under = 2
x1 = 3

größe + _under + x1
//= 6

// --- test of a line break before a bracket
a = 1
b = -1

display(v: [a, b])
//= [1, -1]

// --- unknown name
speed + 1
//! 1:1: undefined name `speed`

// --- import that is not there
import "no/such"
1
//! 1:1: cannot import `no/such`: there is no such package

// --- twice the same name of an import
import a "strings"
import a "math"
1
//= 1

// --- import behind a statement
x = 1
import "strings"
1
//! 2:1: expected a statement, found the keyword `import`

// --- return at the top
return 1
1
//! 1:1: `return` stands outside of a function
