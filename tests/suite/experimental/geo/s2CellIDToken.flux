// --- of a point
import "experimental/geo"

geo.s2CellIDToken(point: {lat: 50.0755, lon: 14.4378}, level: 10)
//= 470b95
geo.s2CellIDToken(point: {lat: 50.0755, lon: 14.4378}, level: 30)
//= 470b948f6ff03e97

// --- of a cell
import "experimental/geo"

geo.s2CellIDToken(token: "470b95", level: 5)
//= 470c

// --- a level that does not exist
import "experimental/geo"

geo.s2CellIDToken(point: {lat: 50.0755, lon: 14.4378}, level: 0)
//! level value must be [1, 30]

// --- a smaller cell
import "experimental/geo"

geo.s2CellIDToken(token: "470b95", level: 11)
//! it lies in no one cell of level 11
