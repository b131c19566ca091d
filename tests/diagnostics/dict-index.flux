ports = ["http": 80, "https": 443]

x = ports["http"]
