import "http"

http.get(url: "http://localhost:8086/health")
