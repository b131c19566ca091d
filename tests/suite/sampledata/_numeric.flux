import "contrib/qxip/hash"
import "sampledata"

hash.sha1(v: sampledata._numeric())
//= 45e83a4599c8735e303741b0abcc7bc11845ee68
hash.sha1(v: sampledata._numeric(includeNull: false))
//= 45e83a4599c8735e303741b0abcc7bc11845ee68
hash.sha1(v: sampledata._numeric(includeNull: true))
//= b5f462b361d40492c762d8af0ecd3ca0cda1f6a8

sampledata._numeric(includeNull: true)
//=
//= #group,false,false,false,true,false
//= #datatype,string,long,dateTime:RFC3339,string,double
//= #default,_result,,,,
//= ,result,table,_time,tag,_value
//= ,,0,2021-01-01T00:00:00Z,t1,-2.18
//= ,,0,2021-01-01T00:00:10Z,t1,
//= ,,0,2021-01-01T00:00:20Z,t1,7.35
//= ,,0,2021-01-01T00:00:30Z,t1,
//= ,,0,2021-01-01T00:00:40Z,t1,
//= ,,0,2021-01-01T00:00:50Z,t1,4.43
//= ,,1,2021-01-01T00:00:00Z,t2,
//= ,,1,2021-01-01T00:00:10Z,t2,4.97
//= ,,1,2021-01-01T00:00:20Z,t2,-3.75
//= ,,1,2021-01-01T00:00:30Z,t2,19.77
//= ,,1,2021-01-01T00:00:40Z,t2,
//= ,,1,2021-01-01T00:00:50Z,t2,1.86
//=
