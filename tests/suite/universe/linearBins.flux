// --- values
linearBins(start: 0.0, width: 5.0, count: 3)
//= [
//=     0,
//=     5,
//=     10,
//=     +Inf
//= ]
linearBins(start: 0.0, width: 5.0, count: 3, infinity: false)
//= [0, 5, 10]
linearBins(start: -1.0, width: 0.1, count: 4, infinity: false)
//= [
//=     -1,
//=     -0.9,
//=     -0.8,
//=     -0.7000000000000001
//= ]
linearBins(start: 0.0, width: -1.0, count: 2)
//= [0, -1, +Inf]
linearBins(start: 0.0, width: 1.0, count: 0)
//= [+Inf]

// --- negative count
// Flux crashes here.
linearBins(start: 0.0, width: 1.0, count: -1)
//! argument `count` must not be negative, found -1

// --- int
linearBins(start: 0, width: 1.0, count: 1)
//! 1:19: expected `float`, found `int` in argument `start`

// --- without count
linearBins(start: 0.0, width: 1.0)
//! 1:1: missing required argument `count`
