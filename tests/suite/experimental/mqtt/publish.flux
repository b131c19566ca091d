// The real one connects to the broker.
import "experimental/mqtt"

mqtt.publish(broker: "tcp://localhost:1883", topic: "my-topic", message: "on")
//! `publish` of package `experimental/mqtt` is not implemented: a run has no connection to a broker, only HTTP
