threshold = 5

x = treshold + 1
