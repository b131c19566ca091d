// One.
// Two.


x = 1 + "a"
