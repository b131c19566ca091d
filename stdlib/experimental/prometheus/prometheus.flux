// Package prometheus reads metrics of Prometheus.
package prometheus


import "universe"

// scrape reads the metrics of the page `url`.
//
// ## Example
//
// ```
// import "experimental/prometheus"
//
// prometheus.scrape(url: "https://example.com")
// ```
builtin scrape : (url: string) => stream[A] where A: Record

// histogramQuantile estimates a quantile from the counts of histograms.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - quantile: Which quantile, 0 to 1.
// - metricVersion: Format of the metrics, 1 or 2. Default is 2; any other is an error.
// - onNonmonotonic: What to do if counts fall: `error`, `force` or `drop`. Default is `error`.
//
// ## Example
//
// ```
// import "experimental/prometheus"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> prometheus.histogramQuantile(quantile: 0.9)
// ```
histogramQuantile = (tables=<-, quantile, metricVersion=2, onNonmonotonic="error") => {
    second = () =>
        tables
            |> group(mode: "except", columns: ["le", "_value"])
            |> map(fn: (r) => ({r with le: float(v: r.le)}))
            |> universe.histogramQuantile(quantile: quantile, onNonmonotonic: onNonmonotonic)
            |> group(mode: "except", columns: ["le", "_value", "_time"])
            |> set(key: "quantile", value: string(v: quantile))
    first = () =>
        tables
            |> filter(fn: (r) => r._field != "sum" and r._field != "count")
            |> map(fn: (r) => ({r with le: float(v: r._field)}))
            |> group(mode: "except", columns: ["_field", "le", "_value"])
            |> universe.histogramQuantile(quantile: quantile, onNonmonotonic: onNonmonotonic)
            |> set(key: "quantile", value: string(v: quantile))

    return
        if metricVersion == 2 then
            second()
        else if metricVersion == 1 then
            first()
        else
            die(msg: "Invalid metricVersion. Available versions are 1 and 2.")
}
