import "array"

x = 5 |> array.map(fn: (x) => x)
