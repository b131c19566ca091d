// Package mqtt writes to MQTT brokers.
package mqtt


// to writes rows as line protocol to a topic.
//
// ## Example
//
// ```
// import "experimental/mqtt"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> mqtt.to(broker: "tcp://localhost:1883")
// ```
builtin to : (
        <-tables: stream[A],
        broker: string,
        ?topic: string,
        ?qos: int,
        ?retain: bool,
        ?clientid: string,
        ?username: string,
        ?password: string,
        ?name: string,
        ?timeout: duration,
        ?timeColumn: string,
        ?tagColumns: [string],
        ?valueColumns: [string],
    ) => stream[B]
    where
    A: Record,
    B: Record

// publish sends one message to a topic.
//
// ## Example
//
// ```
// import "experimental/mqtt"
//
// mqtt.publish(broker: "tcp://localhost:1883", topic: "my-topic", message: "on")
// ```
builtin publish : (
        broker: string,
        topic: string,
        message: string,
        ?qos: int,
        ?retain: bool,
        ?clientid: string,
        ?username: string,
        ?password: string,
        ?timeout: duration,
    ) => bool
