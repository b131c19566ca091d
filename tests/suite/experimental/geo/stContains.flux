// --- a circle
import "experimental/geo"

geo.stContains(region: {lat: 50.0, lon: 14.0, radius: 20.0}, geometry: {lat: 50.1, lon: 14.1}, units: {distance: "km"})
//= true

// --- a line that leaves a polygon
import "experimental/geo"

triangle = {points: [{lat: 0.0, lon: 0.0}, {lat: 0.0, lon: 10.0}, {lat: 10.0, lon: 5.0}]}

geo.stContains(region: triangle, geometry: {linestring: "4 1, 6 20"}, units: {distance: "km"})
//= false

// --- two points
import "experimental/geo"

two = {points: [{lat: 0.0, lon: 0.0}, {lat: 0.0, lon: 10.0}]}

geo.stContains(region: two, geometry: {lat: 0.0, lon: 0.0}, units: {distance: "km"})
//! field `points` of argument `region` must hold at least 3 points

// --- no region
import "experimental/geo"

geo.stContains(region: {lat: 1.0}, geometry: {lat: 0.0, lon: 0.0}, units: {distance: "km"})
//! argument `region` must have exactly the fields

// --- corners and edges belong to one of the polygons beside them
import "experimental/geo"

box = {points: [{lat: 0.0, lon: 0.0}, {lat: 0.0, lon: 10.0}, {lat: 10.0, lon: 10.0}, {lat: 10.0, lon: 0.0}]}
holds = (lat, lon) => geo.stContains(region: box, geometry: {lat: lat, lon: lon}, units: {distance: "km"})

holds(lat: 0.0, lon: 0.0)
//= false
holds(lat: 0.0, lon: 10.0)
//= true
holds(lat: 10.0, lon: 10.0)
//= true
holds(lat: 10.0, lon: 0.0)
//= false
holds(lat: 5.0, lon: 0.0)
//= false
holds(lat: 5.0, lon: 10.0)
//= false

// --- a polygon far from the other side of the globe
import "experimental/geo"

box = {points: [{lat: -10.0, lon: -10.0}, {lat: 10.0, lon: -10.0}, {lat: 10.0, lon: 10.0}, {lat: -10.0, lon: 10.0}]}

geo.stContains(region: box, geometry: {lat: 0.0, lon: 180.0}, units: {distance: "km"})
//= false
