// Package mqtt writes to MQTT brokers.
package mqtt


// to writes rows as line protocol to a topic.
//
// ## Parameters
//
// - tables: Rows to send, piped in.
// - broker: URL of the broker, such as `tcp://127.0.0.1:1883`.
// - topic: Topic. Default is made of `name` and the tags.
// - qos: How surely the message arrives: 0, 1 or 2. Default is 0.
// - retain: Whether the broker keeps the message for those who come later. Default is false.
// - clientid: Name of the client. Default is `flux-mqtt`.
// - username: User. Default is none.
// - password: Password. Default is none.
// - name: Name of the measurement. Default is the column `_measurement`.
// - timeout: How long a connection may take. Default is `1s`.
// - timeColumn: Column of the times. Default is `_time`.
// - tagColumns: Columns of tags. Default is none.
// - valueColumns: Columns of fields. Default is `["_value"]`.
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
// ## Parameters
//
// - broker: URL of the broker, such as `tcp://127.0.0.1:1883`.
// - topic: Topic.
// - message: Message.
// - qos: How surely the message arrives: 0, 1 or 2. Default is 0.
// - retain: Whether the broker keeps the message for those who come later. Default is false.
// - clientid: Name of the client. Default is `flux-mqtt`.
// - username: User. Default is none.
// - password: Password. Default is none.
// - timeout: How long a connection may take. Default is `1s`.
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
