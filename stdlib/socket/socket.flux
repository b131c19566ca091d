// Package socket reads from sockets.
package socket


// from reads CSV or line protocol from a socket.
//
// ## Example
//
// ```
// import "socket"
//
// socket.from(url: "https://example.com")
// ```
builtin from : (url: string, ?decoder: string) => stream[A]
