// Package naiveBayesClassifier tells classes apart.
package naiveBayesClassifier


// naiveBayes returns how probable each class is for a value, as learnt from the rows of the first half year.
//
// ## Parameters
//
// - tables: Rows to learn from, and to tell classes of, piped in.
// - myClass: Column that holds the class.
// - myField: Field whose values are looked at.
// - myMeasurement: Measurement of the rows.
//
// ## Example
//
// ```
// import "contrib/RohanSreerama5/naiveBayesClassifier"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> naiveBayesClassifier.naiveBayes(myClass: "c", myField: "f", myMeasurement: "m")
// ```
builtin naiveBayes : (
        <-tables: stream[{E with _field: C, _measurement: D, _time: time}],
        myClass: string,
        myField: A,
        myMeasurement: B,
    ) => stream[F]
