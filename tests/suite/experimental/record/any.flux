// --- an empty record
import "experimental/record"

record.any
//= {}
f = (r=record.any) => r == record.any

f()
//= true
f(r: {a: 1})
//= false
