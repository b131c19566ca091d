half = (x) => x / 0

half(x: 1)
