f = () => {
	x = 1	+ "a"

	return x
}
