// Package slack sends messages to Slack.
package slack


import "experimental"
import "http"
import "json"

// validateColorString returns `color` if it is one of Slack: `good`, `warning`, `danger`, or `#` and up to six hexadecimal digits.
// Anything else is an error.
//
// ## Example
//
// ```
// import "slack"
//
// slack.validateColorString(color: "#ff8800")  // => #ff8800
// ```
builtin validateColorString : (color: string) => string

// defaultURL is where messages go.
//
// ## Example
//
// ```
// import "slack"
//
// slack.defaultURL  // => https://slack.com/api/chat.postMessage
// ```
option defaultURL = "https://slack.com/api/chat.postMessage"

// message sends one message and returns the status code of the response.
//
// ## Parameters
//
// - url: URL of the API, or of a webhook. Default is `defaultURL`.
// - token: Token of the API; a webhook needs none.
// - channel: Channel, or name of a user.
// - text: Text; what is no text is turned into one.
// - color: Color at the side of the message.
//
// ## Example
//
// ```
// import "influxdata/influxdb/secrets"
// import "slack"
//
// slack.message(
//     token: secrets.get(key: "SLACK_TOKEN"),
//     channel: "#pumps",
//     text: "pump 3 stands still",
//     color: "danger",
// )
// ```
message = (
        url=defaultURL,
        token="",
        channel,
        text,
        color,
    ) =>
    {
        attachment = {
            color: validateColorString(color: color),
            text: string(v: text),
            mrkdwn_in: ["text"],
        }

        return
            http.post(
                url: url,
                headers: {"Authorization": "Bearer " + token, "Content-Type": "application/json"},
                data: json.encode(v: {channel: channel, attachments: [attachment]}),
            )
    }

// endpoint returns a function that sends a message for each row of a stream, to `url` with the API token `token`.
//
// `mapFn` makes the fields `channel`, `text` and `color` of a row. Rows gain the columns `_status`, the status code as
// a text, and `_sent`, which is `true` if the status code is one of success.
//
// ## Example
//
// ```
// import "slack"
//
// slack.endpoint()
// ```
endpoint = (url=defaultURL, token="") =>
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
                                channel: fields.channel,
                                text: fields.text,
                                color: fields.color,
                            )

                        return {r with _status: string(v: status),
                            _sent: string(v: status / 100 == 2),
                        }
                    },
                )
                |> experimental.group(mode: "extend", columns: ["_sent"])
