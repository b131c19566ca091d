area = (r) => r.width * r.height

x = area(r: {width: 2, height: "3"})
