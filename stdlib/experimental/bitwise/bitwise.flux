// Package bitwise is another name for `bitwise`.
package bitwise


import "bitwise"

// uand is `bitwise.uand`.
uand = bitwise.uand

// uor is `bitwise.uor`.
uor = bitwise.uor

// uxor is `bitwise.uxor`.
uxor = bitwise.uxor

// uclear is `bitwise.uclear`.
uclear = bitwise.uclear

// ulshift is `bitwise.ulshift`.
ulshift = bitwise.ulshift

// urshift is `bitwise.urshift`.
urshift = bitwise.urshift

// sand is `bitwise.sand`.
sand = bitwise.sand

// sor is `bitwise.sor`.
sor = bitwise.sor

// sxor is `bitwise.sxor`.
sxor = bitwise.sxor

// sclear is `bitwise.sclear`.
sclear = bitwise.sclear

// slshift is `bitwise.slshift`.
slshift = bitwise.slshift

// srshift is `bitwise.srshift`.
srshift = bitwise.srshift

// unot is `bitwise.unot`.
unot = bitwise.unot

// snot is `bitwise.snot`.
snot = bitwise.snot
