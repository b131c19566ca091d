x = "abc" =~ "b"
