limit = 10

x = limit(n: 5)
