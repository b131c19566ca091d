import "strings"

x = strings.replace(v: "a", t: "b", u: "c", ii: 1)
