import "a[31m‮b"
