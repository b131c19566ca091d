// Package geo works on places on the globe.
package geo


import "experimental"
import "influxdata/influxdb/v1"

// units tells in what distances are measured: `km`, `m` or `mile`.
//
// ## Example
//
// ```
// import "experimental/geo"
//
// geo.units.distance  // => km
// ```
option units = {distance: "km"}

// stContains is what `ST_Contains` is made of.
//
// ## Parameters
//
// - region: Place as a record: a point with `lat` and `lon`; a circle with `lat`, `lon` and `radius`, in the unit of
//   `units`; a box with `minLat`, `maxLat`, `minLon` and `maxLon`; or a polygon with `points`.
// - geometry: Place to look at as a record: a point, or a line with `linestring`, such as `13.4 52.5, 13.5 52.6`,
//   longitude first. Angles are in degrees.
// - units: Record whose `distance` is `m`, `km` or `mile`.
//
// ## Example
//
// ```
// import "experimental/geo"
//
// geo.stContains(geometry: {lat: 50.1, lon: 14.5}, region: {lat: 50.0, lon: 14.4, radius: 20.0}, units: {distance: "km"})  // => true
// ```
builtin stContains : (region: A, geometry: B, units: {distance: string}) => bool
    where
    A: Record,
    B: Record

// stDistance is what `ST_Distance` is made of.
//
// ## Parameters
//
// - region: Place as a record: a point with `lat` and `lon`; a circle with `lat`, `lon` and `radius`, in the unit of
//   `units`; a box with `minLat`, `maxLat`, `minLon` and `maxLon`; or a polygon with `points`.
// - geometry: Place to look at as a record: a point, or a line with `linestring`, such as `13.4 52.5, 13.5 52.6`,
//   longitude first. Angles are in degrees.
// - units: Record whose `distance` is `m`, `km` or `mile`.
//
// ## Example
//
// ```
// import "experimental/geo"
//
// geo.stDistance(geometry: {lat: 50.1, lon: 14.5}, region: {lat: 50.0, lon: 14.4, radius: 20.0}, units: {distance: "km"})  // => 0
// ```
builtin stDistance : (region: A, geometry: B, units: {distance: string}) => float
    where
    A: Record,
    B: Record

// stLength is what `ST_Length` is made of.
//
// ## Parameters
//
// - geometry: Place to look at as a record: a point, or a line with `linestring`, such as `13.4 52.5, 13.5 52.6`,
//   longitude first. Angles are in degrees.
// - units: Record whose `distance` is `m`, `km` or `mile`.
//
// ## Example
//
// ```
// import "experimental/geo"
//
// geo.stLength(geometry: {lat: 50.1, lon: 14.5}, units: {distance: "km"})  // => 0
// ```
builtin stLength : (geometry: A, units: {distance: string}) => float where A: Record

// getGrid returns the cells that cover a region.
//
// ## Parameters
//
// - region: Circle, box or polygon, as `ST_Contains` takes them.
// - minSize: Fewest cells. This or `maxSize` is given, unless `level` is.
// - maxSize: Most cells. Default is 100.
// - level: Level of the cells, 0 to 30. Default is the first that gives enough cells.
// - maxLevel: Deepest level to choose. Default is 30.
// - units: Record whose `distance` is `m`, `km` or `mile`, for the radius of a circle.
//
// ## Example
//
// ```
// import "experimental/geo"
//
// geo.getGrid(region: {lat: 50.0, lon: 14.4, radius: 20.0}, maxSize: 4, units: {distance: "km"}).level  // => 8
// ```
builtin getGrid : (
        region: T,
        ?minSize: int,
        ?maxSize: int,
        ?level: int,
        ?maxLevel: int,
        units: {distance: string},
    ) => {level: int, set: [string]}
    where
    T: Record

// getLevel returns the level of the cell `token`, 0 to 30; the higher, the smaller the cell. What is no token is an
// error.
//
// ## Example
//
// ```
// import "experimental/geo"
//
// geo.getLevel(token: "470b94c4a3d")  // => 20
// ```
builtin getLevel : (token: string) => int

// s2CellIDToken returns the token of the cell of a level, 1 to 30, that holds a point or another cell.
//
// ## Parameters
//
// - token: Token of a cell. Either this or `point` is given.
// - point: Record with `lat` and `lon`, in degrees.
// - level: Level of the cell to return, 1 to 30, and not higher than that of `token`.
//
// ## Example
//
// ```
// import "experimental/geo"
//
// geo.s2CellIDToken(point: {lat: 50.0755, lon: 14.4378}, level: 10)  // => 470b95
// ```
builtin s2CellIDToken : (?token: string, ?point: {lat: float, lon: float}, level: int) => string

