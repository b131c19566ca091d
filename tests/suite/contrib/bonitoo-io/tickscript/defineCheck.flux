// --- a record
import "contrib/bonitoo-io/tickscript"

tickscript.defineCheck(id: "1", name: "cpu")
//= {
//=     _check_id: 1,
//=     _check_name: cpu,
//=     _type: custom,
//=     tags: {}
//= }
