// --- today is the start of the day
option now = () => 2021-05-06T07:08:09Z

today()
//= 2021-05-06T00:00:00.000000000Z

// --- by the clock of the location
option now = () => 2021-05-06T22:08:09Z
option location = {zone: "Europe/Berlin", offset: 0h}

today()
//= 2021-05-06T22:00:00.000000000Z

// --- by an offset
option now = () => 2021-05-06T22:08:09Z
option location = {zone: "UTC", offset: 5h}

today()
//= 2021-05-06T19:00:00.000000000Z
