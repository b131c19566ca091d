import "date"

option date.year = 1
