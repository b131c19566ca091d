//! Tests of the server as a client sees it: token, methods, bodies, TLS, rough input, its end.

use std::io::Write as _;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use http::{Method, Request, Response, StatusCode, Uri, Version, header};
use http_body_util::{BodyExt, Full};
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use crate::request::BODY_LIMIT;
use crate::{Config, Standin};

const TOKEN: &str = "a-token";

async fn start() -> Standin {
    let config = Config { token: TOKEN.to_owned(), ..Config::default() };
    Standin::start(config).await.expect("a server")
}

fn request(method: &str, target: &str) -> http::request::Builder {
    Request::builder().method(method).uri(target).header(header::AUTHORIZATION, format!("Token {TOKEN}"))
}

async fn send(address: SocketAddr, request: Request<Full<Bytes>>) -> Response<String> {
    let stream = TcpStream::connect(address).await.expect("a connection");
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.expect("HTTP");
    let connection = tokio::spawn(connection);
    let (head, body) = sender.send_request(request).await.expect("an answer").into_parts();
    let body = body.collect().await.expect("a body").to_bytes();
    connection.abort();
    Response::from_parts(head, String::from_utf8(body.to_vec()).expect("UTF-8"))
}

/// Sends a request with the token and checks the status and the start of the body.
#[track_caller]
fn check(method: &str, target: &str, body: &str, status: u16, expected: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let server = start().await;
        let target = target.replace("ORG", server.org_id()).replace("USER", server.user_id());
        let body = body.replace("ORG", server.org_id());
        let request = request(method, &target).body(Full::from(body)).expect("a request");
        let response = send(server.address(), request).await;
        let found: String = response.body().split(['\n', '\t']).collect();
        assert_eq!(response.status().as_u16(), status, "{method} {target}: {found}");
        assert!(found.starts_with(expected), "{method} {target}: {found}");
    });
}

#[tokio::test]
async fn tokens() {
    let server = start().await;
    let cases = [
        ("Token a-token", 200),
        ("TOKEN a-token", 200),
        ("bearer a-token", 200),
        ("Token  a-token", 401),
        ("Token a-toke", 401),
        ("Token a-token2", 401),
        ("Tokena-token", 401),
        ("Basic a-token", 401),
        ("a-token", 401),
        ("Token", 401),
        ("", 401),
    ];
    for (value, status) in cases {
        let request = Request::get("/api/v2/me").header(header::AUTHORIZATION, value).body(Full::default());
        let response = send(server.address(), request.expect("a request")).await;
        assert_eq!(response.status().as_u16(), status, "{value}");
    }
    for (path, status) in [
        ("/health", 200),
        ("/ready", 200),
        ("/ping", 204),
        ("/api/v2", 200),
        ("/api/v2/setup", 200),
        ("/", 404),
        ("/api/v2/nothing", 401),
        ("/api/v2x", 401),
    ] {
        let response = send(server.address(), Request::get(path).body(Full::default()).expect("a request")).await;
        assert_eq!(response.status().as_u16(), status, "{path}");
    }
}

