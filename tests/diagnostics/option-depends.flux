option a = 1
option b = a + 1
