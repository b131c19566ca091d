import "array"

[1, 2, 3]
    |> array.filter(fn: (x) => x > 1)
    |> array.map(fn: (x) => ({value: x}))
    |> array.map(fn: (x) => x.valeu)
