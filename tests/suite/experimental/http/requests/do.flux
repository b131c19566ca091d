// --- its own configuration
import "experimental/http/requests"

option requests.defaultConfig = {timeout: 5s, insecureSkipVerify: true}

requests.get(url: "http://127.0.0.1:1/")
//! `insecureSkipVerify` is not allowed here

// --- an unknown method
import "experimental/http/requests"

requests.do(method: "FETCH", url: "http://127.0.0.1:1/")
//! invalid HTTP method "FETCH"
