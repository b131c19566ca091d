//! Calls of the package's functions, with what they show.
