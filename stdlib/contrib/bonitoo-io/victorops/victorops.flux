// Package victorops sends alerts to VictorOps, now Splunk On-Call.
package victorops


import "experimental"
import "http"
import "json"

// alert sends one alert and returns the status code of the response.
//
// ## Parameters
//
// - url: URL of the REST endpoint, with its keys.
// - messageType: `CRITICAL`, `WARNING`, `INFO`, `ACKNOWLEDGEMENT` or `RECOVERY`.
// - entityID: Text by which alerts about the same thing are known.
// - entityDisplayName: Name of the thing.
// - stateMessage: Text.
// - timestamp: When it started. Default is now.
// - monitoringTool: Name of the system that sends the alert. Default is `InfluxDB`.
//
// ## Example
//
// ```
// import "contrib/bonitoo-io/victorops"
//
// victorops.alert(
//     url: "https://alert.victorops.com/integrations/generic/20131114/alert/KEY/pumps",
//     messageType: "CRITICAL",
//     entityID: "pump 3",
//     stateMessage: "It stands still.",
// )
// ```
alert = (
    url,
    messageType,
    entityID="",
    entityDisplayName="",
    stateMessage="",
    timestamp=now(),
    monitoringTool="InfluxDB",
) =>
    http.post(
        url: url,
        headers: {"Content-Type": "application/json"},
        data:
            json.encode(
                v: {
                    message_type: messageType,
                    entity_id: entityID,
                    entity_display_name: entityDisplayName,
                    state_message: stateMessage,
                    state_start_time: uint(v: timestamp) / uint(v: 1000000000),
                    monitoring_tool: monitoringTool,
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
// - url: URL of the REST endpoint, with its keys.
// - monitoringTool: Name of the system that sends the alerts. Default is `InfluxDB`.
//
// ## Example
//
// ```
// import "contrib/bonitoo-io/victorops"
//
// victorops.endpoint(url: "https://example.com")
// ```
endpoint = (url, monitoringTool="InfluxDB") =>
    (mapFn) =>
        (tables=<-) =>
            tables
                |> map(
                    fn: (r) => {
                        fields = mapFn(r: r)
                        status =
                            alert(
                                url: url,
                                messageType: fields.messageType,
                                entityID: fields.entityID,
                                entityDisplayName: fields.entityDisplayName,
                                stateMessage: fields.stateMessage,
                                timestamp: fields.timestamp,
                                monitoringTool: monitoringTool,
                            )

                        return {r with _status: string(v: status),
                            _sent: string(v: status / 100 == 2),
                        }
                    },
                )
                |> experimental.group(mode: "extend", columns: ["_sent"])
