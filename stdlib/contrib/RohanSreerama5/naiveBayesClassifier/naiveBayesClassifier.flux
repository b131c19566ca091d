// Package naiveBayesClassifier tells classes apart.
package naiveBayesClassifier


// naiveBayes returns how probable each class is for a value, as learnt from the rows of the first half year.
builtin naiveBayes : (
        <-tables: stream[{E with _field: C, _measurement: D, _time: time}],
        myClass: string,
        myField: A,
        myMeasurement: B,
    ) => stream[F]
