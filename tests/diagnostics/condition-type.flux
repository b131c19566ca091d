level = 3

x = if level then "high" else "low"
