// Package pushbullet sends messages to Pushbullet.
package pushbullet


import "experimental"
import "http"
import "json"

// defaultURL is where messages go.
//
// ## Example
//
// ```
// import "pushbullet"
//
// pushbullet.defaultURL  // => https://api.pushbullet.com/v2/pushes
// ```
option defaultURL = "https://api.pushbullet.com/v2/pushes"

// pushData sends a record as a message and returns the status code of the response.
//
// ## Parameters
//
// - url: URL of the API. Default is `defaultURL`.
// - token: Token of the API.
// - data: Record, sent as JSON.
//
// ## Example
//
// ```
// import "influxdata/influxdb/secrets"
// import "pushbullet"
//
// pushbullet.pushData(
//     token: secrets.get(key: "PUSHBULLET_TOKEN"),
//     data: {type: "link", url: "https://pumps.example.com", title: "pumps"},
// )
// ```
pushData = (url=defaultURL, token="", data) =>
    http.post(
        url: url,
        headers: {"Access-Token": token, "Content-Type": "application/json"},
        data: json.encode(v: data),
    )

// pushNote sends a text with a title and returns the status code of the response.
//
// ## Parameters
//
// - url: URL of the API. Default is `defaultURL`.
// - token: Token of the API.
// - title: Title.
// - text: Text.
//
// ## Example
//
// ```
// import "influxdata/influxdb/secrets"
// import "pushbullet"
//
// pushbullet.pushNote(
//     token: secrets.get(key: "PUSHBULLET_TOKEN"),
//     title: "pump 3",
//     text: "It stands still.",
// )
// ```
pushNote = (url=defaultURL, token="", title, text) =>
    pushData(url: url, token: token, data: {type: "note", title: title, body: text})

// endpoint returns a function that sends a text for each row of a stream.
//
// `mapFn` makes the fields `title` and `text` of a row. Rows gain the columns `_status`, the status code as a text, and
// `_sent`, which is `true` if the status code is one of success.
//
// ## Parameters
//
// - url: URL of the API. Default is `defaultURL`.
// - token: Token of the API. Default is none.
//
// ## Example
//
// ```
// import "pushbullet"
//
// pushbullet.endpoint()
// ```
endpoint = (url=defaultURL, token="") =>
    (mapFn) =>
        (tables=<-) =>
            tables
                |> map(
                    fn: (r) => {
                        fields = mapFn(r: r)
                        status =
                            pushNote(url: url, token: token, title: fields.title, text: fields.text)

                        return {r with _status: string(v: status),
                            _sent: string(v: status / 100 == 2),
                        }
                    },
                )
                |> experimental.group(mode: "extend", columns: ["_sent"])
