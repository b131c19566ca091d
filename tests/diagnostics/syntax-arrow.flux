f = x => x
