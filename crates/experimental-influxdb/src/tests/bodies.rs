//! BOD: what goes out.

use fluxlet_runtime::{Code, Limits};

use super::*;

#[test]
fn a_body_goes_out_as_it_is() {
    assert_eq!(sent("BOD-01", &[("method", "post".into())]).body, None);
    assert_eq!(sent("BOD-02", &[]).body, None);
    assert_eq!(sent("BOD-03", &[("body", Bytes::from_static(b"abc").into())]).body.unwrap(), "abc");
    let all: Bytes = (0..=255).collect::<Vec<u8>>().into();
    assert_eq!(sent("BOD-04", &[("method", "post".into()), ("body", all.clone().into())]).body.unwrap(), all);
    let empty = sent("BOD-10", &[("method", "put".into()), ("body", Bytes::new().into())]);
    assert_eq!(empty.body, Some(Bytes::new()));
    assert_eq!(header(&empty, "content-length"), None);
    assert_eq!(header(&empty, "content-type"), None);
}

/// BOD-05: the request shares the bytes with the script.
#[test]
fn a_body_is_not_copied() {
    let body = Bytes::from(vec![7; 1 << 20]);
    let request = sent("BOD-05", &[("body", body.clone().into())]);
    assert_eq!(request.body.unwrap().as_ptr(), body.as_ptr());
}

/// BOD-06
#[test]
fn the_size_is_limited() {
    let context = home().with_limits(Limits { request_body: 4, ..Limits::default() });
    let body = |size| [("method", Value::from("post")), ("body", Bytes::from(vec![0; size]).into())];
    assert_eq!(sent_in(&context, "at the limit", &body(4)).body.unwrap().len(), 4);
    let error = refused_in(&context, "past it", &body(5));
    let expected = "`POST http://ctx.test:8086/x` failed: the request body has 5 bytes, more than 4; raise `limits.request_body` to allow more";
    assert_eq!((error.code(), error.message()), (Code::ResourceExhausted, expected));
}
