// --- the default
location
//= {offset: 0ns, zone: UTC}

// --- set
option location = {zone: "Europe/Berlin", offset: 1h}

location
//= {offset: 1h, zone: Europe/Berlin}
