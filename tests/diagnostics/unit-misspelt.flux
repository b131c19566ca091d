f = (start) => start
x = f(start: -1hour)
