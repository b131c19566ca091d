x = [true: 1]
