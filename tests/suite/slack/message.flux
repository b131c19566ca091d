// --- a bad color
import "slack"

slack.message(url: "http://127.0.0.1:1", channel: "c", text: "t", color: "nope")
//! could not parse color string "nope"

// --- a text that is a record
import "slack"

slack.message(url: "http://127.0.0.1:1", channel: "c", text: {a: 1}, color: "good")
//! cannot convert {a: int} to string

// --- another URL
import "slack"

option slack.defaultURL = "http://127.0.0.1:2/hook"

slack.message(channel: "c", text: "t", color: "good")
//! `POST http://127.0.0.1:2/hook` failed
