die(msg: "first line\nsecond line")
