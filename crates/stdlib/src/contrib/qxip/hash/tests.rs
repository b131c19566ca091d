//! Digests, as the real library computes them.

use fluxlet_runtime::Value;

use super::{PACKAGE, city, xx};
use crate::testing::check;

/// Texts of these lengths in characters take each way through the two hashes.
const SIZES: [(usize, u64, u64); 30] = [
    (0, 11160318154034397263, 17241709254077376921),
    (1, 5570910369516329963, 6579032219474710395),
    (2, 1543931613479180149, 5592861276240952464),
    (3, 9456065179546978676, 4686269239494003989),
    (4, 7426151758103449081, 14839706335899230223),
    (5, 13426132771373433940, 17354519656004109955),
    (7, 12915914661088991145, 14338592424043022665),
    (8, 8261970815632334399, 15022663274251762443),
    (9, 15693689613497209625, 11318131744367836265),
    (15, 14516595473119768720, 6466916397171375512),
    (16, 3887581654433788716, 1116443012856259345),
    (17, 17248679875317671279, 7780105293259205914),
    (20, 14980713287129916415, 5007108217229453972),
    (31, 2921807510953238776, 4579480958629128153),
    (32, 14343997730508542907, 16337873158372173038),
    (33, 4305124436332828171, 7895652573388462897),
    (40, 9667495076570987381, 6348560918576317679),
    (48, 6904263987741670674, 6973069705282490578),
    (60, 17443355209567116155, 6076416591821193300),
    (63, 5304371218898484303, 16762871224350587192),
    (64, 11893879630928716129, 5327997339115135487),
    (65, 3831293399181543531, 2070718622666916186),
    (70, 7995336661562575548, 16525257610393207071),
    (100, 12356423405391281184, 4880512606642859028),
    (126, 997496927522805534, 7330820880037707596),
    (127, 1278282761745401460, 562637714271694252),
    (128, 11385079647264353365, 11752641434340081301),
    (129, 11424689127978327967, 10051268155654635739),
    (150, 4553503243822043080, 1017608344165643345),
    (180, 9517503379551168805, 1226126552554798170),
];

const TEXT: &str = "The quick brown fox jumps over the lazy dog; ünïcode 0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ \
                    abcdefghijklmnopqrstuvwxyz and so on to the very end of it all, amen. Again, and again, and again it goes.";

#[test]
fn hashes_of_all_sizes() {
    for (size, city, xx) in SIZES {
        let text: String = TEXT.chars().take(size).collect();
        assert_eq!((city::hash(text.as_bytes()), xx::hash(text.as_bytes())), (city, xx), "{size}");
    }
}

#[test]
fn digests() {
    let sha256 = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
    for (name, expected) in [
        ("sha256", sha256),
        ("sha1", "86f7e437faa5a7fce15d1ddcb9eaeaea377667b8"),
        ("md5", "0cc175b9c0f1b6a831c399e269772661"),
        ("xxhash64", "15154266338359012955"),
        ("cityhash64", "2603192927274642682"),
        ("b64", "YQ=="),
    ] {
        check(&PACKAGE, name, &[("v", "a".into())], expected);
        check(&PACKAGE, name, &[("v", Value::NULL)], "<null>");
        check(&PACKAGE, name, &[("v", 1_i64.into())], &format!("error: hash cannot convert int to {name}"));
    }
    check(&PACKAGE, "hmac", &[("v", "a".into()), ("k", "k".into())], "QOfUQcrbF7B/BQNBqiOmgg7YHIs=");
    check(&PACKAGE, "hmac", &[("v", "a".into()), ("k", Value::NULL)], "<null>");
}
