f = (a) => a + 1

y = f(a: "x")
