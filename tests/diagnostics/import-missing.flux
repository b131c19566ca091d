x = strings.toUpper(v: "a")
