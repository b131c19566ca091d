// Package kafka writes to Kafka.
package kafka


// to writes rows as line protocol to a topic.
//
// ## Parameters
//
// - tables: Rows to send, piped in.
// - brokers: URLs of the brokers.
// - topic: Topic.
// - balancer: How messages are spread: `hash`, `round-robin` or `least-bytes`. Default is `hash`.
// - name: Name of the measurement. Default is the value of `nameColumn`.
// - nameColumn: Column of the measurement. Default is `_measurement`.
// - timeColumn: Column of the times. Default is `_time`.
// - tagColumns: Columns of tags. Default is none.
// - valueColumns: Columns of fields. Default is `["_value"]`.
//
// ## Example
//
// ```
// import "kafka"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> kafka.to(brokers: ["localhost:9092"], topic: "my-topic")
// ```
builtin to : (
        <-tables: stream[A],
        brokers: [string],
        topic: string,
        ?balancer: string,
        ?name: string,
        ?nameColumn: string,
        ?timeColumn: string,
        ?tagColumns: [string],
        ?valueColumns: [string],
    ) => stream[A]
    where
    A: Record
