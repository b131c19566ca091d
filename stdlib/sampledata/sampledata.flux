// Package sampledata holds small tables to try things on.
package sampledata
