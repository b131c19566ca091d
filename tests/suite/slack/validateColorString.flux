// --- values
import "slack"

slack.validateColorString(color: "good")
//= good
slack.validateColorString(color: "warning")
//= warning
slack.validateColorString(color: "danger")
//= danger
slack.validateColorString(color: "#ff8800")
//= #ff8800
slack.validateColorString(color: "#FF8800")
//= #FF8800

// --- another name
import "slack"

slack.validateColorString(color: "red")
//! could not parse color string

// --- capitals
import "slack"

slack.validateColorString(color: "GOOD")
//! could not parse color string

// --- no digits
// Flux fails with another text.
import "slack"

slack.validateColorString(color: "#gggggg")
//! could not parse color string "#gggggg", it must be good, warning, danger, or # and up to six hexadecimal digits

// --- short
import "slack"

slack.validateColorString(color: "#ff")
//= #ff

// --- sign alone
// Flux fails with another text.
import "slack"

slack.validateColorString(color: "#")
//! could not parse color string "#", it must be good, warning, danger, or # and up to six hexadecimal digits

// --- long
import "slack"

slack.validateColorString(color: "#ff88001")
//! could not parse color string

// --- empty
import "slack"

slack.validateColorString(color: "")
//! could not parse color string

// --- null color
// Flux crashes here.
import "internal/debug"
import "slack"

slack.validateColorString(color: debug.null(type: "string"))
//! argument `color` is null, it must be a string

// --- without color
import "slack"

slack.validateColorString()
//! 3:1: missing required argument `color`

// --- a sign
import "slack"

slack.validateColorString(color: "#-1")
//! could not parse color string "#-1"
