//! Calls of the package's functions, with what they show.

use std::collections::BTreeMap;

use fluxlet_runtime::{Code, Context, Run};

use super::PACKAGE;
use crate::testing::{call, call_with, shown};

#[test]
fn get() {
    let secrets = BTreeMap::from([("KEY".to_owned(), "hush".to_owned())]);
    let run = Run::new(&Context::new().with_secrets(secrets));
    let get = |key: &str| call_with(&PACKAGE, "get", &run, &[("key", key.into())], |_| panic!("nothing is called"));
    assert_eq!(shown(&get("KEY")), "hush");
    let missing = get("HOME").expect_err("no such secret");
    assert_eq!((missing.code(), missing.message()), (Code::NotFound, "secret key \"HOME\" not found"));
    let without = call(&PACKAGE, "get", &[("key", "KEY".into())]).expect_err("no secrets at all");
    assert_eq!((without.code(), without.message()), (Code::NotFound, "secret key \"KEY\" not found"));
}
