// Run with: fluxlet test --demo buckets_test.flux
package buckets_test


import "experimental/dynamic"
import "experimental/influxdb"
import "fluxlet/expect"
import "json"

call = (method, path, body=bytes(v: ""), query=["limit": "100"]) => {
    response = influxdb.api(method: method, path: path, body: body, query: query)

    return {status: response.statusCode, body: dynamic.jsonParse(data: response.body)}
}

create = (name) => {
    orgs = call(method: "get", path: "/api/v2/orgs")
    orgID = string(v: dynamic.asArray(v: orgs.body.orgs)[0].id)

    return
        call(
            method: "post",
            path: "/api/v2/buckets",
            body: json.encode(v: {orgID: orgID, name: name, retentionRules: []}),
        )
}

testcase a_bucket_is_created {
    created = create(name: "pumps")

    expect.equal(got: created.status, want: 201)
    expect.equal(got: string(v: created.body.name), want: "pumps")
}

// Each test case has a server of its own: the bucket of the one above is not there.
testcase a_name_is_taken_once {
    expect.equal(got: create(name: "pumps").status, want: 201)
    expect.equal(got: create(name: "pumps").status, want: 422)
}

testcase a_path_needs_a_slash {
    expect.fails(fn: () => influxdb.api(method: "get", path: "health"))
}
