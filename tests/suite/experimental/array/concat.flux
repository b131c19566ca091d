// --- the same functions as in array
import "experimental/array"

array.concat(arr: [1], v: [2])
//= [1, 2]
array.map(arr: [1, 2], fn: (x) => x + 1)
//= [2, 3]
array.filter(arr: [1, 2], fn: (x) => x > 1)
//= [2]