#[test]
fn paths_and_methods() {
    check("GET", "/api/v2/buckets/", "", 200, "{\"links\": {\"self\":");
    check("GET", "//api/v2/buckets", "", 404, "no assets");
    check("GET", "/api/v2x", "", 404, "{\"code\": \"not found\",\"message\": \"path not found\"}");
    check("GET", "/api/v2/buckets/ORG/what/more", "", 404, "404 page not found");
    check("GET", "/api/v2/%62uckets", "", 404, "{\"code\": \"not found\",\"message\": \"path not found\"}");
    check("HEAD", "/api/v2/me", "", 405, "");
    check("POST", "/ping", "", 405, "Method Not Allowed");
    check("OPTIONS", "/ping", "", 200, "");
    check("PUT", "/api/v2/setup", "", 405, "");
    check("OPTIONS", "/api/v2/tasks", "", 405, "");
    check("POST", "/api/v2/setup", "{}", 422, "{\"code\": \"conflict\",\"message\": \"onboarding has already");
    check("GET", "/api/v2/write", "", 405, "{\"code\":\"method not allowed\",\"message\":\"allow: OPTIONS, POST\"}");
    check("GET", "/api/v2/query", "", 405, "{\"code\":\"method not allowed\",\"message\":\"allow: OPTIONS, POST\"}");
    check("POST", "/api/v2/query?org=my-org", "x", 501, "{\"code\":\"not implemented\",\"message\":\"the stand-in");
    check("GET", "/api/v2/dashboards", "", 501, "{\"code\":\"not implemented\"");
    check("GET", "/api/v2/tasks/?a=b&c", "", 301, "<a href=\"/api/v2/tasks?a=b&amp;c\">");
    check("POST", "/api/v2/write/", "", 308, "");
    check("GET", "/api/v2/users/USER", "", 200, "{\"links\"");
    check(
        "GET",
        "/api/v2/users/0000000000000001",
        "",
        404,
        "{\"code\": \"not found\",\"message\": \"user not found\"}",
    );
}

#[test]
fn organizations() {
    check("GET", "/api/v2/orgs?orgID=ORG", "", 200, "{\"links\"");
    check(
        "GET",
        "/api/v2/orgs?orgID=0000000000000001",
        "",
        404,
        "{\"code\": \"not found\",\"message\": \"organization not",
    );
    check(
        "GET",
        "/api/v2/orgs?userID=0000000000000001",
        "",
        200,
        "{\"links\": {\"self\": \"/api/v2/orgs\"},\"orgs\": []}",
    );
    check("GET", "/api/v2/orgs?limit=1&offset=1", "", 200, "{\"links\": {\"self\": \"/api/v2/orgs\"},\"orgs\": []}");
    check("GET", "/api/v2/orgs?limit=101", "", 400, "{\"code\": \"invalid\",\"message\": \"limit must be");
    check(
        "POST",
        "/api/v2/orgs",
        "{\"name\":\"a b&c\"}",
        201,
        "{\"links\": {\"buckets\": \"/api/v2/buckets?org=a b\\u0026c\"",
    );
    check(
        "POST",
        "/api/v2/orgs",
        "{\"name\":\" \"}",
        400,
        "{\"code\": \"invalid\",\"message\": \"org name is empty\"}",
    );
    check(
        "POST",
        "/api/v2/orgs",
        "{\"name\":\"my-org\"}",
        422,
        "{\"code\": \"conflict\",\"message\": \"organization with name",
    );
    check("PATCH", "/api/v2/orgs/ORG", "{\"description\":\"new\"}", 200, "{\"links\"");
    check(
        "PATCH",
        "/api/v2/orgs/ORG",
        "[]",
        400,
        "{\"code\": \"invalid\",\"message\": \"failed to unmarshal json: json: \
        cannot unmarshal array into Go value of type influxdb.OrganizationUpdate\"}",
    );
    check("DELETE", "/api/v2/orgs/ORG", "", 204, "");
    check(
        "DELETE",
        "/api/v2/orgs/0000000000000001",
        "",
        404,
        "{\"code\": \"not found\",\"message\": \"error deleting \
        organization id: 0000000000000001: organization not found\"}",
    );
    check(
        "GET",
        "/api/v2/orgs/zz/secrets",
        "",
        400,
        "{\"code\": \"invalid\",\"message\": \"corrupt ID provided: id must",
    );
}

