builtin f : (a: integer) => string
