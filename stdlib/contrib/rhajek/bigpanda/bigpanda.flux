// Package bigpanda sends alerts to BigPanda.
package bigpanda


import "experimental"
import "http"
import "json"
import "strings"

// defaultUrl is where alerts go.
//
// ## Example
//
// ```
// import "contrib/rhajek/bigpanda"
//
// bigpanda.defaultUrl  // => https://api.bigpanda.io/data/v2/alerts
// ```
option defaultUrl = "https://api.bigpanda.io/data/v2/alerts"

// defaultTokenPrefix is the word before the token in a header.
//
// ## Example
//
// ```
// import "contrib/rhajek/bigpanda"
//
// bigpanda.defaultTokenPrefix  // => Bearer
// ```
option defaultTokenPrefix = "Bearer"

// statusFromLevel turns `level`, the level of a check, into a status of BigPanda. What is no level is `critical`.
//
// ## Example
//
// ```
// import "contrib/rhajek/bigpanda"
//
// bigpanda.statusFromLevel(level: "warn")  // => warning
// ```
statusFromLevel = (level) => {
    name = strings.toLower(v: level)

    return
        if name == "warn" then
            "warning"
        else if name == "info" or name == "ok" then
            "ok"
        else
            "critical"
}

// sendAlert sends one alert and returns the status code of the response.
//
// ## Parameters
//
// - url: URL of the API.
// - token: Token of the API.
// - appKey: Key of the integration.
// - status: `ok`, `critical`, `warning` or `acknowledged`.
// - rec: Record with the other fields of the alert.
//
// ## Example
//
// ```
// import "contrib/rhajek/bigpanda"
// import "influxdata/influxdb/secrets"
//
// bigpanda.sendAlert(
//     url: bigpanda.defaultUrl,
//     token: secrets.get(key: "BIGPANDA_TOKEN"),
//     appKey: "pumps",
//     status: "critical",
//     rec: {host: "pump 3"},
// )
// ```
sendAlert = (
    url,
    token,
    appKey,
    status,
    rec,
) =>
    http.post(
        url: url,
        headers: {
            "Authorization": defaultTokenPrefix + " " + token,
            "Content-Type": "application/json; charset=utf-8",
        },
        data: json.encode(v: {rec with app_key: appKey, status: status}),
    )

// endpoint returns a function that sends an alert for each row of a stream.
//
// `mapFn` makes the field `status` and the other fields of the alert of a row. Rows gain the columns `_status`, the
// status code as a text, and `_sent`, which is `true` if the status code is one of success.
//
// ## Parameters
//
// - url: URL of the API. Default is `defaultUrl`.
// - token: Token of the API.
// - appKey: Key of the integration.
//
// ## Example
//
// ```
// import "contrib/rhajek/bigpanda"
//
// bigpanda.endpoint(appKey: "k", token: "my-token")
// ```
endpoint = (url=defaultUrl, token, appKey) =>
    (mapFn) =>
        (tables=<-) =>
            tables
                |> map(
                    fn: (r) => {
                        fields = mapFn(r: r)
                        status =
                            sendAlert(
                                url: url,
                                token: token,
                                appKey: appKey,
                                status: fields.status,
                                rec: fields,
                            )

                        return {r with _status: string(v: status),
                            _sent: string(v: status / 100 == 2),
                        }
                    },
                )
                |> experimental.group(mode: "extend", columns: ["_sent"])
