import "date"

x = date.year(t: now)
