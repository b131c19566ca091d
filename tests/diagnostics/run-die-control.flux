die(msg: "red [31m and ‮ turned")
