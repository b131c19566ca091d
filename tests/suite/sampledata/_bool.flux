import "contrib/qxip/hash"
import "sampledata"

hash.sha1(v: sampledata._bool())
//= 64d509e90da7f6b32d5aa3c33c23bd21fb7e77e7
hash.sha1(v: sampledata._bool(includeNull: false))
//= 64d509e90da7f6b32d5aa3c33c23bd21fb7e77e7
hash.sha1(v: sampledata._bool(includeNull: true))
//= f1928a5ec797ceb10999038f3a85c8375f7a5bdc

sampledata._bool(includeNull: true)
//= #group,false,false,false,true,false
//= #datatype,string,long,dateTime:RFC3339,string,boolean
//= #default,_result,,,,
//= ,result,table,_time,tag,_value
//= ,,0,2021-01-01T00:00:00Z,t1,true
//= ,,0,2021-01-01T00:00:10Z,t1,
//= ,,0,2021-01-01T00:00:20Z,t1,false
//= ,,0,2021-01-01T00:00:30Z,t1,
//= ,,0,2021-01-01T00:00:40Z,t1,
//= ,,0,2021-01-01T00:00:50Z,t1,false
//= ,,1,2021-01-01T00:00:00Z,t2,
//= ,,1,2021-01-01T00:00:10Z,t2,true
//= ,,1,2021-01-01T00:00:20Z,t2,false
//= ,,1,2021-01-01T00:00:30Z,t2,true
//= ,,1,2021-01-01T00:00:40Z,t2,
//= ,,1,2021-01-01T00:00:50Z,t2,false
//=
