// --- values
import "http"

http.pathEscape(inputString: "a b/c?d&é+~")
//= a%20b%2Fc%3Fd&%C3%A9+~
http.pathEscape(inputString: "")
//=
http.pathEscape(inputString: "-_.~$&+=:@")
//= -_.~$&+=:@
http.pathEscape(inputString: "a,b;c%")
//= a%2Cb%3Bc%25
http.pathEscape(inputString: "\"<>#[]{}|\\^`!*'()")
//= %22%3C%3E%23%5B%5D%7B%7D%7C%5C%5E%60%21%2A%27%28%29
http.pathEscape(inputString: "日本\n")
//= %E6%97%A5%E6%9C%AC%0A

// --- null inputString
// Flux crashes here.
import "http"
import "internal/debug"

http.pathEscape(inputString: debug.null(type: "string"))
//! argument `inputString` is null, it must be a string

// --- without inputString
import "http"

http.pathEscape()
//! 3:1: missing required argument `inputString`
