// --- value
import "internal/boolean"

boolean.false
//= false
false
//= false
not false
//= true
false or false
//= false
