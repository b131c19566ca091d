x = .name
