// --- levels
import "experimental/geo"

geo.getLevel(token: "470b94c4a3d")
//= 20
geo.getLevel(token: "470B95")
//= 10

// --- no token
import "experimental/geo"

geo.getLevel(token: "zz")
//! invalid token "zz" specified