#[test]
fn bucket_lists() {
    let list =
        |query: &str, status, expected: &str| check("GET", &format!("/api/v2/buckets{query}"), "", status, expected);
    let invalid = |query: &str, message: &str| {
        list(query, 400, &format!("{{\"code\": \"invalid\",\"message\": \"{message}\"}}"));
    };
    invalid("?limit=0", "limit must be between 1 and 100");
    invalid("?limit=x", "limit is invalid");
    invalid("?limit=x&offset=y", "offset is invalid");
    invalid("?descending=no", "descending is invalid");
    invalid("?after=zz&limit=x", "decoding after: id must have a length of 16 bytes");
    invalid("?after=0000000000000000", "decoding after: invalid ID");
    invalid("?orgID=zz&org=nope", "id must have a length of 16 bytes");
    invalid("?id=zz&limit=1000", "limit must be between 1 and 100");
    list("?org=a%26b", 404, "{\"code\": \"not found\",\"message\": \"organization name \\\"a\\u0026b\\\" not found\"}");
    list("?id=0000000000000001&org=nope", 404, "{\"code\": \"not found\",\"message\": \"bucket not found\"}");
    let start = |path: &str| format!("{{\"links\": {{\"self\": \"/api/v2/buckets?{path}\"");
    list("?limit=%2B05&name=a+b", 200, &start("bucket=a+b\\u0026descending=false\\u0026limit=5\\u0026offset=0"));
    list("?org=my-org&descending=T", 200, &start("descending=true\\u0026limit=20\\u0026offset=0\\u0026org=my-org"));
    let after = "after=00000000000000ff";
    list(
        &format!("?{after}&sortBy=x"),
        200,
        &start(&format!("{after}\\u0026descending=false\\u0026limit=20\\u0026offset=0\\u0026sortBy=x")),
    );
    list(
        "?offset=100",
        200,
        "{\"links\": {\"prev\": \"/api/v2/buckets?descending=false\\u0026limit=20\\u0026offset=80\",",
    );
    list(
        "?limit=1&offset=1",
        200,
        "{\"links\": {\"prev\": \"/api/v2/buckets?descending=false\\u0026limit=1\\u0026offset=0\",\
        \"self\": \"/api/v2/buckets?descending=false\\u0026limit=1\\u0026offset=1\",\
        \"next\": \"/api/v2/buckets?descending=false\\u0026limit=1\\u0026offset=2\"}",
    );
}

#[test]
fn bucket_bodies() {
    let create = |body: &str, status, expected: &str| check("POST", "/api/v2/buckets", body, status, expected);
    let invalid = |body: &str, message: &str| {
        create(body, 400, &format!("{{\"code\": \"invalid\",\"message\": \"failed to unmarshal json: {message}\"}}"));
    };
    create("{\"NAME\":\"a\",\"orgid\":\"ORG\"} trailing", 201, "{\"id\": ");
    create("null", 400, "{\"code\": \"invalid\",\"message\": \"organization id must be provided\"}");
    create(
        "{\"name\":\"a\",\"retentionRules\":[{\"everySeconds\":-1}]}",
        400,
        "{\"code\": \"invalid\",\"message\": \"organ",
    );
    create("{\"orgID\":\"ORG\",\"retentionRules\":[{},{}]}", 422, "{\"code\": \"unprocessable entity\"");
    create("{\"orgID\":\"ORG\",\"name\":\"<a>\\u2028\"}", 201, "{\"id\": ");
    invalid("7", "json: cannot unmarshal number into Go value of type tenant.postBucketRequest");
    invalid("{\"name\":7}", "json: cannot unmarshal number into Go struct field postBucketRequest.name of type string");
    invalid(
        "{\"orgID\":7}",
        "json: cannot unmarshal number into Go struct field postBucketRequest.orgID of type platform.ID",
    );
    invalid("{\"name\":7,\"orgID\":\"zzzzzzzzzzzzzzzz\"}", "invalid ID");
    invalid(
        "{\"retentionRules\":{}}",
        "json: cannot unmarshal object into Go struct field postBucketRequest.retentionRules of type []tenant.retentionRule",
    );
    invalid(
        "{\"retentionRules\":[7]}",
        "json: cannot unmarshal number into Go struct field postBucketRequest.retentionRules of type tenant.retentionRule",
    );
    invalid(
        "{\"retentionRules\":[{\"everySeconds\":1.5}]}",
        "json: cannot unmarshal number 1.5 into Go struct field retentionRule.retentionRules.everySeconds of type int64",
    );
    invalid(&"[".repeat(1_000_000), "invalid character '[' exceeded max depth");
}

