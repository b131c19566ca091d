// --- forward
double = (x=<-) => x * 2
plus = (x=<-, n) => x + n

3 |> double()
//= 6
3 |> double() |> double() |> plus(n: 1)
//= 13
3 |> plus(n: 4) |> double()
//= 14
double(x: 3)
//= 6

// --- over several lines
double = (x=<-) => x * 2
result =
    1
        |> double()
        |> double()

result
//= 4

// --- named parameter with default
f = (x=<-, by=10) => x / by

100 |> f()
//= 10
100 |> f(by: 20)
//= 5

// --- binds less than arithmetic
double = (x=<-) => x * 2

1 + 2 |> double()
//= 5

// --- no parameter for it
f = (x) => x
1 |> f()
//! 2:6: the function takes no piped value

// --- not a call
1 |> 2
//! 1:6: the right side of `|>` must be a call

// --- twice
// Flux fails with another text.
f = (x=<-) => x
1 |> f(x: 2)
//! argument `x` is given by name and by pipe

// --- missing
f = (x=<-) => x
f()
//! 2:1: missing required argument `x`
