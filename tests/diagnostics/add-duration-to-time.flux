x = now() + 1h
