// Package alerta sends alerts to Alerta.
package alerta


import "experimental"
import "http"
import "json"
import "strings"

// alert sends one alert and returns the status code of the response.
//
// ## Parameters
//
// - url: URL of the API.
// - apiKey: Key of the API.
// - resource: What the alert is about.
// - event: Name of the event.
// - environment: `Production`, `Development` or another. Default is none.
// - severity: Severity, such as `critical`.
// - service: Names of services. Default is none.
// - group: Group of events. Default is none.
// - value: Value that led to the alert. Default is none.
// - text: Text. Default is none.
// - tags: Tags. Default is none.
// - attributes: Dictionary or record with more about the alert.
// - origin: Name of the system that sends the alert. Default is `InfluxDB`.
// - type: Kind of the alert. Default is none.
// - timestamp: When it started. Default is now.
//
// ## Example
//
// ```
// import "contrib/bonitoo-io/alerta"
// import "influxdata/influxdb/secrets"
//
// alerta.alert(
//     url: "https://alerta.example.com/alert",
//     apiKey: secrets.get(key: "ALERTA_KEY"),
//     resource: "pump 3",
//     event: "stall",
//     environment: "Production",
//     severity: "critical",
//     attributes: {},
// )
// ```
alert = (
    url,
    apiKey,
    resource,
    event,
    environment="",
    severity,
    service=[],
    group="",
    value="",
    text="",
    tags=[],
    attributes,
    origin="InfluxDB",
    type="",
    timestamp=now(),
) =>
    http.post(
        url: url,
        headers: {"Authorization": "Key " + apiKey, "Content-Type": "application/json"},
        data:
            json.encode(
                v: {
                    resource: resource,
                    event: event,
                    environment: environment,
                    severity: severity,
                    service: service,
                    group: group,
                    value: value,
                    text: text,
                    tags: tags,
                    attributes: attributes,
                    origin: origin,
                    type: type,
                    // The first 23 characters of an instant end with its milliseconds.
                    createTime: strings.substring(v: string(v: timestamp), start: 0, end: 23) + "Z",
                },
            ),
    )

// endpoint returns a function that sends an alert for each row of a stream.
//
// `mapFn` makes the fields of the alert of a row. Rows gain the columns `_status`, the status code as a text, and
// `_sent`, which is `true` if the status code is one of success.
//
// ## Parameters
//
// - url: URL of the API.
// - apiKey: Key of the API.
// - environment: Environment of the alerts. Default is none.
// - origin: Who sends the alerts. Default is none.
//
// ## Example
//
// ```
// import "contrib/bonitoo-io/alerta"
//
// alerta.endpoint(apiKey: "my-key", url: "https://example.com")
// ```
endpoint = (url, apiKey, environment="", origin="") =>
    (mapFn) =>
        (tables=<-) =>
            tables
                |> map(
                    fn: (r) => {
                        fields = mapFn(r: r)
                        status =
                            alert(
                                url: url,
                                apiKey: apiKey,
                                resource: fields.resource,
                                event: fields.event,
                                environment: environment,
                                severity: fields.severity,
                                service: fields.service,
                                group: fields.group,
                                value: fields.value,
                                text: fields.text,
                                tags: fields.tags,
                                attributes: fields.attributes,
                                origin: origin,
                                type: fields.type,
                                timestamp: fields.timestamp,
                            )

                        return {r with _status: string(v: status),
                            _sent: string(v: status / 100 == 2),
                        }
                    },
                )
                |> experimental.group(mode: "extend", columns: ["_sent"])