#[test]
fn writes() {
    let write = |query: &str, body: &str, status, expected: &str| {
        check("POST", &format!("/api/v2/write{query}"), body, status, expected);
    };
    write("?org=my-org&bucket=first", "", 204, "");
    write("?org=my-org&bucket=first", "cpu v=1\ncpu v=2 1", 204, "");
    write("?org=ORG&bucket=first", "cpu v=1", 204, "");
    write("?orgID=ORG&bucket=first", "cpu v=1", 204, "");
    write("?org=my-org&bucket=_tasks", "cpu v=1", 204, "");
    write("", "bad", 404, "{\"code\":\"not found\",\"message\":\"bucket not found\"}");
    write("?bucket=first", "bad", 400, "{\"code\":\"invalid\",\"message\":\"Please provide either orgID or org\"}");
    write(
        "?precision=m",
        "bad",
        400,
        "{\"code\":\"invalid\",\"message\":\"invalid precision; valid precision units are",
    );
    write(
        "?org=nope&bucket=first",
        "bad",
        404,
        "{\"code\":\"not found\",\"message\":\"organization name \\\"nope\\\" not found\"}",
    );
    write(
        "?org=my-org&bucket=0000000000000001",
        "",
        404,
        "{\"code\":\"not found\",\"message\":\"bucket \\\"0000000000000001\\\"",
    );
    write(
        "?org=my-org&bucket=first",
        "cpu v=1\nbad",
        400,
        "{\"code\":\"invalid\",\"message\":\"unable to parse 'bad': missing",
    );
    write(
        "?org=my-org&bucket=first",
        "m v=1\nm v=t",
        422,
        "{\"code\":\"unprocessable entity\",\"message\":\"failure writing",
    );
}

#[test]
fn tasks() {
    let create = |body: &str, status, expected: &str| check("POST", "/api/v2/tasks", body, status, expected);
    create(
        "{\"org\":\"my-org\",\"flux\":\"option task = {name: \\\"t\\\", cron: \\\"* * * * *\\\"}\"}",
        201,
        "{\"links\"",
    );
    create("{}", 400, "{\"code\":\"invalid\",\"message\":\"failed to decode request: missing flux\"}");
    create("", 400, "{\"code\":\"invalid\",\"message\":\"failed to decode request: EOF\"}");
    create(
        "{\"orgID\":\"ORG\",\"flux\":\"x\"}",
        400,
        "{\"code\":\"invalid\",\"message\":\"invalid options: no task options",
    );
    create(
        "{\"org\":\"nope\",\"flux\":\"x\"}",
        404,
        "{\"code\":\"not found\",\"message\":\"could not identify organization: org",
    );
    check(
        "GET",
        "/api/v2/tasks?org=my-org&limit=2",
        "",
        200,
        "{\"links\":{\"self\":\"/api/v2/tasks?limit=2\\u0026org=my-org",
    );
    check(
        "GET",
        "/api/v2/tasks?limit=501",
        "",
        400,
        "{\"code\":\"invalid\",\"message\":\"failed to decode request: limit must",
    );
    check(
        "GET",
        "/api/v2/tasks?org=nope",
        "",
        400,
        "{\"code\":\"invalid\",\"message\":\"failed to decode request: organization",
    );
    check(
        "GET",
        "/api/v2/tasks/ORG",
        "",
        404,
        "{\"code\":\"not found\",\"message\":\"failed to find task: task not found\"}",
    );
    check(
        "DELETE",
        "/api/v2/tasks/ORG",
        "",
        404,
        "{\"code\":\"not found\",\"message\":\"failed to delete task: task not found\"}",
    );
    check(
        "PUT",
        "/api/v2/tasks",
        "",
        405,
        "{\"code\":\"method not allowed\",\"message\":\"allow: GET, OPTIONS, POST\"}",
    );
}

