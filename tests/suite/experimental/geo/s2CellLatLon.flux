// --- the center
import "experimental/geo"

geo.s2CellLatLon(token: "470b94c4a3d")
//= {lat: 50.09691351157767, lon: 14.422162110836357}

// --- no token
import "experimental/geo"

geo.s2CellLatLon(token: "")
//! invalid token "" specified
