// Package pagerduty sends events to PagerDuty.
package pagerduty


import "experimental"
import "experimental/record"
import "http/requests"
import "json"
import "strings"

// dedupKey adds a column `_pagerdutyDedupKey`, by which PagerDuty knows events about the same thing.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - exclude: Columns of the group key that do not count. Default is `["_start", "_stop", "_level"]`.
//
// ## Example
//
// ```
// import "pagerduty"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> pagerduty.dedupKey()
// ```
builtin dedupKey : (
        <-tables: stream[A],
        ?exclude: [string],
    ) => stream[{A with _pagerdutyDedupKey: string}]

// defaultURL is where events go.
//
// ## Example
//
// ```
// import "pagerduty"
//
// pagerduty.defaultURL  // => https://events.pagerduty.com/v2/enqueue
// ```
option defaultURL = "https://events.pagerduty.com/v2/enqueue"

// severityFromLevel turns `level`, the level of a check, into a severity of PagerDuty: `warning`, `critical`, `info`,
// or `error` for what is no level.
//
// ## Example
//
// ```
// import "pagerduty"
//
// pagerduty.severityFromLevel(level: "crit")  // => critical
// ```
severityFromLevel = (level) => {
    name = strings.toLower(v: level)

    return
        if name == "warn" then
            "warning"
        else if name == "crit" then
            "critical"
        else if name == "info" or name == "ok" then
            "info"
        else
            "error"
}

// actionFromSeverity returns what PagerDuty does about `severity`: `resolve` for `ok`, else `trigger`.
//
// ## Example
//
// ```
// import "pagerduty"
//
// pagerduty.actionFromSeverity(severity: "ok")  // => resolve
// ```
actionFromSeverity = (severity) =>
    if strings.toLower(v: severity) == "ok" then "resolve" else "trigger"

// actionFromLevel returns what PagerDuty does about `level`, the level of a check: `resolve` for `ok`, else `trigger`.
//
// ## Example
//
// ```
// import "pagerduty"
//
// pagerduty.actionFromLevel(level: "warn")  // => trigger
// ```
actionFromLevel = (level) => if strings.toLower(v: level) == "ok" then "resolve" else "trigger"

// _sendEvent sends one event and returns the whole response.
_sendEvent = (
        pagerdutyURL=defaultURL,
        routingKey,
        client,
        clientURL,
        dedupKey,
        class,
        group,
        severity,
        eventAction,
        source,
        component="",
        summary,
        timestamp,
        customDetails=record.any,
    ) =>
    {
        payload = {
            summary: strings.substring(v: summary, start: 0, end: 1023),
            timestamp: timestamp,
            source: source,
            component: component,
            severity: severity,
            group: group,
            class: class,
        }
        event = {
            routing_key: routingKey,
            event_action: eventAction,
            dedup_key: dedupKey,
            client: client,
            client_url: clientURL,
        }

        return
            requests.do(
                method: "POST",
                url: pagerdutyURL,
                headers:
                    [
                        "Accept": "application/vnd.pagerduty+json;version=2",
                        "Content-Type": "application/json",
                    ],
                body:
                    if customDetails == record.any then
                        json.encode(v: {event with payload: payload})
                    else
                        json.encode(
                            v: {event with payload: {payload with custom_details: customDetails}},
                        ),
            )
    }

// sendEvent sends one event and returns the status code of the response.
//
// ## Parameters
//
// - pagerdutyURL: URL of the API. Default is `defaultURL`.
// - routingKey: Key of the integration.
// - client: Name of the system that sends the event.
// - clientURL: URL of the system that sends the event.
// - dedupKey: Text by which events about the same thing are known.
// - class: Class of the event.
// - group: Group of components.
// - severity: `critical`, `error`, `warning` or `info`.
// - eventAction: `trigger`, `acknowledge` or `resolve`.
// - source: What the event is about.
// - component: Part of the source. Default is none.
// - summary: Text, at most 1023 characters.
// - timestamp: Time of the event, as text.
// - customDetails: Record with more about the event. Default is none.
//
// ## Example
//
// ```
// import "influxdata/influxdb/secrets"
// import "pagerduty"
//
// pagerduty.sendEvent(
//     routingKey: secrets.get(key: "PAGERDUTY_KEY"),
//     client: "pumps",
//     clientURL: "https://pumps.example.com",
//     dedupKey: "pump 3",
//     class: "stall",
//     group: "north",
//     severity: "critical",
//     eventAction: "trigger",
//     source: "pump 3",
//     summary: "pump 3 stands still",
//     timestamp: "2021-05-06T07:08:09Z",
// )
// ```
sendEvent = (
        pagerdutyURL=defaultURL,
        routingKey,
        client,
        clientURL,
        dedupKey,
        class,
        group,
        severity,
        eventAction,
        source,
        component="",
        summary,
        timestamp,
        customDetails=record.any,
    ) =>
    {
        response =
            _sendEvent(
                pagerdutyURL: pagerdutyURL,
                routingKey: routingKey,
                client: client,
                clientURL: clientURL,
                dedupKey: dedupKey,
                class: class,
                group: group,
                severity: severity,
                eventAction: eventAction,
                source: source,
                component: component,
                summary: summary,
                timestamp: timestamp,
                customDetails: customDetails,
            )

        return response.statusCode
    }

// endpoint returns a function that sends an event for each row of a stream.
//
// `mapFn` makes the fields of `sendEvent` of a row, but for the key of duplicates, which comes from the group key. Rows
// gain the columns `_status` and `_body`, status code and body of the response, and `_sent`, which is `true` if the
// status code is one of success.
//
// ## Parameters
//
// - url: URL of the API. Default is `defaultURL`.
//
// ## Example
//
// ```
// import "pagerduty"
//
// pagerduty.endpoint()
// ```
endpoint = (url=defaultURL) =>
    (mapFn) =>
        (tables=<-) =>
            tables
                |> dedupKey()
                |> map(
                    fn: (r) => {
                        fields = mapFn(r: r)
                        response =
                            _sendEvent(
                                pagerdutyURL: url,
                                routingKey: fields.routingKey,
                                client: fields.client,
                                clientURL: fields.clientURL,
                                dedupKey: r._pagerdutyDedupKey,
                                class: fields.class,
                                group: fields.group,
                                severity: fields.severity,
                                eventAction: fields.eventAction,
                                source: fields.source,
                                component: record.get(r: fields, key: "component", default: ""),
                                summary: fields.summary,
                                timestamp: fields.timestamp,
                                customDetails:
                                    record.get(
                                        r: fields,
                                        key: "customDetails",
                                        default: record.any,
                                    ),
                            )

                        return {r with _status: string(v: response.statusCode),
                            _body: string(v: response.body),
                            _sent: string(v: response.statusCode / 100 == 2),
                        }
                    },
                )
                |> experimental.group(mode: "extend", columns: ["_sent"])