#[tokio::test]
async fn compressed_bodies() {
    let server = start().await;
    let gzip = |text: &[u8]| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(text).expect("memory");
        encoder.finish().expect("memory")
    };
    let whole = gzip(b"cpu v=1\ncpu v=2");
    let cut = whole[..whole.len() - 8].to_vec();
    // Small as sent, and beyond the limit once decompressed.
    let bomb = gzip(&vec![b'\n'; BODY_LIMIT + 1]);
    for (body, status, message) in [
        (whole, 204, ""),
        (cut, 500, "unable to read data: unexpected EOF"),
        (b"cpu v=1".to_vec(), 500, "An internal error has occurred - check server logs"),
        (bomb, 413, "unable to read data: points batch is too large"),
    ] {
        let request = request("POST", "/api/v2/write?org=my-org&bucket=first").header(header::CONTENT_ENCODING, "gzip");
        let response = send(server.address(), request.body(Full::from(body)).expect("a request")).await;
        assert_eq!(response.status().as_u16(), status, "{message}");
        assert!(response.body().contains(message), "{}", response.body());
    }
    assert_eq!(server.points_written(), 2);
}

#[tokio::test]
async fn long_bodies() {
    let server = start().await;
    for (length, status) in [(BODY_LIMIT, 204), (BODY_LIMIT + 1, 413)] {
        let request = request("POST", "/api/v2/write?org=my-org&bucket=first");
        let body = Full::from(vec![b'\n'; length]);
        let response = send(server.address(), request.body(body).expect("a request")).await;
        assert_eq!(response.status().as_u16(), status);
        let code = response.headers().get("x-platform-error-code").map(|value| value.to_str().expect("text"));
        assert_eq!(code, (status == 413).then_some("request too large"));
    }
}

#[tokio::test]
async fn rough_input() {
    let server = start().await;
    let long = format!("GET / HTTP/1.1\r\nA: {}\r\n\r\n", "x".repeat(1_000_000));
    let inputs: [&[u8]; 7] = [
        b"",
        b"\r\n\r\n",
        b"\x16\x03\x01\x00\x00garbage\r\n\r\n",
        b"GET /api/v2/buckets?%zz&=&a=%ff HTTP/1.1\r\nHost: x\r\nAuthorization: \xff\xfe\r\n\r\n",
        b"POST /api/v2/write HTTP/1.1\r\nContent-Length: 5\r\n\r\nab",
        b"POST /api/v2/write HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        long.as_bytes(),
    ];
    for address in [server.address(), server.tls_address()] {
        for input in inputs {
            let mut stream = TcpStream::connect(address).await.expect("a connection");
            // The server may have closed the connection before all was sent.
            let _ = stream.write_all(input).await;
            let _ = stream.shutdown().await;
            let _ = stream.read_to_end(&mut Vec::new()).await;
        }
    }
    let request = request("GET", "/api/v2/me").body(Full::default()).expect("a request");
    assert_eq!(send(server.address(), request).await.status(), StatusCode::OK);
}

async fn connect_tls(server: &Standin, name: &str, protocol: &[u8]) -> std::io::Result<TlsStream<TcpStream>> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_slice(server.ca_certificate()).into_owned()).expect("a certificate");
    let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let builder = builder.with_safe_default_protocol_versions().expect("versions").with_root_certificates(roots);
    let mut config = builder.with_no_client_auth();
    config.alpn_protocols = vec![protocol.to_vec()];
    let stream = TcpStream::connect(server.tls_address()).await?;
    let name = ServerName::try_from(name.to_owned()).expect("a name");
    TlsConnector::from(Arc::new(config)).connect(name, stream).await
}

