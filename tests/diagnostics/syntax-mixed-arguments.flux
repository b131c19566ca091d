a = 1

x = f(a, b: 2)
