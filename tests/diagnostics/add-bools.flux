x = true + true
