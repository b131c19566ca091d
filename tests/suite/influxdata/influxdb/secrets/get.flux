// --- unknown
import "influxdata/influxdb/secrets"

secrets.get(key: "PUMP_KEY")
//! secret key "PUMP_KEY" not found

// --- empty
import "influxdata/influxdb/secrets"

secrets.get(key: "")
//! secret key "" not found

// --- null key
// Flux crashes here.
import "influxdata/influxdb/secrets"
import "internal/debug"

secrets.get(key: debug.null(type: "string"))
//! argument `key` is null, it must be a string

// --- without key
import "influxdata/influxdb/secrets"

secrets.get()
//! 3:1: missing required argument `key`

// --- int
import "influxdata/influxdb/secrets"

secrets.get(key: 1)
//! 3:18: expected `string`, found `int` in argument `key`
