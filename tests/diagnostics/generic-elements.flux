pick = (a, b) => if true then a else b

x = pick(a: 1, b: "two")
