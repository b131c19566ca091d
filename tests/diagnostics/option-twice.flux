option a = 1
option a = 2
