// --- names and numbers
import "slack"

slack.validateColorString(color: "good")
//= good
slack.validateColorString(color: "danger")
//= danger
slack.validateColorString(color: "#1a2B3c")
//= #1a2B3c

// --- a capital
import "slack"

slack.validateColorString(color: "Good")
//! could not parse color string "Good"

// --- too large
import "slack"

slack.validateColorString(color: "#1234567")
//! could not parse color string "#1234567"

// --- no digits
import "slack"

slack.validateColorString(color: "#")
//! could not parse color string "#"

// --- a sign
import "slack"

slack.validateColorString(color: "#-1")
//! could not parse color string "#-1"

// --- other letters
import "slack"

slack.validateColorString(color: "#gg")
//! could not parse color string "#gg"

// --- empty
import "slack"

slack.validateColorString(color: "")
//! could not parse color string ""
