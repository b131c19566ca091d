// Package teams sends messages to Microsoft Teams.
package teams


import "experimental"
import "http"
import "json"
import "strings"

// summaryCutoff is how many characters of a text its summary has.
//
// ## Example
//
// ```
// import "contrib/sranka/teams"
//
// teams.summaryCutoff  // => 70
// ```
option summaryCutoff = 70

// message sends one message and returns the status code of the response.
//
// ## Parameters
//
// - url: URL of the incoming webhook.
// - title: Title of the card.
// - text: Text of the card.
// - summary: Text of the notification. Default is the start of `text`.
//
// ## Example
//
// ```
// import "contrib/sranka/teams"
//
// teams.message(
//     url: "https://outlook.office.com/webhook/pumps",
//     title: "pump 3",
//     text: "It stands still.",
// )
// ```
message = (url, title, text, summary="") => {
    long = if summary == "" then text else summary
    short =
        if strings.strlen(v: long) > summaryCutoff then
            strings.substring(v: long, start: 0, end: summaryCutoff) + "..."
        else
            long
    quoted = (v) => string(v: json.encode(v: v))
    body =
        strings.joinStr(
            arr: [
                "\"@type\": \"MessageCard\"",
                "\"@context\": \"http://schema.org/extensions\"",
                "\"title\": " + quoted(v: title),
                "\"text\": " + quoted(v: text),
                "\"summary\": " + quoted(v: short),
            ],
            v: ",\n",
        )

    return
        http.post(
            url: url,
            headers: {"Content-Type": "application/json; charset=utf-8"},
            data: bytes(v: "{\n" + body + "\n}"),
        )
}

// endpoint returns a function that sends a message for each row of a stream.
//
// `mapFn` makes the fields `title`, `text` and `summary` of a row. Rows gain the columns `_status`, the status code as
// a text, and `_sent`, which is `true` if the status code is one of success.
//
// ## Parameters
//
// - url: URL of the incoming webhook.
//
// ## Example
//
// ```
// import "contrib/sranka/teams"
//
// teams.endpoint(url: "https://example.com")
// ```
endpoint = (url) =>
    (mapFn) =>
        (tables=<-) =>
            tables
                |> map(
                    fn: (r) => {
                        fields = mapFn(r: r)
                        status =
                            message(
                                url: url,
                                title: fields.title,
                                text: fields.text,
                                summary: if exists fields.summary then fields.summary else "",
                            )

                        return {r with _status: string(v: status),
                            _sent: string(v: status / 100 == 2),
                        }
                    },
                )
                |> experimental.group(mode: "extend", columns: ["_sent"])
