// --- what is left and what is not
import "contrib/sranka/sensu"

sensu.toSensuName(v: "aé b-_.日/")
//= a__b-_.__
sensu.toSensuName(v: "")
//= _
