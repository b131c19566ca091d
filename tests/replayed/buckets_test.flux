// Run with: fluxlet test tests/replayed
// The answers are those of buckets_test.cassette; `fluxlet test --record --demo tests/replayed` asks for them again.
package buckets_test


import "experimental/dynamic"
import "experimental/influxdb"
import "fluxlet/expect"
import "influxdata/influxdb/secrets"
import "json"

call = (method, path, body=bytes(v: "")) => {
    response = influxdb.api(method: method, path: path, body: body)

    return {status: response.statusCode, body: dynamic.jsonParse(data: response.body)}
}

orgID = () =>
    string(v: dynamic.asArray(v: call(method: "get", path: "/api/v2/orgs").body.orgs)[0].id)

create = (name) =>
    call(
        method: "post",
        path: "/api/v2/buckets",
        body: json.encode(v: {orgID: orgID(), name: name, retentionRules: []}),
    )

testcase a_bucket_is_created {
    created = create(name: "pumps")

    expect.equal(got: created.status, want: 201)
    expect.equal(got: string(v: created.body.name), want: "pumps")
}

testcase a_name_is_taken_once {
    expect.equal(got: create(name: "pumps").status, want: 201)
    expect.equal(got: create(name: "pumps").status, want: 422)
}

// The token of the recording is not in the cassette; another stands in for it.
testcase a_secret_is_sent {
    response =
        influxdb.api(
            method: "get",
            path: "/api/v2/me",
            host: "http://localhost:8086",
            token: secrets.get(key: "INFLUX_TOKEN"),
        )

    expect.equal(got: response.statusCode, want: 200)
}
