// Package tickscript helps to move scripts of Kapacitor.
package tickscript


import "experimental"
import "experimental/array"
import "influxdata/influxdb"
import "influxdata/influxdb/monitor"
import "influxdata/influxdb/schema"
import "universe"

// defineCheck returns the record by which `alert` and `deadman` know a check.
//
// ## Example
//
// ```
// import "contrib/bonitoo-io/tickscript"
//
// tickscript.defineCheck(id: "c1", name: "pumps")._type  // => custom
// ```
defineCheck = (id, name, type="custom") =>
    ({_check_id: id, _check_name: name, _type: type, tags: {}})
