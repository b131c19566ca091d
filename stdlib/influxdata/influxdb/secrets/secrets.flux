// Package secrets reads secrets.
package secrets


// get returns the secret of `key`, from wherever the host of the script keeps secrets.
//
// A key that has no secret is an error.
//
// ## Example
//
// ```
// import "influxdata/influxdb/secrets"
//
// secrets.get(key: "SMTP_PASSWORD")
// ```
builtin get : (key: string) => string
