// Package usage tells how much an organization uses, and how much it may.
package usage


import "csv"
import "experimental/influxdb"
import "experimental/json"
import "http"

_id = (orgID) => if orgID == "" then "{orgID}" else http.pathEscape(inputString: orgID)

// An argument that is empty is left out: what the script runs with stands for it then.
_get = (path, query, host, token) =>
    if host == "" and token == "" then
        influxdb.api(method: "get", path: path, query: query)
    else if host == "" then
        influxdb.api(method: "get", path: path, query: query, token: token)
    else if token == "" then
        influxdb.api(method: "get", path: path, query: query, host: host)
    else
        influxdb.api(
            method: "get",
            path: path,
            query: query,
            host: host,
            token: token,
        )

_check = (response, what) =>
    if response.statusCode > 299 then
        die(
            msg:
                "organization " + what + " request returned status " + string(
                        v: response.statusCode,
                    ) + ": " + string(v: response.body),
        )
    else
        response

// from returns what the organization `orgID` used from `start` to `stop`, as tables.
//
// The server `host` is asked with the API token `token`, and told `raw`. For what is empty stands what the script runs with.
//
// ## Example
//
// ```
// import "experimental/usage"
//
// usage.from(start: -1h, stop: now())
// ```
from = (
        start,
        stop,
        host="",
        orgID="",
        token="",
        raw=false,
    ) =>
    {
        response =
            _get(
                path: "/api/v2/orgs/" + _id(orgID: orgID) + "/usage",
                query: ["start": string(v: start), "stop": string(v: stop), "raw": string(v: raw)],
                host: host,
                token: token,
            )

        return csv.from(csv: string(v: _check(response: response, what: "usage").body))
    }

// limits returns the limits of an organization.
//
// ## Parameters
//
// - host: URL of the server. Default is the one that the script runs for.
// - orgID: ID of the organization. Default is the one that the script runs for.
// - token: API token. Default is the one that the script runs with.
//
// ## Example
//
// ```
// import "experimental/usage"
//
// usage.limits().rate.writeKBs
// ```
limits = (host="", orgID="", token="") => {
    response =
        _get(
            path: "/api/v2/orgs/" + _id(orgID: orgID) + "/limits",
            query: [:],
            host: host,
            token: token,
        )

    return json.parse(data: _check(response: response, what: "limits").body).limits
}
