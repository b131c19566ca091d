// Package sql reads and writes databases.
package sql


// from reads the rows that a query finds.
//
// ## Example
//
// ```
// import "sql"
//
// sql.from(dataSourceName: "postgresql://localhost/db", driverName: "postgres", query: "SELECT * FROM t")
// ```
builtin from : (driverName: string, dataSourceName: string, query: string) => stream[A]

// to writes rows to a table.
//
// ## Example
//
// ```
// import "sql"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> sql.to(dataSourceName: "postgresql://localhost/db", driverName: "postgres", table: "t")
// ```
builtin to : (
        <-tables: stream[A],
        driverName: string,
        dataSourceName: string,
        table: string,
        ?batchSize: int,
    ) => stream[A]
