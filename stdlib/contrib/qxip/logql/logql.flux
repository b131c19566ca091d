// Package logql reads Loki.
package logql


import "csv"
import "date"
import "http/requests"

// defaultURL is the server that is asked.
//
// ## Example
//
// ```
// import "contrib/qxip/logql"
//
// logql.defaultURL  // => http://127.0.0.1:3100
// ```
option defaultURL = "http://127.0.0.1:3100"

// defaultAPI is the path that is asked.
//
// ## Example
//
// ```
// import "contrib/qxip/logql"
//
// logql.defaultAPI  // => /loki/api/v1/query_range
// ```
option defaultAPI = "/loki/api/v1/query_range"

// query_range returns the rows that the LogQL `query` finds from `start` to `end`.
//
// The server at `url` is asked under `path`, for the tenant `orgid` if it is not empty; `limit` and `step` are told it.
//
// ## Example
//
// ```
// import "contrib/qxip/logql"
//
// logql.query_range(query: "{job=\"pumps\"}")
// ```
query_range = (
        url=defaultURL,
        path=defaultAPI,
        query,
        limit=100,
        step=10,
        start=-1h,
        end=now(),
        orgid="",
    ) =>
    {
        headers = if orgid == "" then [:] else ["X-Scope-OrgID": orgid]
        response =
            requests.get(
                url: url + path,
                params:
                    [
                        "query": [query],
                        "limit": ["${limit}"],
                        "start": ["${uint(v: date.time(t: start))}"],
                        "end": ["${uint(v: date.time(t: end))}"],
                        "step": ["${step}"],
                        "csv": ["1"],
                    ],
                headers: headers,
            )

        return csv.from(csv: string(v: response.body), mode: "raw")
    }
