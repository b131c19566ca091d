// --- value
inf
//= 15250w1d23h47m16s854ms775us807ns
int(v: inf)
//= 9223372036854775807
display(v: -inf)
//= -15250w1d23h47m16s854ms775us807ns
