// Package oee tells how well machines are used.
package oee
