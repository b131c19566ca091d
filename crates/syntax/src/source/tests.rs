//! Places in a source, and in one that was put together.

use super::Source;
use crate::Span;

#[test]
fn parts_of_a_source_that_was_put_together() {
    let (one, two) = (Source::new("one", "ab\nc"), Source::new("two", "def"));
    let joined = Source::joined(&[one.clone(), two.clone()]);
    assert_eq!((joined.name(), joined.text()), ("one", "ab\nc\ndef"));
    let check = |span: Span, part: &Source, place: Span| {
        let (found, moved) = joined.part(span);
        assert!(found.is(part), "{span:?}");
        assert_eq!(moved, place, "{span:?}");
    };
    check(Span::new(0, 2), &one, Span::new(0, 2));
    check(Span::new(3, 4), &one, Span::new(3, 4));
    check(Span::new(5, 8), &two, Span::new(0, 3));
    check(Span::at(8), &two, Span::at(3));
    // What reaches into the next part ends with its own.
    check(Span::new(0, 8), &one, Span::new(0, 4));
    check(Span::new(100, 200), &two, Span::at(3));
}

#[test]
fn a_plain_source_is_its_own_part() {
    let source = Source::new("one", "abc");
    let (part, span) = source.part(Span::new(1, 2));
    assert!(part.is(&source) && span == Span::new(1, 2));
    assert!(!source.is(&Source::new("one", "abc")));
}

#[test]
fn columns_of_positions_count_characters_and_those_of_locations_bytes() {
    let source = Source::new("one", "a\ngröße = \"日本\" + x");
    let name = source.text().find('x').expect("it is there") as u32;
    assert_eq!(source.position(name).to_string(), "2:16");
    assert_eq!(source.location(Span::new(name, name + 1)), "2:22-2:23");
    assert_eq!(source.position(1_000), source.position(name + 1));
    assert_eq!((source.line(0), source.line(1), source.line(2), source.line(1_000)), (1, 1, 2, 2));
}
