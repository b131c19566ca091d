//! ARG-17 to ARG-24, HDR-12 and HDR-13: whose host, whose token.

use fluxlet_runtime::Code;

use super::*;

const NO_HOST: &str = "keyword argument \"host\" is required when executing outside InfluxDB";
const NO_TOKEN: &str = "keyword argument \"token\" is required when executing outside InfluxDB";
const FOREIGN: &str = "the context's token goes to the context's own host only";

fn check_refused_in(context: &Context, id: &str, arguments: &[Argument], words: &str) {
    let error = refused_in(context, id, arguments);
    assert_eq!((error.code(), error.message().contains(words)), (Code::Invalid, true), "{id}: {error:?}");
}

fn host(text: &str) -> Argument {
    ("host", text.into())
}

fn token(text: &str) -> Argument {
    ("token", text.into())
}

fn authorization() -> Argument {
    ("headers", dict(&[("authorization", "Bearer mine")]))
}

#[test]
fn a_missing_host_or_token_is_told_in_the_words_of_flux() {
    let nothing = Context::new();
    let no_token = Context::new().with_host("http://ctx.test:8086").unwrap();
    let cases = [
        ("ARG-17", &nothing, vec![], NO_HOST),
        ("ARG-17 token given", &nothing, vec![token("t")], NO_HOST),
        ("empty host", &nothing, vec![host(""), token("t")], NO_HOST),
        ("host given", &nothing, vec![host("http://h")], NO_TOKEN),
        ("empty token", &nothing, vec![host("http://h"), token("")], NO_TOKEN),
        ("ARG-18", &no_token, vec![], NO_TOKEN),
        ("both empty", &no_token, vec![host(""), token("")], NO_TOKEN),
        ("other host, no token anywhere", &no_token, vec![host("http://h")], NO_TOKEN),
    ];
    for (id, context, arguments, text) in cases {
        let error = refused_in(context, id, &arguments);
        assert_eq!((error.code(), error.message()), (Code::Invalid, text), "{id}");
    }
}

#[test]
fn empty_is_the_contexts() {
    for arguments in [vec![], vec![host("")], vec![token("")], vec![host(""), token("")]] {
        let request = sent("URL-23, ARG-21", &arguments);
        assert_eq!(request.origin.to_string(), "http://ctx.test:8086");
        assert_eq!(header(&request, "authorization"), Some("Token tkn-CTX"));
        assert!(request.headers["authorization"].is_sensitive());
        assert!(request.trusted_origin);
    }
}

#[test]
fn the_contexts_token_stays_at_its_origin() {
    for own in
        ["http://CTX.test:8086/", "HTTP://ctx.test.:8086", "http://ctx.test:8086/other/base", "http://ctx.test:08086"]
    {
        let request = sent("ARG-20", &[host(own)]);
        assert_eq!(header(&request, "authorization"), Some("Token tkn-CTX"), "{own}");
    }
    for other in [
        "http://other.test",
        "http://ctx.test",
        "https://ctx.test:8086",
        "http://ctx.test:8087",
        "http://sub.ctx.test:8086",
        "http://ctx.test.evil:8086",
    ] {
        check_refused_in(&home(), "ARG-19", &[host(other)], FOREIGN);
        check_refused_in(&home(), "ARG-19 empty token", &[host(other), token("")], FOREIGN);
        let request = sent("own token", &[host(other), token("mine")]);
        assert_eq!(header(&request, "authorization"), Some("Token mine"), "{other}");
        assert!(!request.trusted_origin, "{other}");
    }
    let error = refused_in(&home(), "ARG-19", &[host("http://other.test/base")]);
    assert_eq!(error.message(), format!("argument `token` is required with host `http://other.test`: {FOREIGN}"));
    let homeless = Context::new().with_token("tkn-CTX").unwrap();
    check_refused_in(&homeless, "a token without a host", &[host("http://h")], FOREIGN);
}

#[test]
fn default_ports_are_the_same_origin() {
    for (own, written) in [("http://ctx.test", "http://ctx.test:80"), ("https://ctx.test:443", "https://ctx.test")] {
        let context = Context::new().with_host(own).unwrap().with_token("tkn-CTX").unwrap();
        let request = sent_in(&context, "ARG-20", &[host(written)]);
        assert_eq!(header(&request, "authorization"), Some("Token tkn-CTX"));
    }
}

#[test]
fn a_scripts_own_authorization() {
    check_invalid("HDR-12", &[token("t"), authorization()], "exclude each other");
    for (id, arguments) in [
        ("instead of the context's token", vec![authorization()]),
        ("an empty token is none", vec![authorization(), token("")]),
        ("HDR-13", vec![authorization(), host("http://other.test")]),
    ] {
        let request = sent(id, &arguments);
        let all: Vec<_> = request.headers.get_all("authorization").iter().collect();
        assert_eq!(all, ["Bearer mine"], "{id}");
        assert!(all[0].is_sensitive(), "{id}");
    }
    let bare = sent_in(&Context::new(), "no context", &[authorization(), host("http://h")]);
    assert_eq!(header(&bare, "authorization"), Some("Bearer mine"));
}

#[test]
fn tokens_are_header_values() {
    let bad = [
        ("ARG-22", "abc\n", "a line break at offset 3"),
        ("ARG-23 space", "a b", "white space at offset 1"),
        ("ARG-23 accent", "é", "a character that is not ASCII at offset 0"),
        ("ARG-23 NUL", "\0", "a control character at offset 0"),
        ("a space only", " ", "white space at offset 0"),
    ];
    for (id, text, words) in bad {
        check_invalid(id, &[token(text)], &format!("argument `token`: the token holds {words}"));
    }
    check_invalid("ARG-24", &[("token", "a".repeat(1 << 20).into())], "the token has 1048576 bytes, more than 8192");
}

#[test]
fn ids_stand_in_paths_at_home() {
    let context = home().with_org_id("0a/b c").with_user_id("{orgID}");
    let path = |text: &str| ("path", Value::from(text));
    let target = |path, host: &str| sent_in(&context, "ids", &[path, ("host", host.into())]).target;
    assert_eq!(target(path("/orgs/{orgID}/x/{orgID}?id={orgID}"), ""), "/orgs/0a%2Fb%20c/x/0a%2Fb%20c?id=%7BorgID%7D");
    assert_eq!(target(path("/users/{userID}"), "http://ctx.test:8086/base"), "/base/users/%7BorgID%7D");
    assert_eq!(target(path("/%7BorgID%7D/{orgid}/{}"), ""), "/%7BorgID%7D/%7Borgid%7D/%7B%7D");
    check_invalid("no id", &[path("/orgs/{orgID}")], "`{orgID}`, but the context has no such id for this host");
    check_refused_in(&home().with_org_id(""), "empty id", &[path("/orgs/{orgID}")], "`%7BorgID%7D`");
    let abroad = [path("/users/{userID}"), host("http://other.test"), token("t")];
    check_refused_in(&context, "another host", &abroad, "`{userID}`");
    let dots = home().with_org_id("..");
    check_refused_in(
        &dots,
        "an id of dots",
        &[path("/{orgID}"), host("http://ctx.test:8086/base")],
        "base path `/base`",
    );
    let homeless = Context::new().with_org_id("0a");
    let request = sent_in(&homeless, "no home", &[path("/{orgID}"), host("http://h"), token("t")]);
    assert_eq!(request.target, "/0a");
}
