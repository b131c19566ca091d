rows = [{name: "a", level: 1}, {name: "b", level: "two"}]
