// Package telegram sends messages to Telegram.
package telegram


import "experimental"
import "http"
import "json"

// defaultURL is where messages go; the token of the bot is added.
//
// ## Example
//
// ```
// import "contrib/sranka/telegram"
//
// telegram.defaultURL  // => https://api.telegram.org/bot
// ```
option defaultURL = "https://api.telegram.org/bot"

// defaultParseMode is how texts are marked up: `MarkdownV2`, `HTML` or `Markdown`.
//
// ## Example
//
// ```
// import "contrib/sranka/telegram"
//
// telegram.defaultParseMode  // => MarkdownV2
// ```
option defaultParseMode = "MarkdownV2"

// defaultDisableWebPagePreview tells whether links get no preview.
//
// ## Example
//
// ```
// import "contrib/sranka/telegram"
//
// telegram.defaultDisableWebPagePreview  // => false
// ```
option defaultDisableWebPagePreview = false

// defaultSilent tells whether messages make no sound.
//
// ## Example
//
// ```
// import "contrib/sranka/telegram"
//
// telegram.defaultSilent  // => true
// ```
option defaultSilent = true

// message sends one message and returns the status code of the response.
//
// ## Parameters
//
// - url: URL of the API, up to the token. Default is `defaultURL`.
// - token: Token of the bot.
// - channel: ID of the chat, or `@` and the name of a channel.
// - text: Text.
// - parseMode: How the text is marked up. Default is `defaultParseMode`.
// - disableWebPagePreview: Whether links get no preview. Default is `defaultDisableWebPagePreview`.
// - silent: Whether the message makes no sound. Default is `defaultSilent`.
//
// ## Example
//
// ```
// import "contrib/sranka/telegram"
// import "influxdata/influxdb/secrets"
//
// telegram.message(
//     token: secrets.get(key: "TELEGRAM_TOKEN"),
//     channel: "-12345",
//     text: "pump 3 stands still",
// )
// ```
message = (
    url=defaultURL,
    token,
    channel,
    text,
    parseMode=defaultParseMode,
    disableWebPagePreview=defaultDisableWebPagePreview,
    silent=defaultSilent,
) =>
    http.post(
        url: url + token + "/sendMessage",
        headers: {"Content-Type": "application/json; charset=utf-8"},
        data:
            json.encode(
                v: {
                    chat_id: channel,
                    text: text,
                    parse_mode: parseMode,
                    disable_web_page_preview: disableWebPagePreview,
                    disable_notification: silent,
                },
            ),
    )

// endpoint returns a function that sends a message for each row of a stream.
//
// `mapFn` makes the fields `channel`, `text` and `silent` of a row. Rows gain the columns `_status`, the status code as
// a text, and `_sent`, which is `true` if the status code is one of success.
//
// ## Parameters
//
// - url: URL of the API, up to the token. Default is `defaultURL`.
// - token: Token of the bot.
// - parseMode: How the texts are marked up. Default is `defaultParseMode`.
// - disableWebPagePreview: Whether links get no preview. Default is `defaultDisableWebPagePreview`.
//
// ## Example
//
// ```
// import "contrib/sranka/telegram"
//
// telegram.endpoint(token: "my-token")
// ```
endpoint = (
    url=defaultURL,
    token,
    parseMode=defaultParseMode,
    disableWebPagePreview=defaultDisableWebPagePreview,
) =>
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
                                parseMode: parseMode,
                                disableWebPagePreview: disableWebPagePreview,
                                silent: fields.silent,
                            )

                        return {r with _status: string(v: status),
                            _sent: string(v: status / 100 == 2),
                        }
                    },
                )
                |> experimental.group(mode: "extend", columns: ["_sent"])
