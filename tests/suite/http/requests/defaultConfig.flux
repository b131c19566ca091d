// --- as it is
import "http/requests"

requests.defaultConfig
//= {insecureSkipVerify: false, timeout: 0ns}

// --- changed
import "http/requests"

option requests.defaultConfig = {timeout: 5s, insecureSkipVerify: true}

requests.get(url: "http://127.0.0.1:1/")
//! `insecureSkipVerify` is not allowed here
