// --- parameters
add = (a, b) => a + b
greet = (name, greeting="Hello") => greeting + ", " + name

add(a: 1, b: 2)
//= 3
add(b: 2, a: 1)
//= 3
add(a: 1.5, b: 2.5)
//= 4
add(a: "x", b: "y")
//= xy
greet(name: "Ada")
//= Hello, Ada
greet(greeting: "Bye", name: "Ada")
//= Bye, Ada

// --- short arguments
add = (a, b) => a + b
a = 1
b = 2

add(a, b)
//= 3

// --- bodies in braces
area = (r) => {
    square = r * r

    return 3.0 * square
}

area(r: 2.0)
//= 12

// --- functions as values
twice = (f, x) => f(x: f(x: x))

twice(f: (x) => x * 3, x: 2)
//= 18
display(v: ((x) => x + 1)(x: 1))
//= 2
display(v: ((n) => (m) => n + m)(n: 1)(m: 2))
//= 3

// --- no parameters
one = () => 1

one()
//= 1

// --- a record as result
pair = (a, b) => ({first: a, second: b})

pair(a: 1, b: "x")
//= {first: 1, second: x}

// --- types are shown
(a, b=1) => a + b
//= (a: A, ?b: A) => A
display(v: () => 1)
//= () => int
display(v: (r) => r.name + "!")
//= (r: {A with name: string}) => string
display(v: (x=<-) => x)
//= (<-x: A) => A

// --- defaults see what is around them
limit = 10
f = (n=limit) => n

f()
//= 10
f(n: 1)
//= 1

// --- one function, several types
same = (x) => x

same(x: 1)
//= 1
same(x: "a")
//= a
same(x: [same(x: true)])
//= [true]

// --- missing argument
f = (a, b) => a + b
f(a: 1)
//! 2:1: missing required argument `b`

// --- unknown argument
f = (a) => a
f(a: 1, c: 2)
//! 2:12: unexpected argument `c`

// --- argument twice
// Flux fails with another text.
f = (a) => a
f(a: 1, a: 2)
//! an argument is given twice

// --- argument without a name
f = (a) => a
f(1)
//! 2:3: expected the name of an argument, found the number `1`

// --- wrong type
f = (a, b) => a + b
f(a: 1, b: "x")
//! 2:12: expected `int`, found `string` in argument `b`

// --- call of an int
x = 1
x()
//! 2:1: `int` cannot be called

// --- recursion
f = (n) => if n == 0 then 1 else n * f(n: n - 1)
f(n: 3)
//! 1:38: undefined name `f`

// --- parameter twice
f = (a, a) => a
f(a: 1)
//= 1

// --- failure inside
inner = (x) => 1 / x
outer = (x) => inner(x: x)
outer(x: 0)
//! cannot divide by zero
