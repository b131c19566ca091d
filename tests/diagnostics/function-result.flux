import "array"

x = array.filter(arr: [1, 2], fn: (x) => x)