// s2CellLatLon returns the center of the cell `token`, in degrees. What is no token is an error.
//
// ## Example
//
// ```
// import "experimental/geo"
//
// center = geo.s2CellLatLon(token: "470b94c4a3d")
//
// int(v: center.lat)  // => 50
// int(v: center.lon)  // => 14
// ```
builtin s2CellLatLon : (token: string) => {lat: float, lon: float}

// ST_Contains tells whether a geometry lies in a region.
//
// ## Parameters
//
// - region: Place as a record: a point with `lat` and `lon`; a circle with `lat`, `lon` and `radius`, in the unit of
//   `units`; a box with `minLat`, `maxLat`, `minLon` and `maxLon`; or a polygon with `points`.
// - geometry: Place to look at as a record: a point, or a line with `linestring`, such as `13.4 52.5, 13.5 52.6`,
//   longitude first. Angles are in degrees.
// - units: Record whose `distance` is `m`, `km` or `mile`. Default is the option `units`.
//
// ## Example
//
// ```
// import "experimental/geo"
//
// geo.ST_Contains(geometry: {lat: 50.1, lon: 14.5}, region: {lat: 50.0, lon: 14.4, radius: 20.0})  // => true
// ```
ST_Contains = (region, geometry, units=units) =>
    stContains(region: region, geometry: geometry, units: units)

// ST_Distance returns how far a geometry is from a region.
//
// ## Parameters
//
// - region: Place as a record: a point with `lat` and `lon`; a circle with `lat`, `lon` and `radius`, in the unit of
//   `units`; a box with `minLat`, `maxLat`, `minLon` and `maxLon`; or a polygon with `points`.
// - geometry: Place to look at as a record: a point, or a line with `linestring`, such as `13.4 52.5, 13.5 52.6`,
//   longitude first. Angles are in degrees.
// - units: Record whose `distance` is `m`, `km` or `mile`. Default is the option `units`.
//
// ## Example
//
// ```
// import "experimental/geo"
//
// geo.ST_Distance(geometry: {lat: 50.1, lon: 14.5}, region: {lat: 50.0, lon: 14.4, radius: 20.0})  // => 0
// ```
ST_Distance = (region, geometry, units=units) =>
    stDistance(region: region, geometry: geometry, units: units)

// ST_DWithin tells whether a geometry is within a distance of a region.
//
// ## Parameters
//
// - region: Place as a record: a point with `lat` and `lon`; a circle with `lat`, `lon` and `radius`, in the unit of
//   `units`; a box with `minLat`, `maxLat`, `minLon` and `maxLon`; or a polygon with `points`.
// - geometry: Place to look at as a record: a point, or a line with `linestring`, such as `13.4 52.5, 13.5 52.6`,
//   longitude first. Angles are in degrees.
// - distance: Largest distance, in the unit of `units`.
// - units: Record whose `distance` is `m`, `km` or `mile`. Default is the option `units`.
//
// ## Example
//
// ```
// import "experimental/geo"
//
// geo.ST_DWithin(distance: 25.0, geometry: {lat: 50.1, lon: 14.5}, region: {lat: 50.0, lon: 14.4, radius: 20.0})  // => true
// ```
ST_DWithin = (region, geometry, distance, units=units) =>
    stDistance(region: region, geometry: geometry, units: units) <= distance

// ST_Intersects tells whether a geometry and a region share a place.
//
// ## Parameters
//
// - region: Place as a record: a point with `lat` and `lon`; a circle with `lat`, `lon` and `radius`, in the unit of
//   `units`; a box with `minLat`, `maxLat`, `minLon` and `maxLon`; or a polygon with `points`.
// - geometry: Place to look at as a record: a point, or a line with `linestring`, such as `13.4 52.5, 13.5 52.6`,
//   longitude first. Angles are in degrees.
// - units: Record whose `distance` is `m`, `km` or `mile`. Default is the option `units`.
//
// ## Example
//
// ```
// import "experimental/geo"
//
// geo.ST_Intersects(geometry: {lat: 50.1, lon: 14.5}, region: {lat: 50.0, lon: 14.4, radius: 20.0})  // => true
// ```
ST_Intersects = (region, geometry, units=units) =>
    stDistance(region: region, geometry: geometry, units: units) <= 0.0

