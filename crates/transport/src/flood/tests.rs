//! Tests of the count of frames.

use super::{Frames, MOST};

fn frame(kind: u8, flags: u8, length: usize) -> Vec<u8> {
    let [.., high, middle, low] = length.to_be_bytes();
    [&[high, middle, low, kind, flags, 0, 0, 0, 1][..], &vec![0xff; length]].concat()
}

/// A kind of frame, its flags, its length, and how often it comes.
type Repeated = (u8, u8, usize, u32);

/// Tells whether so many frames of each kind, one kind after the other, are let through; read in pieces of any size.
fn passes(frames: &[Repeated]) -> bool {
    let bytes: Vec<u8> = frames
        .iter()
        .flat_map(|&(kind, flags, length, count)| frame(kind, flags, length).repeat(count as usize))
        .collect();
    let results: Vec<bool> = [1, 2, 9, 10, 4096, bytes.len()]
        .into_iter()
        .map(|size| {
            let mut seen = Frames::default();
            bytes.chunks(size).all(|piece| seen.note(piece))
        })
        .collect();
    assert!(results.iter().all(|passed| *passed == results[0]), "{frames:?}: {results:?}");
    results[0]
}

#[test]
fn frames_without_progress_are_counted() {
    let (data, headers, reset, settings, ping, window) = (0, 1, 3, 4, 6, 8);
    let cases: [(&[Repeated], bool); 14] = [
        (&[(ping, 0, 8, MOST)], true),
        (&[(ping, 0, 8, MOST + 1)], false),
        (&[(settings, 0, 0, MOST), (ping, 0, 8, 1)], false),
        (&[(settings, 0, 300, MOST + 1)], false),
        // The first begins the answer of its stream.
        (&[(headers, 4, 1, MOST + 1)], true),
        (&[(headers, 4, 1, MOST + 2)], false),
        (&[(headers, 4, 1, 1), (reset, 0, 4, MOST + 1)], false),
        (&[(data, 0, 0, MOST + 1)], false),
        (&[(0xfa, 0xff, 70_000, 2)], true),
        // A byte of a body and the end of a stream are progress.
        (&[(ping, 0, 8, MOST), (data, 0, 1, 1), (ping, 0, 8, MOST)], true),
        (&[(ping, 0, 8, MOST), (data, 1, 0, 1), (ping, 0, 8, MOST)], true),
        (&[(headers, 5, 1, 3 * MOST)], true),
        (&[(window, 0, 4, 3 * MOST)], true),
        // Flags of other frames mean other things.
        (&[(ping, 1, 8, MOST + 1)], false),
    ];
    for (frames, passed) in cases {
        assert_eq!(passes(frames), passed, "{frames:?}");
    }
}

#[test]
fn answers_to_many_requests_may_begin_at_once() {
    let heads: Vec<u8> = (0..3 * MOST)
        .flat_map(|stream| [&[0, 0, 1, 1, 4][..], &(2 * stream + 1).to_be_bytes(), &[0xff]].concat())
        .collect();
    assert!(Frames::default().note(&heads));
}
