// Package math computes with floats.
//
// A null gives a null, except where the result is a record.
package math


// pi is the circumference of a circle by its diameter.
//
// ## Example
//
// ```
// import "math"
//
// math.pi  // => 3.141592653589793
// ```
builtin pi : float

// e is the base of the natural logarithm.
//
// ## Example
//
// ```
// import "math"
//
// math.e  // => 2.718281828459045
// ```
builtin e : float

// phi is the golden ratio.
//
// ## Example
//
// ```
// import "math"
//
// math.phi  // => 1.618033988749895
// ```
builtin phi : float

// sqrt2 is the square root of 2.
//
// ## Example
//
// ```
// import "math"
//
// math.sqrt2  // => 1.4142135623730951
// ```
builtin sqrt2 : float

// sqrte is the square root of `e`.
//
// ## Example
//
// ```
// import "math"
//
// math.sqrte  // => 1.6487212707001282
// ```
builtin sqrte : float

// sqrtpi is the square root of `pi`.
//
// ## Example
//
// ```
// import "math"
//
// math.sqrtpi  // => 1.772453850905516
// ```
builtin sqrtpi : float

// sqrtphi is the square root of `phi`.
//
// ## Example
//
// ```
// import "math"
//
// math.sqrtphi  // => 1.272019649514069
// ```
builtin sqrtphi : float

// ln2 is the natural logarithm of 2.
//
// ## Example
//
// ```
// import "math"
//
// math.ln2  // => 0.6931471805599453
// ```
builtin ln2 : float

// log2e is the logarithm of `e` to the base 2.
//
// ## Example
//
// ```
// import "math"
//
// math.log2e  // => 1.4426950408889634
// ```
builtin log2e : float

// ln10 is the natural logarithm of 10.
//
// ## Example
//
// ```
// import "math"
//
// math.ln10  // => 2.302585092994046
// ```
builtin ln10 : float

// log10e is the logarithm of `e` to the base 10.
//
// ## Example
//
// ```
// import "math"
//
// math.log10e  // => 0.4342944819032518
// ```
builtin log10e : float

// maxfloat is the largest finite float.
//
// ## Example
//
// ```
// import "math"
//
// math.maxfloat  // => 1.7976931348623157e+308
// ```
builtin maxfloat : float

// smallestNonzeroFloat is the smallest float above zero.
//
// ## Example
//
// ```
// import "math"
//
// math.smallestNonzeroFloat  // => 5e-324
// ```
builtin smallestNonzeroFloat : float

// maxint is the largest int.
//
// ## Example
//
// ```
// import "math"
//
// math.maxint  // => 9223372036854775807
// ```
builtin maxint : int

// minint is the smallest int.
//
// ## Example
//
// ```
// import "math"
//
// math.minint  // => -9223372036854775808
// ```
builtin minint : int

// maxuint is the largest uint.
//
// ## Example
//
// ```
// import "math"
//
// math.maxuint  // => 18446744073709551615
// ```
builtin maxuint : uint

// abs returns `x` without its sign.
//
// ## Example
//
// ```
// import "math"
//
// math.abs(x: -1.5)  // => 1.5
// ```
builtin abs : (x: float) => float

// acos returns the angle whose cosine is `x`, in radians.
//
// ## Example
//
// ```
// import "math"
//
// math.acos(x: 1.0)  // => 0
// ```
builtin acos : (x: float) => float

// acosh returns the inverse hyperbolic cosine of `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.acosh(x: 1.0)  // => 0
// ```
builtin acosh : (x: float) => float

// asin returns the angle whose sine is `x`, in radians.
//
// ## Example
//
// ```
// import "math"
//
// math.asin(x: 0.0)  // => 0
// ```
builtin asin : (x: float) => float

// asinh returns the inverse hyperbolic sine of `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.asinh(x: 0.0)  // => 0
// ```
builtin asinh : (x: float) => float

// atan returns the angle whose tangent is `x`, in radians.
//
// ## Example
//
// ```
// import "math"
//
// math.atan(x: 0.0)  // => 0
// ```
builtin atan : (x: float) => float

// atanh returns the inverse hyperbolic tangent of `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.atanh(x: 0.0)  // => 0
// ```
builtin atanh : (x: float) => float

// cbrt returns the cube root of `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.cbrt(x: 27.0)  // => 3
// ```
builtin cbrt : (x: float) => float

// ceil returns the least integer that is not below `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.ceil(x: 1.2)  // => 2
// ```
builtin ceil : (x: float) => float

// cos returns the cosine of the angle `x` in radians.
//
// ## Example
//
// ```
// import "math"
//
// math.cos(x: 0.0)  // => 1
// ```
builtin cos : (x: float) => float

// cosh returns the hyperbolic cosine of `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.cosh(x: 0.0)  // => 1
// ```
builtin cosh : (x: float) => float

// erf returns the error function of `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.erf(x: 0.0)  // => 0
// ```
builtin erf : (x: float) => float

// erfc returns 1 less the error function of `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.erfc(x: 0.0)  // => 1
// ```
builtin erfc : (x: float) => float

