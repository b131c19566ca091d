// --- a function that makes a function
import "http"

display(v: http.endpoint(url: "http://127.0.0.1:1"))
//= (mapFn: (r: A) => {C with data: bytes, headers: B}) => (<-tables: stream[A]) => stream[{A with _sent: string, _status: string}]
