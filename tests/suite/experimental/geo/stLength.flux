// --- of a line
import "experimental/geo"

geo.stLength(geometry: {linestring: "14.4 50.1, 16.6 49.2, 17.1 48.15"}, units: {distance: "m"})
//= 309731.8360934209

// --- of a point
import "experimental/geo"

geo.stLength(geometry: {lat: 1.0, lon: 2.0}, units: {distance: "m"})
//= 0

// --- bad line
import "experimental/geo"

geo.stLength(geometry: {linestring: "1 2,, 3 4"}, units: {distance: "m"})
//! field `linestring` of argument `geometry` must be like "1.5 2.5, 3 4", found "" in it
