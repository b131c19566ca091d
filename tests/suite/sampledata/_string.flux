import "contrib/qxip/hash"
import "sampledata"

hash.sha1(v: sampledata._string())
//= 67d9ba1d00b62c546077d82ce60215bd5e796324
hash.sha1(v: sampledata._string(includeNull: false))
//= 67d9ba1d00b62c546077d82ce60215bd5e796324
hash.sha1(v: sampledata._string(includeNull: true))
//= 821423742cfbd17751673764b4cf44e17715ad11

sampledata._string(includeNull: true)
//=
//= #group,false,false,false,true,false
//= #datatype,string,long,dateTime:RFC3339,string,string
//= #default,_result,,,,
//= ,result,table,_time,tag,_value
//= ,,0,2021-01-01T00:00:00Z,t1,smpl_g9qczs
//= ,,0,2021-01-01T00:00:10Z,t1,
//= ,,0,2021-01-01T00:00:20Z,t1,smpl_phw664
//= ,,0,2021-01-01T00:00:30Z,t1,
//= ,,0,2021-01-01T00:00:40Z,t1,
//= ,,0,2021-01-01T00:00:50Z,t1,smpl_s9fmgy
//= ,,1,2021-01-01T00:00:00Z,t2,
//= ,,1,2021-01-01T00:00:10Z,t2,smpl_eu4oxp
//= ,,1,2021-01-01T00:00:20Z,t2,smpl_5g7tz4
//= ,,1,2021-01-01T00:00:30Z,t2,smpl_sox1ut
//= ,,1,2021-01-01T00:00:40Z,t2,
//= ,,1,2021-01-01T00:00:50Z,t2,smpl_dtn2bv
//=
