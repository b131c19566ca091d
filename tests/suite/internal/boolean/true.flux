// --- value
import "internal/boolean"

boolean.true
//= true
true
//= true
not true
//= false
true and true
//= true
display(v: true) + "!"
//= true!
