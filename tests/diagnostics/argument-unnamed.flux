import "strings"

x = strings.toUpper("abc")
