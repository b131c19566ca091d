// Package kafka writes to Kafka.
package kafka


// to writes rows as line protocol to a topic.
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
