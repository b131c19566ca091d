// Package sample holds data sets to try things on.
package sample
