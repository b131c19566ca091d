// --- of points
import "experimental/geo"

geo.stDistance(region: {lat: 50.0, lon: 14.0}, geometry: {lat: 51.0, lon: 15.5}, units: {distance: "mile"})
//= 95.49361778073383

// --- of a box and a line
import "experimental/geo"

box = {minLat: 40.0, maxLat: 41.0, minLon: -74.0, maxLon: -73.0}

geo.stDistance(region: box, geometry: {linestring: "-75 42, -70 43"}, units: {distance: "km"})
//= 130.28660529531334

// --- unknown unit
import "experimental/geo"

geo.stDistance(region: {lat: 50.0, lon: 14.0}, geometry: {lat: 51.0, lon: 15.5}, units: {distance: "ft"})
//! field `distance` of argument `units` must be "km", "m" or "mile", found "ft"
