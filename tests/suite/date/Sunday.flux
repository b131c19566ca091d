// --- days and months
import "date"

[date.Sunday, date.Monday, date.Tuesday, date.Wednesday, date.Thursday, date.Friday, date.Saturday]
//= [
//=     0,
//=     1,
//=     2,
//=     3,
//=     4,
//=     5,
//=     6
//= ]
display(v: [date.January, date.February, date.March, date.April, date.May, date.June])
//= [
//=     1,
//=     2,
//=     3,
//=     4,
//=     5,
//=     6
//= ]
display(v: [date.July, date.August, date.September, date.October, date.November, date.December])
//= [
//=     7,
//=     8,
//=     9,
//=     10,
//=     11,
//=     12
//= ]