// erfcinv returns the inverse of `erfc` at `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.erfcinv(x: 1.0)  // => 0
// ```
builtin erfcinv : (x: float) => float

// erfinv returns the inverse of `erf` at `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.erfinv(x: 0.0)  // => 0
// ```
builtin erfinv : (x: float) => float

// exp returns `e` to the power of `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.exp(x: 0.0)  // => 1
// ```
builtin exp : (x: float) => float

// exp2 returns 2 to the power of `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.exp2(x: 3.0)  // => 8
// ```
builtin exp2 : (x: float) => float

// expm1 returns `e` to the power of `x`, less 1, exactly for small `x` too.
//
// ## Example
//
// ```
// import "math"
//
// math.expm1(x: 0.0)  // => 0
// ```
builtin expm1 : (x: float) => float

// floor returns the greatest integer that is not above `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.floor(x: -1.2)  // => -2
// ```
builtin floor : (x: float) => float

// gamma returns the gamma function of `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.gamma(x: 5.0)  // => 24
// ```
builtin gamma : (x: float) => float

// j0 returns the Bessel function of the first kind, of order 0, at `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.j0(x: 0.0)  // => 1
// ```
builtin j0 : (x: float) => float

// j1 returns the Bessel function of the first kind, of order 1, at `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.j1(x: 0.0)  // => 0
// ```
builtin j1 : (x: float) => float

// log returns the natural logarithm of `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.log(x: 1.0)  // => 0
// ```
builtin log : (x: float) => float

// log10 returns the logarithm of `x` to the base 10.
//
// ## Example
//
// ```
// import "math"
//
// math.log10(x: 1000.0)  // => 3
// ```
builtin log10 : (x: float) => float

// log1p returns the natural logarithm of 1 and `x`, exactly for small `x` too.
//
// ## Example
//
// ```
// import "math"
//
// math.log1p(x: 0.0)  // => 0
// ```
builtin log1p : (x: float) => float

// log2 returns the logarithm of `x` to the base 2.
//
// ## Example
//
// ```
// import "math"
//
// math.log2(x: 8.0)  // => 3
// ```
builtin log2 : (x: float) => float

// logb returns the exponent of `x` to the base 2.
//
// ## Example
//
// ```
// import "math"
//
// math.logb(x: 1000.0)  // => 9
// ```
builtin logb : (x: float) => float

// round returns the integer nearest to `x`; halves go away from zero.
//
// ## Example
//
// ```
// import "math"
//
// math.round(x: -2.5)  // => -3
// ```
builtin round : (x: float) => float

// roundtoeven returns the integer nearest to `x`; halves go to the even one.
//
// ## Example
//
// ```
// import "math"
//
// math.roundtoeven(x: 2.5)  // => 2
// ```
builtin roundtoeven : (x: float) => float

// sin returns the sine of the angle `x` in radians.
//
// ## Example
//
// ```
// import "math"
//
// math.sin(x: 0.0)  // => 0
// ```
builtin sin : (x: float) => float

// sinh returns the hyperbolic sine of `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.sinh(x: 0.0)  // => 0
// ```
builtin sinh : (x: float) => float

// sqrt returns the square root of `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.sqrt(x: 2.25)  // => 1.5
// ```
builtin sqrt : (x: float) => float

// tan returns the tangent of the angle `x` in radians.
//
// ## Example
//
// ```
// import "math"
//
// math.tan(x: 0.0)  // => 0
// ```
builtin tan : (x: float) => float

// tanh returns the hyperbolic tangent of `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.tanh(x: 0.0)  // => 0
// ```
builtin tanh : (x: float) => float

// trunc cuts the fraction off `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.trunc(x: -1.7)  // => -1
// ```
builtin trunc : (x: float) => float

// y0 returns the Bessel function of the second kind, of order 0, at `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.y0(x: 0.0)  // => -Inf
// ```
builtin y0 : (x: float) => float

// y1 returns the Bessel function of the second kind, of order 1, at `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.y1(x: 0.0)  // => -Inf
// ```
builtin y1 : (x: float) => float

// copysign returns `x` with the sign of `y`.
//
// ## Example
//
// ```
// import "math"
//
// math.copysign(x: 3.5, y: -1.0)  // => -3.5
// ```
builtin copysign : (x: float, y: float) => float

// dim returns `x` less `y`, or 0 if that is negative.
//
// ## Example
//
// ```
// import "math"
//
// math.dim(x: 5.0, y: 3.0)  // => 2
// ```
builtin dim : (x: float, y: float) => float

// mMax returns the larger one of `x` and `y`.
//
// ## Example
//
// ```
// import "math"
//
// math.mMax(x: 1.0, y: 2.0)  // => 2
// ```
builtin mMax : (x: float, y: float) => float

// mMin returns the smaller one of `x` and `y`.
//
// ## Example
//
// ```
// import "math"
//
// math.mMin(x: 1.0, y: 2.0)  // => 1
// ```
builtin mMin : (x: float, y: float) => float

// mod returns what is left of `x` after dividing by `y`, with the sign of `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.mod(x: 7.5, y: 2.0)  // => 1.5
// ```
builtin mod : (x: float, y: float) => float

