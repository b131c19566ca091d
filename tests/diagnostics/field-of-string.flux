name = "Ada"

x = name.length
