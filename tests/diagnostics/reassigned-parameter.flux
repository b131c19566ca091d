f = (a) => {
    a = 2

    return a
}
