x = string(v: 1) + now