// ST_Length returns the length of a geometry.
//
// ## Parameters
//
// - geometry: Place to look at as a record: a point, or a line with `linestring`, such as `13.4 52.5, 13.5 52.6`,
//   longitude first. Angles are in degrees.
// - units: Record whose `distance` is `m`, `km` or `mile`. Default is the option `units`.
//
// ## Example
//
// ```
// import "experimental/geo"
//
// geo.ST_Length(geometry: {lat: 50.1, lon: 14.5})  // => 0
// ```
ST_Length = (geometry, units=units) => stLength(geometry: geometry, units: units)

// ST_LineString joins the places of rows to a line.
//
// ## Parameters
//
// - tables: Rows with `lat` and `lon`, piped in.
//
// ## Example
//
// ```
// import "experimental/geo"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> geo.ST_LineString()
// ```
ST_LineString = (tables=<-) =>
    tables
        |> reduce(
            fn: (r, accumulator) =>
                ({
                    __linestring:
                        accumulator.__linestring + (if accumulator.__count > 0 then ", " else "")
                            +
                            string(v: r.lon) + " " + string(v: r.lat),
                    __count: accumulator.__count + 1,
                }),
            identity: {__linestring: "", __count: 0},
        )
        |> drop(columns: ["__count"])
        |> rename(columns: {__linestring: "st_linestring"})

// _detectLevel returns the level of the cells in a stream.
_detectLevel = (tables=<-) => {
    first =
        tables
            |> tableFind(fn: (key) => exists key.s2_cell_id)
            |> getRecord(idx: 0)

    return if exists first then getLevel(token: first.s2_cell_id) else 666
}

// toRows turns the fields of one time into the columns of one row.
//
// ## Parameters
//
// - tables: Rows with `_field` and `_value`, piped in.
//
// ## Example
//
// ```
// import "experimental/geo"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> geo.toRows()
// ```
toRows = (tables=<-) => tables |> v1.fieldsAsCols()

// shapeData gives rows the columns that the functions of this package need.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - latField: Field that holds the latitude.
// - lonField: Field that holds the longitude.
// - level: Level of the cells in the new column `s2_cell_id`, 1 to 30.
//
// ## Example
//
// ```
// import "experimental/geo"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> geo.shapeData(latField: "lat", level: 10, lonField: "lon")
// ```
shapeData = (tables=<-, latField, lonField, level) =>
    tables
        |> map(
            fn: (r) =>
                ({r with _field:
                        if r._field == latField then
                            "lat"
                        else if r._field == lonField then
                            "lon"
                        else
                            r._field,
                }),
        )
        |> toRows()
        |> map(
            fn: (r) =>
                ({r with s2_cell_id: s2CellIDToken(point: {lat: r.lat, lon: r.lon}, level: level)}),
        )
        |> experimental.group(columns: ["s2_cell_id"], mode: "extend")

// gridFilter keeps the rows in cells that touch a region.
//
// ## Parameters
//
// - tables: Rows with `s2_cell_id`, piped in.
// - region: Place as a record: a point with `lat` and `lon`; a circle with `lat`, `lon` and `radius`, in the unit of
//   `units`; a box with `minLat`, `maxLat`, `minLon` and `maxLon`; or a polygon with `points`.
// - minSize: Fewest cells to cover the region with. Default is 24.
// - maxSize: Most cells to cover the region with. Default is -1, 100 of them.
// - level: Level of the cells. Default is -1, the first that gives enough cells.
// - s2cellIDLevel: Level of the cells in the column `s2_cell_id`. Default is -1, that of the first row.
// - units: Record whose `distance` is `m`, `km` or `mile`. Default is the option `units`.
//
// ## Example
//
// ```
// import "experimental/geo"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> geo.gridFilter(region: {lat: 50.0, lon: 14.4, radius: 20.0})
// ```
gridFilter = (
        tables=<-,
        region,
        minSize=24,
        maxSize=-1,
        level=-1,
        s2cellIDLevel=-1,
        units=units,
    ) =>
    {
        found = if s2cellIDLevel == -1 then tables |> _detectLevel() else s2cellIDLevel
        grid =
            getGrid(
                region: region,
                minSize: minSize,
                maxSize: maxSize,
                level: level,
                maxLevel: found,
                units: units,
            )

        return
            tables
                |> filter(
                    fn: (r) =>
                        if grid.level == found then
                            contains(value: r.s2_cell_id, set: grid.set)
                        else
                            contains(
                                value: s2CellIDToken(token: r.s2_cell_id, level: grid.level),
                                set: grid.set,
                            ),
                )
    }

