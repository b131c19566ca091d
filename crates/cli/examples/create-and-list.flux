// Creates a bucket in the first organisation that the token can see, and lists the buckets of that organisation.
import "experimental/influxdb"
import "experimental/dynamic"
import "array"
import "json"

expect = (status, response) =>
    if response.statusCode == status then
        dynamic.jsonParse(data: response.body)
    else
        die(msg: "InfluxDB answered ${string(v: response.statusCode)}: ${string(v: response.body)}")

orgs = expect(status: 200, response: influxdb.api(method: "get", path: "/api/v2/orgs"))
orgID = string(v: dynamic.asArray(v: orgs.orgs)[0].id)

created =
    expect(
        status: 201,
        response:
            influxdb.api(
                method: "post",
                path: "/api/v2/buckets",
                body: json.encode(v: {orgID: orgID, name: "example-bucket", retentionRules: []}),
            ),
    )

listed =
    expect(
        status: 200,
        response: influxdb.api(method: "get", path: "/api/v2/buckets", query: ["orgID": orgID]),
    )

{
    created: string(v: created.name),
    buckets: array.map(arr: dynamic.asArray(v: listed.buckets), fn: (x) => string(v: x.name)),
}
