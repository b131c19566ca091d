testcase one {
    x = 1
}
