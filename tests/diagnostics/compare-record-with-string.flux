r = {name: "a", tags: ["b"]}
if r.tags == "b" then 1 else 2
