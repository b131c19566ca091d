import "strings"

a = 1 + "x"
b = strings.toUpper(v: 2)
c = nope + 1
d = c.field
e = [a, b]
