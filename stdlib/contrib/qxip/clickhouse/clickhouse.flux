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
