// Package sql reads and writes databases.
package sql


// from reads the rows that a query finds.
//
// ## Parameters
//
// - driverName: `awsathena`, `bigquery`, `hdb`, `mysql`, `postgres`, `snowflake`, `sqlite3`, `sqlserver` or `vertica`.
// - dataSourceName: Where the database is, in the form of the driver.
// - query: Query in SQL.
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
// ## Parameters
//
// - tables: Rows to write, piped in.
// - driverName: `awsathena`, `bigquery`, `hdb`, `mysql`, `postgres`, `snowflake`, `sqlite3`, `sqlserver` or `vertica`.
// - dataSourceName: Where the database is, in the form of the driver.
// - table: Name of the table, which is made if there is none.
// - batchSize: How many rows are written at once. Default is 10000.
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
