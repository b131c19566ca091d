tags = ["a", "b"]

x = "tags: ${tags}"
