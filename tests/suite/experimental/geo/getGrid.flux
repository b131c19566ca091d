// --- at least five
import "experimental/geo"

geo.getGrid(region: {lat: 50.0, lon: 14.0, radius: 30.0}, minSize: 5, units: {distance: "km"})
//= {level: 8, set: [
//=         470a3,
//=         470a5,
//=         470af,
//=         470b1,
//=         470b7,
//=         470b9,
//=         470bb,
//=         470bd,
//=         470bf
//=     ]}

// --- of a level
import "experimental/geo"

length(arr: geo.getGrid(region: {lat: 50.0, lon: 14.0, radius: 30.0}, level: 7, units: {distance: "km"}).set)
//= 4

// --- at most three
import "experimental/geo"

geo.getGrid(region: {lat: 50.0, lon: 14.0, radius: 30.0}, maxSize: 3, units: {distance: "km"})
//= {level: 6, set: [470b]}

// --- no size
import "experimental/geo"

geo.getGrid(region: {lat: 50.0, lon: 14.0, radius: 30.0}, units: {distance: "km"})
//! either argument `minSize` or argument `maxSize` must be given
