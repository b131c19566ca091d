x = "a[31mred" + 1
