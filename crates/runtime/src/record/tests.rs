//! Records keep their order and are copied when they are changed.

use crate::{Record, Value};

fn shown(record: &Record) -> String {
    record.iter().map(|(label, value)| format!("{label}={value} ")).collect()
}

#[test]
fn fields_stay_where_they_were_put() {
    let mut record = Record::from([("b", 1_i64.into()), ("a", 2_i64.into())]);
    record.insert("C", 3_i64);
    record.insert("b", "new");
    assert_eq!(shown(&record), "b=new a=2 C=3 ");
    let sorted: Vec<_> = record.sorted().into_iter().map(|(label, _)| label.as_str()).collect();
    assert_eq!(sorted, ["C", "a", "b"]);
    assert_eq!((record.len(), record.is_empty(), Record::default().is_empty()), (3, false, true));
    assert!(record.get("a").is_some() && record.get("A").is_none());
}

/// Of two fields with one label, the last value counts, at the first place.
#[test]
fn labels_occur_once() {
    assert_eq!(shown(&Record::from([("a", 1_i64.into()), ("b", 2_i64.into()), ("a", 3_i64.into())])), "a=3 b=2 ");
}

/// Many labels are found by their hashes, few one after the other.
#[test]
fn any_number_of_labels_is_found() {
    let label = |place: i64| format!("label {place}");
    for count in [0, 1, 7, 8, 9, 10, 100] {
        let twice = (0..count).chain(0..count).map(|place| (label(place).into(), place.into()));
        let made: Record = twice.collect();
        let mut grown = Record::default();
        for place in (0..count).chain(0..count) {
            grown.insert(label(place), place);
        }
        for record in [&made, &grown] {
            let labels: Vec<String> = record.iter().map(|(label, _)| label.to_string()).collect();
            assert_eq!(labels, (0..count).map(label).collect::<Vec<_>>());
            let found = |place| match record.get(&label(place)) {
                Some(Value::Int(value)) => Some(*value),
                _ => None,
            };
            assert!((0..count).all(|place| found(place) == Some(place)) && found(count).is_none());
        }
    }
}

#[test]
fn a_shared_record_is_copied_before_it_changes() {
    let first = Record::from([("a", 1_i64.into())]);
    let mut second = first.clone();
    assert_eq!(first.address(), second.address());
    second.insert("a", 2_i64);
    second.insert("b", 3_i64);
    assert_eq!((shown(&first).as_str(), shown(&second).as_str()), ("a=1 ", "a=2 b=3 "));
    assert_ne!(first.address(), second.address());
    let before = second.address();
    second.insert("c", 4_i64);
    assert_eq!(second.address(), before, "nobody else holds it");
}
