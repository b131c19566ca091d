f = (r) => r.level == "crit" and r.value > 1.0
f(r: {level: "crit", value: "high"})
