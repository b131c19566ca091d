//! CityHash with 64 bits and no seed, in its version 1.1.

use std::num::Wrapping;

type Word = Wrapping<u64>;

const K0: Word = Wrapping(0xc3a5_c85c_97cb_3127);
const K1: Word = Wrapping(0xb492_b66f_be98_f273);
const K2: Word = Wrapping(0x9ae1_6a3b_2f90_404f);
const PAIR: Word = Wrapping(0x9ddf_ea08_eb38_2d69);

/// Returns the hash of a text.
pub(super) fn hash(text: &[u8]) -> u64 {
    let size = Wrapping(text.len() as u64);
    let factor = K2 + size * Wrapping(2);
    let word = |at: usize| word(text, at);
    // Words are counted from the end, too.
    let last = |back: usize| word(text.len().wrapping_sub(back));
    let hash = match text.len() {
        0 => K2,
        length @ 1..4 => {
            let byte = |at: usize| Wrapping(u64::from(text.get(at).copied().unwrap_or_default()));
            let y = byte(0) + (byte(length >> 1) << 8);
            let z = size + (byte(length - 1) << 2);
            shift_mix(y * K2 ^ z * K0) * K2
        }
        4..8 => {
            let low = |word: Word| word & Wrapping(0xffff_ffff);
            pair(size + (low(word(0)) << 3), low(half(text, text.len() - 4)), factor)
        }
        8..=16 => {
            let (a, b) = (word(0) + K2, last(8));
            pair(turn(b, 37) * factor + a, (turn(a, 25) + b) * factor, factor)
        }
        17..=32 => {
            let (a, b, c, d) = (word(0) * K1, word(8), last(8) * factor, last(16) * K2);
            pair(turn(a + b, 43) + turn(c, 30) + d, a + turn(b + K2, 18) + c, factor)
        }
        33..=64 => {
            let nine = Wrapping(9);
            let (a, b, c, d) = (word(0) * K2, word(8), last(24), last(32));
            let (e, f, g, h) = (word(16) * K2, word(24) * nine, last(8), last(16) * factor);
            let u = turn(a + g, 43) + (turn(b, 30) + c) * nine;
            let v = ((a + g) ^ d) + f + Wrapping(1);
            let w = swap((u + v) * factor) + h;
            let x = turn(e + f, 42) + c;
            let y = (swap((v + w) * factor) + g) * factor;
            let z = e + f + c;
            let a = swap((x + z) * factor + y) + b;
            shift_mix((z + a) * factor + d + h) * factor + x
        }
        _ => long(text),
    };
    hash.0
}

/// Hashes more than 64 bytes.
fn long(text: &[u8]) -> Word {
    let size = Wrapping(text.len() as u64);
    let last = |back: usize| word(text, text.len().wrapping_sub(back));
    let mut x = last(40);
    let mut y = last(16) + last(56);
    let mut z = pair(last(48) + size, last(24), PAIR);
    let mut v = weak(text, text.len() - 64, size, z);
    let mut w = weak(text, text.len() - 32, y + K1, x);
    x = x * K1 + word(text, 0);
    for start in (0..text.len() - 1 & !63).step_by(64) {
        let word = |at: usize| word(text, start + at);
        x = turn(x + y + v.0 + word(8), 37) * K1;
        y = turn(y + v.1 + word(48), 42) * K1;
        x ^= w.1;
        y += v.0 + word(40);
        z = turn(z + w.0, 33) * K1;
        v = weak(text, start, v.1 * K1, x + w.0);
        w = weak(text, start + 32, z + w.1, y + word(16));
        (x, z) = (z, x);
    }
    pair(pair(v.0, w.0, PAIR) + shift_mix(y) * K1 + z, pair(v.1, w.1, PAIR) + x, PAIR)
}

/// Mixes 32 bytes into two words.
fn weak(text: &[u8], at: usize, a: Word, b: Word) -> (Word, Word) {
    let (w, x, y, z) = (word(text, at), word(text, at + 8), word(text, at + 16), word(text, at + 24));
    let start = a + w;
    let b = turn(b + start + z, 21);
    let sum = start + x + y;
    (sum + z, b + turn(sum, 44) + start)
}

fn pair(u: Word, v: Word, factor: Word) -> Word {
    let a = shift_mix((u ^ v) * factor);
    shift_mix((v ^ a) * factor) * factor
}

fn shift_mix(word: Word) -> Word {
    word ^ (word >> 47)
}

fn turn(word: Word, bits: u32) -> Word {
    Wrapping(word.0.rotate_right(bits))
}

fn swap(word: Word) -> Word {
    Wrapping(word.0.swap_bytes())
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
    word(text.get(..at + 4).unwrap_or(text), at)
}