// strictFilter keeps the rows in a region.
//
// ## Parameters
//
// - tables: Rows with `lat` and `lon`, piped in.
// - region: Place as a record: a point with `lat` and `lon`; a circle with `lat`, `lon` and `radius`, in the unit of
//   `units`; a box with `minLat`, `maxLat`, `minLon` and `maxLon`; or a polygon with `points`.
//
// ## Example
//
// ```
// import "experimental/geo"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> geo.strictFilter(region: {lat: 50.0, lon: 14.4, radius: 20.0})
// ```
strictFilter = (tables=<-, region) =>
    tables
        |> filter(fn: (r) => ST_Contains(region: region, geometry: {lat: r.lat, lon: r.lon}))

// filterRows keeps the rows in a region, or in cells that touch it.
//
// ## Parameters
//
// - tables: Rows with `lat`, `lon` and `s2_cell_id`, piped in.
// - region: Place as a record: a point with `lat` and `lon`; a circle with `lat`, `lon` and `radius`, in the unit of
//   `units`; a box with `minLat`, `maxLat`, `minLon` and `maxLon`; or a polygon with `points`.
// - minSize: Fewest cells to cover the region with. Default is 24.
// - maxSize: Most cells to cover the region with. Default is -1, 100 of them.
// - level: Level of the cells. Default is -1, the first that gives enough cells.
// - s2cellIDLevel: Level of the cells in the column `s2_cell_id`. Default is -1, that of the first row.
// - strict: Whether rows beside the region, but in a cell that touches it, are dropped. Default is true.
//
// ## Example
//
// ```
// import "experimental/geo"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> geo.filterRows(region: {lat: 50.0, lon: 14.4, radius: 20.0})
// ```
filterRows = (
        tables=<-,
        region,
        minSize=24,
        maxSize=-1,
        level=-1,
        s2cellIDLevel=-1,
        strict=true,
    ) =>
    {
        near =
            tables
                |> gridFilter(
                    region: region,
                    minSize: minSize,
                    maxSize: maxSize,
                    level: level,
                    s2cellIDLevel: s2cellIDLevel,
                )

        return if strict then near |> strictFilter(region: region) else near
    }

// groupByArea groups rows by the cells of a level.
//
// ## Parameters
//
// - tables: Rows with `lat`, `lon` and `s2_cell_id`, piped in.
// - newColumn: Column for the cells.
// - level: Level of the cells, 1 to 30.
// - s2cellIDLevel: Level of the cells in the column `s2_cell_id`. Default is -1, that of the first row.
//
// ## Example
//
// ```
// import "experimental/geo"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> geo.groupByArea(level: 10, newColumn: "area")
// ```
groupByArea = (tables=<-, newColumn, level, s2cellIDLevel=-1) => {
    found = if s2cellIDLevel == -1 then tables |> _detectLevel() else s2cellIDLevel
    named =
        if level == found then
            tables |> duplicate(column: "s2_cell_id", as: newColumn)
        else
            tables
                |> map(
                    fn: (r) =>
                        ({r with _s2_cell_id_xxx:
                                s2CellIDToken(point: {lat: r.lat, lon: r.lon}, level: level),
                        }),
                )
                |> rename(fn: (column) => if column == "_s2_cell_id_xxx" then newColumn else column)

    return named |> experimental.group(columns: [newColumn], mode: "extend")
}

// asTracks groups rows by who moved, and sorts them by time.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - groupBy: Columns that tell who moved. Default is `["id", "tid"]`.
// - orderBy: Columns to sort by. Default is `["_time"]`.
//
// ## Example
//
// ```
// import "experimental/geo"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> geo.asTracks()
// ```
asTracks = (tables=<-, groupBy=["id", "tid"], orderBy=["_time"]) =>
    tables |> group(columns: groupBy) |> sort(columns: orderBy)

// totalDistance returns how long the way from row to row is.
//
// ## Parameters
//
// - tables: Rows with `lat` and `lon`, piped in, in the order of the way.
// - outputColumn: Column for the length, in the unit of the option `units`. Default is `_value`.
//
// ## Example
//
// ```
// import "experimental/geo"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> geo.totalDistance()
// ```
totalDistance = (tables=<-, outputColumn="_value") =>
    tables
        |> reduce(
            fn: (r, accumulator) =>
                ({
                    first: false,
                    lat: r.lat,
                    lon: r.lon,
                    total:
                        if accumulator.first then
                            0.0
                        else
                            accumulator.total + ST_Distance(
                                    region: {lat: accumulator.lat, lon: accumulator.lon},
                                    geometry: {lat: r.lat, lon: r.lon},
                                ),
                }),
            identity: {first: true, lat: 0.0, lon: 0.0, total: 0.0},
        )
        |> drop(columns: ["first", "lat", "lon"])
        |> rename(fn: (column) => if column == "total" then "${outputColumn}" else column)
