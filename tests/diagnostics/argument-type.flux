import "strings"

x = strings.toUpper(v: 1)
