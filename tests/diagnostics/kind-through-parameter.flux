double = (v) => v + v

x = double(v: true)
