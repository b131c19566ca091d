port = "8086"
port == 8086
