// Package socket reads from sockets.
package socket


// from reads CSV or line protocol from a socket.
builtin from : (url: string, ?decoder: string) => stream[A]
