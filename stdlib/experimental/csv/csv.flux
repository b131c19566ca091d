// Package csv reads tables from CSV somewhere else.
package csv


import "csv"
import "experimental/http"

// from reads tables from the CSV, with annotations, that stands behind `url`. The status code of the response is not
// looked at.
//
// ## Example
//
// ```
// import "experimental/csv"
//
// csv.from(url: "https://example.com")
// ```
from = (url) => csv.from(csv: string(v: http.get(url: url).body))
