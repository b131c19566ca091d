// --- values
logarithmicBins(start: 1.0, factor: 10.0, count: 3)
//= [
//=     1,
//=     10,
//=     100,
//=     +Inf
//= ]
logarithmicBins(start: 1.0, factor: 10.0, count: 3, infinity: false)
//= [1, 10, 100]
logarithmicBins(start: 2.0, factor: 0.5, count: 3, infinity: false)
//= [2, 1, 0.5]
logarithmicBins(start: 1.0, factor: 2.0, count: 0)
//= [+Inf]

// --- negative count
// Flux crashes here.
logarithmicBins(start: 1.0, factor: 2.0, count: -1)
//! argument `count` must not be negative, found -1

// --- int
logarithmicBins(start: 1.0, factor: 2, count: 1)
//! 1:37: expected `float`, found `int` in argument `factor`
