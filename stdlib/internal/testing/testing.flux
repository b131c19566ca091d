// Package testing serves the tests of the library.
package testing
