// Package clickhouse reads ClickHouse.
package clickhouse


import "csv"
import "http/requests"

// defaultURL is the server that is asked.
//
// ## Example
//
// ```
// import "contrib/qxip/clickhouse"
//
// clickhouse.defaultURL  // => http://127.0.0.1:8123
// ```
option defaultURL = "http://127.0.0.1:8123"

// query returns the rows that a query finds.
//
// ## Parameters
//
// - url: URL of the server. Default is `defaultURL`.
// - query: Query in SQL.
// - limit: Most rows of the result. Default is 100.
// - cors: Whether the server sends CORS headers: `1` or `0`. Default is `1`.
// - max_bytes: Most bytes of the result. Default is 10000000.
// - format: Format of the result, one of CSV. Default is `CSVWithNames`.
//
// ## Example
//
// ```
// import "contrib/qxip/clickhouse"
//
// clickhouse.query(query: "SELECT * FROM t")
// ```
query = (
        url=defaultURL,
        query,
        limit=100,
        cors="1",
        max_bytes=10000000,
        format="CSVWithNames",
    ) =>
    {
        response =
            requests.get(
                url: url,
                params:
                    [
                        "query": [query],
                        "default_format": [format],
                        "max_result_rows": ["${limit}"],
                        "max_result_bytes": ["${max_bytes}"],
                        "add_http_cors_header": [cors],
                    ],
                headers: ["X-ClickHouse-Format": format],
            )

        return csv.from(csv: string(v: response.body), mode: "raw")
    }
