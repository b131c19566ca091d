point = {x: 1, y: 2}

z = point.z
