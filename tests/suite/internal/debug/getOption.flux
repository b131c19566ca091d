// --- of a package
import "internal/debug"
import "slack"

debug.getOption(pkg: "slack", name: "defaultURL")
//= https://slack.com/api/chat.postMessage

// --- set by the script
import "internal/debug"
import "slack"

option slack.defaultURL = "https://example.com"

debug.getOption(pkg: "slack", name: "defaultURL")
//= https://example.com

// --- not imported
import "internal/debug"

debug.getOption(pkg: "slack", name: "defaultURL")
//! no imported package has the option `defaultURL`
