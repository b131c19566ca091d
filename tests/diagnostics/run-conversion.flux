x = int(v: "12a")
