// Package zenoss sends events to Zenoss.
package zenoss


import "experimental"
import "http"
import "json"

// event sends one event and returns the status code of the response.
//
// ## Parameters
//
// - url: URL of the router.
// - username: User, for servers of one's own.
// - password: Password, for servers of one's own.
// - apiKey: Key of the API, for Zenoss Cloud; with it, user and password are not sent.
// - action: Router. Default is `EventsRouter`.
// - method: Method of the router. Default is `add_event`.
// - type: Kind of the request. Default is `rpc`.
// - tid: Number of the request. Default is 1.
// - summary: Short text. Default is none.
// - device: Device that the event is about. Default is none.
// - component: Part of the device. Default is none.
// - severity: `Critical`, `Error`, `Warning`, `Info`, `Debug` or `Clear`.
// - eventClass: Class of the event. Default is none.
// - eventClassKey: Key by which Zenoss finds the class. Default is none.
// - collector: Collector that saw the event. Default is none.
// - message: Longer text. Default is none.
//
// ## Example
//
// ```
// import "contrib/bonitoo-io/zenoss"
// import "influxdata/influxdb/secrets"
//
// zenoss.event(
//     url: "https://tenant.example.com/zport/dmd/evconsole_router",
//     apiKey: secrets.get(key: "ZENOSS_KEY"),
//     device: "pump 3",
//     severity: "Critical",
//     summary: "It stands still.",
// )
// ```
event = (
        url,
        username="",
        password="",
        apiKey="",
        action="EventsRouter",
        method="add_event",
        type="rpc",
        tid=1,
        summary="",
        device="",
        component="",
        severity,
        eventClass="",
        eventClassKey="",
        collector="",
        message="",
    ) =>
    {
        data =
            json.encode(
                v: {
                    action: action,
                    method: method,
                    data: [
                        {
                            summary: summary,
                            device: device,
                            component: component,
                            severity: severity,
                            evclass: eventClass,
                            evclasskey: eventClassKey,
                            collector: collector,
                            message: message,
                        },
                    ],
                    type: type,
                    tid: tid,
                },
            )

        return
            if apiKey != "" then
                http.post(
                    url: url,
                    headers: {"Content-Type": "application/json", "z-api-key": apiKey},
                    data: data,
                )
            else
                http.post(
                    url: url,
                    headers: {
                        "Content-Type": "application/json",
                        "Authorization": http.basicAuth(u: username, p: password),
                    },
                    data: data,
                )
    }

// endpoint returns a function that sends an event for each row of a stream.
//
// `mapFn` makes the fields of the event of a row. Rows gain the columns `_status`, the status code as a text, and
// `_sent`, which is `true` if the status code is one of success.
//
// ## Parameters
//
// - url: URL of the router.
// - username: User, for servers of one's own. Default is none.
// - password: Password, for servers of one's own. Default is none.
// - apiKey: Key of the API, for Zenoss Cloud; with it, user and password are not sent. Default is none.
// - action: Router. Default is `EventsRouter`.
// - method: Method of the router. Default is `add_event`.
// - type: Kind of the requests. Default is `rpc`.
// - tid: Number of the requests. Default is 1.
//
// ## Example
//
// ```
// import "contrib/bonitoo-io/zenoss"
//
// zenoss.endpoint(url: "https://example.com")
// ```
endpoint = (
    url,
    username="",
    password="",
    apiKey="",
    action="EventsRouter",
    method="add_event",
    type="rpc",
    tid=1,
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
                                username: username,
                                password: password,
                                apiKey: apiKey,
                                action: action,
                                method: method,
                                type: type,
                                tid: tid,
                                summary: fields.summary,
                                device: fields.device,
                                component: fields.component,
                                severity: fields.severity,
                                eventClass: fields.eventClass,
                                eventClassKey: fields.eventClassKey,
                                collector: fields.collector,
                                message: fields.message,
                            )

                        return {r with _status: string(v: status),
                            _sent: string(v: status / 100 == 2),
                        }
                    },
                )
                |> experimental.group(mode: "extend", columns: ["_sent"])