#[tokio::test]
async fn tls_names() {
    let server = start().await;
    for name in ["us-west-2-1.aws.cloud2.influxdata.com", "LOCALHOST", "localhost", "127.0.0.1", "::1"] {
        let stream = connect_tls(&server, name, b"http/1.1").await.expect(name);
        let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.expect("HTTP");
        tokio::spawn(connection);
        let request = request("GET", "/api/v2/me").header(header::HOST, "x").body(Full::<Bytes>::default());
        let response = sender.send_request(request.expect("a request")).await.expect("an answer");
        assert_eq!((response.status(), response.version()), (StatusCode::OK, Version::HTTP_11), "{name}");
    }
    // No name is asked for, and the certificate is not for this address.
    connect_tls(&server, "127.0.0.2", b"http/1.1").await.expect_err("another address");
    // Another server's authority is another one.
    let other = start().await;
    assert_ne!(server.ca_certificate(), other.ca_certificate());
    assert!(server.ca_pem().starts_with("-----BEGIN CERTIFICATE-----"));
}

#[tokio::test]
async fn http_2() {
    let server = start().await;
    let stream = connect_tls(&server, "a.example", b"h2").await.expect("TLS");
    let io = TokioIo::new(stream);
    let (mut sender, connection) = hyper::client::conn::http2::handshake(TokioExecutor::new(), io).await.expect("HTTP");
    tokio::spawn(connection);
    let uri: Uri = "https://a.example/api/v2/me".parse().expect("an address");
    let request = request("GET", "/").uri(uri).body(Full::<Bytes>::default()).expect("a request");
    let response = sender.send_request(request).await.expect("an answer");
    assert_eq!((response.status(), response.version()), (StatusCode::OK, Version::HTTP_2));
}

#[tokio::test]
async fn ends_when_dropped() {
    let server = start().await;
    let (plain, secure) = (server.address(), server.tls_address());
    assert_eq!(plain.ip(), Ipv4Addr::LOCALHOST);
    let mut open = TcpStream::connect(plain).await.expect("a connection");
    open.write_all(b"GET /ping HTTP/1.1\r\nHost: x\r\n\r\n").await.expect("a request");
    assert!(open.read(&mut [0; 1024]).await.expect("an answer") > 0);
    drop(server);
    assert_eq!(open.read(&mut [0; 1024]).await.unwrap_or(0), 0);
    for address in [plain, secure] {
        // The tasks end when the runtime next runs them; until then a connection ends unanswered.
        let mut tries = 0;
        while TcpStream::connect(address).await.is_ok() {
            tries += 1;
            assert!(tries < 1000, "still listening");
            tokio::task::yield_now().await;
        }
    }
}

#[tokio::test]
async fn start_values() {
    let (one, other) = (Standin::start(Config::default()).await, Standin::start(Config::default()).await);
    let (one, other) = (one.expect("a server"), other.expect("a server"));
    assert_eq!((one.token().len(), one.org_id().len(), one.user_id().len()), (64, 16, 16));
    assert_ne!(one.token(), other.token());
    assert_ne!(one.org_id(), other.org_id());
    assert_eq!((one.org(), one.url()), ("my-org", format!("http://{}", one.address())));
    let config = Config { token: TOKEN.to_owned(), ..Config::default() };
    let server = start().await;
    assert!(!format!("{config:?} {server:?} {:?}", server.shared).contains(TOKEN));
    for config in [
        Config { org: " ".to_owned(), ..Config::default() },
        Config { bucket: "_x".to_owned(), ..Config::default() },
        Config { bucket: "a\"b".to_owned(), ..Config::default() },
    ] {
        let error = Standin::start(config).await.expect_err("a wrong name");
        assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
    }
}

#[tokio::test]
async fn ping_with_head() {
    let server = start().await;
    let request = Request::builder().method(Method::HEAD).uri("/health").body(Full::default()).expect("a request");
    let response = send(server.address(), request).await;
    assert_eq!((response.status(), response.body().as_str()), (StatusCode::OK, ""));
    assert_eq!(response.headers()[header::CONTENT_LENGTH], "130");
}
