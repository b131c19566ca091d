person = {name: "Ada", born: 1815}

x = person.nmae
