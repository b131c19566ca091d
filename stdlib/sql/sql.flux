// Package sql reads and writes databases.
package sql


// from reads the rows that a query finds.
builtin from : (driverName: string, dataSourceName: string, query: string) => stream[A]

// to writes rows to a table.
builtin to : (
        <-tables: stream[A],
        driverName: string,
        dataSourceName: string,
        table: string,
        ?batchSize: int,
    ) => stream[A]