// nextafter returns the float that follows `x` towards `y`.
//
// ## Example
//
// ```
// import "math"
//
// math.nextafter(x: 1.0, y: 2.0)  // => 1.0000000000000002
// ```
builtin nextafter : (x: float, y: float) => float

// pow returns `x` to the power of `y`.
//
// ## Example
//
// ```
// import "math"
//
// math.pow(x: 2.0, y: 10.0)  // => 1024
// ```
builtin pow : (x: float, y: float) => float

// remainder returns the difference between `x` and the nearest multiple of `y`.
//
// ## Example
//
// ```
// import "math"
//
// math.remainder(x: 7.5, y: 2.0)  // => -0.5
// ```
builtin remainder : (x: float, y: float) => float

// atan2 returns the angle of the point (`x`, `y`), in radians.
//
// ## Example
//
// ```
// import "math"
//
// math.atan2(y: 0.0, x: 1.0)  // => 0
// ```
builtin atan2 : (y: float, x: float) => float

// hypot returns the length of the hypotenuse over the legs `p` and `q`.
//
// ## Example
//
// ```
// import "math"
//
// math.hypot(p: 3.0, q: 4.0)  // => 5
// ```
builtin hypot : (p: float, q: float) => float

// float64bits returns the bits of the float `f`.
//
// ## Example
//
// ```
// import "math"
//
// math.float64bits(f: 1.0)  // => 4607182418800017408
// ```
builtin float64bits : (f: float) => uint

// float64frombits returns the float whose bits are `b`.
//
// ## Example
//
// ```
// import "math"
//
// math.float64frombits(b: uint(v: "4607182418800017408"))  // => 1
// ```
builtin float64frombits : (b: uint) => float

// frexp returns a fraction between 0.5 and 1, and the power of two that makes `f` of it.
//
// ## Example
//
// ```
// import "math"
//
// math.frexp(f: 12.0)  // => {exp: 4, frac: 0.75}
// ```
builtin frexp : (f: float) => {frac: float, exp: int}

// ldexp returns `frac` times two to the power of `exp`.
//
// ## Example
//
// ```
// import "math"
//
// math.ldexp(frac: 0.75, exp: 4)  // => 12
// ```
builtin ldexp : (frac: float, exp: int) => float

// modf returns the integer part and the fraction, both with the sign of `f`.
//
// ## Example
//
// ```
// import "math"
//
// math.modf(f: -1.5)  // => {frac: -0.5, int: -1}
// ```
builtin modf : (f: float) => {int: float, frac: float}

// lgamma returns the logarithm of the absolute value of the gamma function of `x`, and its sign.
//
// ## Example
//
// ```
// import "math"
//
// math.lgamma(x: 1.0)  // => {lgamma: 0, sign: 1}
// ```
builtin lgamma : (x: float) => {lgamma: float, sign: int}

// sincos returns sine and cosine of the angle `x` in radians.
//
// ## Example
//
// ```
// import "math"
//
// math.sincos(x: 0.0)  // => {cos: 1, sin: 0}
// ```
builtin sincos : (x: float) => {sin: float, cos: float}

// ilogb returns the exponent of `x` to the base 2 as an int.
//
// ## Example
//
// ```
// import "math"
//
// math.ilogb(x: 1000.0)  // => 9
// ```
builtin ilogb : (x: float) => int

// jn returns the Bessel function of the first kind, of order `n`, at `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.jn(n: 2, x: 0.0)  // => 0
// ```
builtin jn : (n: int, x: float) => float

// yn returns the Bessel function of the second kind, of order `n`, at `x`.
//
// ## Example
//
// ```
// import "math"
//
// math.yn(n: 2, x: 0.0)  // => -Inf
// ```
builtin yn : (n: int, x: float) => float

// pow10 returns 10 to the power of `n`.
//
// ## Example
//
// ```
// import "math"
//
// math.pow10(n: 3)  // => 1000
// ```
builtin pow10 : (n: int) => float

// isInf tells whether `f` is infinite: above if `sign` is positive, below if it is negative, either if it is 0.
//
// ## Example
//
// ```
// import "math"
//
// math.isInf(f: math.mInf(sign: 1), sign: 0)  // => true
// ```
builtin isInf : (f: float, sign: int) => bool

// isNaN tells whether `f` is no number.
//
// ## Example
//
// ```
// import "math"
//
// math.isNaN(f: math.NaN())  // => true
// ```
builtin isNaN : (f: float) => bool

// signbit tells whether `x` has a minus sign.
//
// ## Example
//
// ```
// import "math"
//
// math.signbit(x: -1.0)  // => true
// ```
builtin signbit : (x: float) => bool

// mInf returns infinity, below zero if `sign` is negative.
//
// ## Example
//
// ```
// import "math"
//
// math.mInf(sign: -1)  // => -Inf
// ```
builtin mInf : (sign: int) => float

// NaN returns a float that is no number.
//
// ## Example
//
// ```
// import "math"
//
// math.isNaN(f: math.NaN())  // => true
// ```
builtin NaN : () => float
