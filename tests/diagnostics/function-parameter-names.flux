import "array"

x = array.map(arr: [1, 2], fn: (r) => r + 1)
