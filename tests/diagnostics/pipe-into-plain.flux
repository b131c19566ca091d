double = (x) => x * 2

y = 3 |> double()
