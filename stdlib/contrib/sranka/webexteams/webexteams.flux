// Package webexteams sends messages to Webex Teams.
package webexteams


import "experimental"
import "http"
import "json"

// message sends one message and returns the status code of the response.
//
// ## Parameters
//
// - url: URL of the server. Default is `https://webexapis.com`.
// - token: Token of the API.
// - roomId: ID of the room.
// - text: Text without marks.
// - markdown: Text with marks.
//
// ## Example
//
// ```
// import "contrib/sranka/webexteams"
// import "influxdata/influxdb/secrets"
//
// webexteams.message(
//     token: secrets.get(key: "WEBEX_TOKEN"),
//     roomId: "Y2lzY29zcGFyazov",
//     text: "pump 3 stands still",
//     markdown: "**pump 3** stands still",
// )
// ```
message = (
    url="https://webexapis.com",
    token,
    roomId,
    text,
    markdown,
) =>
    http.post(
        url: url + "/v1/messages",
        headers: {
            "Authorization": "Bearer " + token,
            "Content-Type": "application/json; charset=utf-8",
        },
        data: json.encode(v: {roomId: roomId, text: text, markdown: markdown}),
    )

// endpoint returns a function that sends a message for each row of a stream.
//
// `mapFn` makes the fields `roomId`, `text` and `markdown` of a row. Rows gain the columns `_status`, the status code
// as a text, and `_sent`, which is `true` if the status code is one of success.
//
// ## Parameters
//
// - url: URL of the server. Default is `https://webexapis.com`.
// - token: Token of the API.
//
// ## Example
//
// ```
// import "contrib/sranka/webexteams"
//
// webexteams.endpoint(token: "my-token")
// ```
endpoint = (url="https://webexapis.com", token) =>
    (mapFn) =>
        (tables=<-) =>
            tables
                |> map(
                    fn: (r) => {
                        fields = mapFn(r: r)
                        status =
                            message(
                                url: url,
                                token: token,
                                roomId: fields.roomId,
                                text: fields.text,
                                markdown: fields.markdown,
                            )

                        return {r with _status: string(v: status),
                            _sent: string(v: status / 100 == 2),
                        }
                    },
                )
                |> experimental.group(mode: "extend", columns: ["_sent"])
