// --- a function sees the names around it
base = 10
add = (n) => base + n

add(n: 1)
//= 11

// --- and keeps them
counter = (start) => ({next: () => start + 1, start: start})
c = counter(start: 41)

c.next()
//= 42
counter(start: 1).next()
//= 2

// --- inner names hide outer ones
x = 1
f = (x) => x * 10
g = () => {
    x = 7

    return x
}

f(x: 5)
//= 50
g()
//= 7
x
//= 1

// --- over three levels
outer = (a) => (b) => (c) => [a, b, c]

outer(a: 1)(b: 2)(c: 3)
//= [1, 2, 3]

// --- before it is bound
f = () => later
f()
//! 1:11: undefined name `later`

// --- unknown name
nowhere
//! 1:1: undefined name `nowhere`
