import "strings"

f = (a) => {
    b = a + 1

    return strings.toUpper(v: a)
}
