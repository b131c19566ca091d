//! CityHash with 64 bits and no seed, in its version 1.0, which databases keep to.

use std::num::Wrapping;

type Word = Wrapping<u64>;

const K0: Word = Wrapping(0xc3a5_c85c_97cb_3127);
const K1: Word = Wrapping(0xb492_b66f_be98_f273);
const K2: Word = Wrapping(0x9ae1_6a3b_2f90_404f);
const K3: Word = Wrapping(0xc949_d7c7_509e_6557);
const PAIR: Word = Wrapping(0x9ddf_ea08_eb38_2d69);

/// Returns the hash of a text.
pub(super) fn hash(text: &[u8]) -> u64 {
    let size = Wrapping(text.len() as u64);
    let word = |at: usize| word(text, at);
    // Words are counted from the end, too.
    let last = |back: usize| word(text.len().wrapping_sub(back));
    let hash = match text.len() {
        0 => K2,
        length @ 1..4 => {
            let byte = |at: usize| Wrapping(u64::from(text.get(at).copied().unwrap_or_default()));
            let y = byte(0) + (byte(length >> 1) << 8);
            let z = size + (byte(length - 1) << 2);
            shift_mix((y * K2) ^ (z * K3)) * K2
        }
        length @ 4..=8 => pair(size + (half(text, 0) << 3), half(text, length - 4)),
        length @ 9..=16 => pair(word(0), turn(last(8) + size, length as u32)) ^ last(8),
        17..=32 => {
            let (a, b, c, d) = (word(0) * K1, word(8), last(8) * K2, last(16) * K0);
            pair(turn(a - b, 43) + turn(c, 30) + d, a + turn(b ^ K3, 20) - c + size)
        }
        33..=64 => {
            let (first, second) = quarter(word(0) + (size + last(16)) * K0, [word(8), word(16), word(24)]);
            let (third, fourth) = quarter(word(16) + last(32), [last(24), last(16), last(8)]);
            let mixed = shift_mix((first + fourth) * K2 + (third + second) * K0);
            shift_mix(mixed * K0 + second) * K2
        }
        _ => long(text),
    };
    hash.0
}

/// Mixes half of a text of 33 to 64 bytes.
fn quarter(start: Word, [b, c, d]: [Word; 3]) -> (Word, Word) {
    let sum = start + b + c;
    (sum + d, turn(start + d, 52) + turn(sum, 31) + turn(start, 37) + turn(start + b, 7))
}

/// Hashes more than 64 bytes.
fn long(text: &[u8]) -> Word {
    let size = Wrapping(text.len() as u64);
    let last = |back: usize| word(text, text.len().wrapping_sub(back));
    let mut x = word(text, 0);
    let mut y = last(16) ^ K1;
    let mut z = last(56) ^ K0;
    let mut v = weak(text, text.len() - 64, size, y);
    let mut w = weak(text, text.len() - 32, size * K1, K0);
    z += shift_mix(v.1) * K1;
    x = turn(z + x, 39) * K1;
    y = turn(y, 33) * K1;
    for start in (0..(text.len() - 1) & !63).step_by(64) {
        let word = |at: usize| word(text, start + at);
        x = turn(x + y + v.0 + word(16), 37) * K1;
        y = turn(y + v.1 + word(48), 42) * K1;
        x ^= w.1;
        y ^= v.0;
        z = turn(z ^ w.0, 33);
        v = weak(text, start, v.1 * K1, x + w.0);
        w = weak(text, start + 32, z + w.1, y);
        (x, z) = (z, x);
    }
    pair(pair(v.0, w.0) + shift_mix(y) * K1 + z, pair(v.1, w.1) + x)
}

/// Mixes 32 bytes into two words.
fn weak(text: &[u8], at: usize, a: Word, b: Word) -> (Word, Word) {
    let (w, x, y, z) = (word(text, at), word(text, at + 8), word(text, at + 16), word(text, at + 24));
    let start = a + w;
    let b = turn(b + start + z, 21);
    let sum = start + x + y;
    (sum + z, b + turn(sum, 44) + start)
}

fn pair(u: Word, v: Word) -> Word {
    let a = shift_mix((u ^ v) * PAIR);
    shift_mix((v ^ a) * PAIR) * PAIR
}

fn shift_mix(word: Word) -> Word {
    word ^ (word >> 47)
}

fn turn(word: Word, bits: u32) -> Word {
    Wrapping(word.0.rotate_right(bits))
}

/// Reads eight bytes; what is past the end counts as zero.
fn word(text: &[u8], at: usize) -> Word {
    let mut bytes = [0; 8];
    for (byte, from) in bytes.iter_mut().zip(text.get(at..).unwrap_or_default()) {
        *byte = *from;
    }
    Wrapping(u64::from_le_bytes(bytes))
}

/// Reads four bytes.
fn half(text: &[u8], at: usize) -> Word {
    word(text, at) & Wrapping(0xffff_ffff)
}
