// Package servicenow sends events to ServiceNow.
package servicenow


import "experimental"
import "experimental/record"
import "http"
import "json"

// event sends one event and returns the status code of the response.
//
// ## Parameters
//
// - url: URL of the web service.
// - username: User.
// - password: Password.
// - source: Name of the system that sends the event. Default is `Flux`.
// - node: What the event happened on. Default is none.
// - metricType: Kind of the metric. Default is none.
// - resource: Part of the node that the event is about. Default is none.
// - metricName: Name of the metric. Default is none.
// - messageKey: Key by which events about the same thing are known. Default is none.
// - description: Text.
// - severity: `critical`, `major`, `minor`, `warning`, `info` or `clear`; anything else is sent as none.
// - additionalInfo: Record with more about the event. Default is none.
//
// ## Example
//
// ```
// import "contrib/bonitoo-io/servicenow"
// import "influxdata/influxdb/secrets"
//
// servicenow.event(
//     url: "https://tenant.example.com/api/global/em/jsonv2",
//     username: "pumps",
//     password: secrets.get(key: "SERVICENOW_PASSWORD"),
//     node: "pump 3",
//     description: "It stands still.",
//     severity: "critical",
// )
// ```
event = (
        url,
        username,
        password,
        source="Flux",
        node="",
        metricType="",
        resource="",
        metricName="",
        messageKey="",
        description,
        severity,
        additionalInfo=record.any,
    ) =>
    {
        number =
            if severity == "critical" then
                "1"
            else if severity == "major" then
                "2"
            else if severity == "minor" then
                "3"
            else if severity == "warning" then
                "4"
            else if severity == "info" then
                "5"
            else if severity == "clear" then
                "0"
            else
                ""

        return
            http.post(
                url: url,
                headers: {
                    "Authorization": http.basicAuth(u: username, p: password),
                    "Content-Type": "application/json",
                },
                data:
                    json.encode(
                        v: {
                            records: [
                                {
                                    source: source,
                                    node: node,
                                    type: metricType,
                                    resource: resource,
                                    metric_name: metricName,
                                    message_key: messageKey,
                                    description: description,
                                    severity: number,
                                    additional_info:
                                        if additionalInfo == record.any then
                                            ""
                                        else
                                            string(v: json.encode(v: additionalInfo)),
                                },
                            ],
                        },
                    ),
            )
    }

// endpoint returns a function that sends an event for each row of a stream.
//
// `mapFn` makes the fields of the event of a row. Rows gain the columns `_status`, the status code as a text, and
// `_sent`, which is `true` if the status code is one of success.
//
// ## Parameters
//
// - url: URL of the web service.
// - username: User.
// - password: Password.
// - source: Name of the system that sends the events. Default is `Flux`.
//
// ## Example
//
// ```
// import "contrib/bonitoo-io/servicenow"
//
// servicenow.endpoint(password: "p", url: "https://example.com", username: "u")
// ```
endpoint = (url, username, password, source="Flux") =>
    (mapFn) =>
        (tables=<-) =>
            tables
                |> map(
                    fn: (r) => {
                        fields = mapFn(r: r)
                        status =
                            event(
                                url: url,
                                username: username,
                                password: password,
                                source: source,
                                node: fields.node,
                                metricType: fields.metricType,
                                resource: fields.resource,
                                metricName: fields.metricName,
                                messageKey: fields.messageKey,
                                description: fields.description,
                                severity: fields.severity,
                                additionalInfo:
                                    record.get(
                                        r: fields,
                                        key: "additionalInfo",
                                        default: record.any,
                                    ),
                            )

                        return {r with _status: string(v: status),
                            _sent: string(v: status / 100 == 2),
                        }
                    },
                )
                |> experimental.group(mode: "extend", columns: ["_sent"])
