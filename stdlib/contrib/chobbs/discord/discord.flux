// Package discord sends messages to Discord.
package discord


import "experimental"
import "http"
import "json"

// discordURL is where messages go; the webhook is added.
//
// ## Example
//
// ```
// import "contrib/chobbs/discord"
//
// discord.discordURL  // => https://discordapp.com/api/webhooks/
// ```
option discordURL = "https://discordapp.com/api/webhooks/"

// send sends one message and returns the status code of the response.
//
// ## Parameters
//
// - webhookToken: Token of the webhook.
// - webhookID: ID of the webhook.
// - username: Name that stands beside the message.
// - content: Text, at most 2000 characters.
// - avatar_url: URL of a picture beside the message. Default is none.
//
// ## Example
//
// ```
// import "contrib/chobbs/discord"
// import "influxdata/influxdb/secrets"
//
// discord.send(
//     webhookToken: secrets.get(key: "DISCORD_TOKEN"),
//     webhookID: "1234567890",
//     username: "pumps",
//     content: "pump 3 stands still",
// )
// ```
send = (
    webhookToken,
    webhookID,
    username,
    content,
    avatar_url="",
) =>
    http.post(
        url: discordURL + webhookID + "/" + webhookToken,
        headers: {"Content-Type": "application/json"},
        data: json.encode(v: {username: username, content: content, avatar_url: avatar_url}),
    )

// endpoint returns a function that sends a message for each row of a stream.
//
// `mapFn` makes the field `content` of a row. Rows gain the columns `_status`, the status code as a text, and `_sent`,
// which is `true` if the status code is one of success.
//
// ## Parameters
//
// - webhookToken: Token of the webhook.
// - webhookID: ID of the webhook.
// - username: Name that stands beside the messages.
// - avatar_url: Picture that stands beside the messages. Default is that of the webhook.
//
// ## Example
//
// ```
// import "contrib/chobbs/discord"
//
// discord.endpoint(username: "u", webhookID: "i", webhookToken: "t")
// ```
endpoint = (webhookToken, webhookID, username, avatar_url="") =>
    (mapFn) =>
        (tables=<-) =>
            tables
                |> map(
                    fn: (r) => {
                        fields = mapFn(r: r)
                        status =
                            send(
                                webhookToken: webhookToken,
                                webhookID: webhookID,
                                username: username,
                                content: fields.content,
                                avatar_url: avatar_url,
                            )

                        return {r with _status: string(v: status),
                            _sent: string(v: status / 100 == 2),
                        }
                    },
                )
                |> experimental.group(mode: "extend", columns: ["_sent"])
