// --- the same functions as in bitwise
import "experimental/bitwise"

bitwise.uand(a: uint(v: 12), b: uint(v: 10))
//= 8
bitwise.unot(a: uint(v: 0))
//= 18446744073709551615
bitwise.sxor(a: 12, b: 10)
//= 6
bitwise.srshift(a: -8, b: 1)
//= -4
