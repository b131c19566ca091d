// --- the same throughout a run
now() == now()
//= true
now() > 2020-01-01T00:00:00Z
//= true

// --- an option sets another
option now = () => 2021-01-01T00:00:00Z

now()
//= 2021-01-01T00:00:00.000000000Z

// --- an argument
now(x: 1)
//! 1:8: unexpected argument `x`
