level = 3

x = if level > 2 then "high" else 0
