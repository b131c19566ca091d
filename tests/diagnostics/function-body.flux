import "array"

x = array.map(arr: ["a", "b"], fn: (x) => x + 1)
