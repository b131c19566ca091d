import "string"

x = 1
