// Package sensu sends events to Sensu Go.
package sensu


import "experimental"
import "http"
import "json"

// toSensuName returns `v` as a name that Sensu takes: each character but letters, digits, `_`, `.` and `-` becomes `_`.
//
// ## Example
//
// ```
// import "contrib/sranka/sensu"
//
// sensu.toSensuName(v: "pump 3")  // => pump_3
// ```
builtin toSensuName : (v: string) => string

// event sends one event and returns the status code of the response.
//
// ## Parameters
//
// - url: URL of the server.
// - apiKey: Key of the API.
// - checkName: Name of the check.
// - text: Output of the check.
// - handlers: Names of handlers. Default is none.
// - status: 0 is ok, 1 a warning, 2 critical. Default is 0.
// - state: `passing`, `failing` or `flapping`. Default follows from `status`.
// - namespace: Namespace. Default is `default`.
// - entityName: Source of the event. Default is `influxdb`.
//
// ## Example
//
// ```
// import "contrib/sranka/sensu"
// import "influxdata/influxdb/secrets"
//
// sensu.event(
//     url: "https://sensu.example.com:8080",
//     apiKey: secrets.get(key: "SENSU_KEY"),
//     checkName: "pump 3",
//     text: "It stands still.",
//     status: 2,
// )
// ```
event = (
    url,
    apiKey,
    checkName,
    text,
    handlers=[],
    status=0,
    state="",
    namespace="default",
    entityName="influxdb",
) =>
    http.post(
        url: url + "/api/core/v2/namespaces/" + http.pathEscape(inputString: namespace) + "/events",
        headers: {
            "Authorization": "Key " + apiKey,
            "Content-Type": "application/json; charset=utf-8",
        },
        data:
            json.encode(
                v: {
                    entity: {entity_class: "proxy", metadata: {name: toSensuName(v: entityName)}},
                    check: {
                        metadata: {name: toSensuName(v: checkName)},
                        output: text,
                        status: status,
                        state:
                            if state != "" then
                                state
                            else if status == 0 then
                                "passing"
                            else
                                "failing",
                        handlers: handlers,
                        interval: 60,
                    },
                },
            ),
    )

// endpoint returns a function that sends an event for each row of a stream.
//
// `mapFn` makes the fields `checkName`, `text` and `status` of a row. Rows gain the column `_sent`, which is `true` if
// the status code is one of success.
//
// ## Parameters
//
// - url: URL of the server.
// - apiKey: Key of the API.
// - handlers: Names of handlers. Default is none.
// - namespace: Namespace of the events. Default is `default`.
// - entityName: What the events are about. Default is `influxdb`.
//
// ## Example
//
// ```
// import "contrib/sranka/sensu"
//
// sensu.endpoint(apiKey: "my-key", url: "https://example.com")
// ```
endpoint = (
    url,
    apiKey,
    handlers=[],
    namespace="default",
    entityName="influxdb",
) =>
    (mapFn) =>
        (tables=<-) =>
            tables
                |> map(
                    fn: (r) => {
                        fields = mapFn(r: r)
                        status =
                            event(
                                url: url,
                                apiKey: apiKey,
                                checkName: fields.checkName,
                                text: fields.text,
                                handlers: handlers,
                                status: fields.status,
                                namespace: namespace,
                                entityName: entityName,
                            )

                        return {r with _sent: string(v: status / 100 == 2)}
                    },
                )
                |> experimental.group(mode: "extend", columns: ["_sent"])
