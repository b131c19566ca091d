// Package opsgenie sends alerts to Opsgenie.
package opsgenie


import "experimental"
import "http"
import "json"
import "strings"

// respondersToJSON writes the responders `v` as JSON. Each starts with `user:`, `team:`, `escalation:` or `schedule:`;
// any other is an error.
//
// ## Example
//
// ```
// import "contrib/sranka/opsgenie"
//
// opsgenie.respondersToJSON(v: ["team:pumps"])  // => [{"type":"team","name":"pumps"}]
// ```
builtin respondersToJSON : (v: [string]) => string

// sendAlert sends one alert and returns the status code of the response.
//
// Texts that are too long for Opsgenie are cut.
//
// ## Parameters
//
// - url: URL of the API. Default is `https://api.opsgenie.com/v2/alerts`.
// - apiKey: Key of the API.
// - message: Text, at most 130 characters.
// - alias: Name by which alerts are told apart, at most 512 characters. Default is `message`.
// - description: Longer text, at most 15000 characters.
// - priority: `P1` to `P5`. Default is `P3`.
// - responders: Who is told, such as `team:pumps`; see `respondersToJSON`.
// - tags: Tags.
// - entity: What the alert is about, at most 512 characters.
// - actions: Actions that can be taken.
// - visibleTo: Who sees the alert without being told.
// - details: More about the alert: an object as JSON text.
//
// ## Example
//
// ```
// import "contrib/sranka/opsgenie"
// import "influxdata/influxdb/secrets"
//
// opsgenie.sendAlert(
//     apiKey: secrets.get(key: "OPSGENIE_KEY"),
//     message: "pump 3 stands still",
//     priority: "P1",
//     responders: ["team:pumps"],
// )
// ```
sendAlert = (
        url="https://api.opsgenie.com/v2/alerts",
        apiKey,
        message,
        alias="",
        description="",
        priority="P3",
        responders=[],
        tags=[],
        entity="",
        actions=[],
        visibleTo=[],
        details="{}",
    ) =>
    {
        encoded = (v) => string(v: json.encode(v: v))
        cut = (v, most) => encoded(v: strings.substring(v: v, start: 0, end: most))
        body =
            strings.joinStr(
                arr: [
                    "\"message\": " + cut(v: message, most: 130),
                    "\"alias\": " + cut(v: if alias == "" then message else alias, most: 512),
                    "\"description\": " + cut(v: description, most: 15000),
                    "\"responders\": " + respondersToJSON(v: responders),
                    "\"visibleTo\": " + respondersToJSON(v: visibleTo),
                    "\"actions\": " + encoded(v: actions),
                    "\"tags\": " + encoded(v: tags),
                    "\"details\": " + string(v: details),
                    "\"entity\": " + cut(v: entity, most: 512),
                    "\"priority\": " + cut(v: priority, most: 2),
                ],
                v: ",\n",
            )

        return
            http.post(
                url: url,
                headers: {
                    "Authorization": "GenieKey " + apiKey,
                    "Content-Type": "application/json; charset=utf-8",
                },
                data: bytes(v: "{\n" + body + "\n}"),
            )
    }

// endpoint returns a function that sends an alert for each row of a stream.
//
// `mapFn` makes the other fields of `sendAlert` of a row. Rows gain the columns `_status`, the status code as a text,
// and `_sent`, which is `true` if the status code is one of success.
//
// ## Parameters
//
// - url: URL of the API. Default is `https://api.opsgenie.com/v2/alerts`.
// - apiKey: Key of the API.
// - entity: What the alerts are about. Default is none.
//
// ## Example
//
// ```
// import "contrib/sranka/opsgenie"
//
// opsgenie.endpoint(apiKey: "my-key")
// ```
endpoint = (url="https://api.opsgenie.com/v2/alerts", apiKey, entity="") =>
    (mapFn) =>
        (tables=<-) =>
            tables
                |> map(
                    fn: (r) => {
                        fields = mapFn(r: r)
                        status =
                            sendAlert(
                                url: url,
                                apiKey: apiKey,
                                entity: entity,
                                message: fields.message,
                                alias: fields.alias,
                                description: fields.description,
                                priority: fields.priority,
                                responders: fields.responders,
                                tags: fields.tags,
                                actions: fields.actions,
                                visibleTo: fields.visibleTo,
                                details: fields.details,
                            )

                        return {r with _status: string(v: status),
                            _sent: string(v: status / 100 == 2),
                        }
                    },
                )
                |> experimental.group(mode: "extend", columns: ["_sent"])
