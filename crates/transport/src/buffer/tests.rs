//! Tests of how memory grows.

use super::Buffer;

const MIB: u64 = 1024 * 1024;

/// RSP-23: memory for what came, not for what was promised, and little more than that at the end.
#[test]
fn memory_grows_with_what_came() {
    let cases = [(Some(100 * MIB), 10, MIB), (Some(5), 5, 5), (None, 10, 8192), (Some(4 * MIB), 3 * MIB, 4 * MIB)];
    for (expected, came, most) in cases {
        let mut buffer = Buffer::new(1000 * MIB, expected);
        for _ in 0..came.div_ceil(4096) {
            assert!(buffer.append(&vec![b'x'; came.min(4096) as usize]).is_ok());
        }
        assert!(buffer.bytes.capacity() as u64 <= most, "{expected:?} {came}: {}", buffer.bytes.capacity());
    }
}

#[test]
fn the_limit_is_exact() {
    for (came, fits) in [(10, true), (11, false)] {
        let mut appended = Buffer::new(10, None);
        assert_eq!(appended.append(&vec![b'x'; came]).is_ok(), fits);
        let mut filled = Buffer::new(10, None);
        let result = (0..came).try_for_each(|_| filled.fill(|bytes| bytes.push(b'x')).map(drop));
        assert_eq!(result.is_ok(), fits);
        assert!(filled.bytes.capacity() <= 11);
    }
}
