//! A gate: its order, and its places when somebody gives up.

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::Wake;

use super::*;

/// Counts how often it is woken.
#[derive(Default)]
struct Alarm(AtomicU32);

impl Wake for Alarm {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

fn poll<'a>(enter: Pin<&mut Enter<'a>>, alarm: &Arc<Alarm>) -> Option<Place<'a>> {
    match enter.poll(&mut Context::from_waker(&Waker::from(Arc::clone(alarm)))) {
        Poll::Ready(place) => Some(place),
        Poll::Pending => None,
    }
}

/// CON-03, CON-04: who comes first is let in first.
#[test]
fn places_are_given_in_order() {
    let (gate, alarm) = (Gate::new(2), Arc::new(Alarm::default()));
    let (mut third, mut fourth, mut late) = (pin!(gate.enter()), pin!(gate.enter()), pin!(gate.enter()));
    let first = poll(pin!(gate.enter()), &alarm).unwrap();
    let second = poll(pin!(gate.enter()), &alarm).unwrap();
    assert!(poll(third.as_mut(), &alarm).is_none() && poll(fourth.as_mut(), &alarm).is_none());
    drop(first);
    assert_eq!(alarm.0.load(Ordering::Relaxed), 1);
    assert!(poll(late.as_mut(), &alarm).is_none(), "the place is that of the third");
    assert!(poll(fourth.as_mut(), &alarm).is_none());
    let place = poll(third, &alarm).unwrap();
    drop((second, place));
    assert!(poll(late, &alarm).is_some() && poll(fourth, &alarm).is_some());
    assert_eq!(gate.state().free, 2);
}

#[test]
fn a_full_gate_gives_no_place() {
    let gate = Gate::new(1);
    let place = gate.try_enter();
    assert!(place.is_some() && gate.try_enter().is_none() && gate.try_enter().is_none());
    drop(place);
    assert!(gate.try_enter().is_some());
}

/// CON-06: whoever gives up, whenever, leaves the number of places as it was.
#[test]
fn giving_up_loses_no_place() {
    let alarm = Arc::new(Alarm::default());
    for step in 0..4 {
        let gate = Gate::new(0);
        let place = poll(pin!(gate.enter()), &alarm).unwrap();
        let (mut first, mut second) = (Box::pin(gate.enter()), Box::pin(gate.enter()));
        if step > 0 {
            assert!(poll(first.as_mut(), &alarm).is_none());
        }
        assert!(poll(second.as_mut(), &alarm).is_none());
        if step == 2 {
            drop(place);
            // It was let in and does not know it.
            drop(first);
        } else {
            drop(first);
            drop(place);
        }
        drop(poll(second.as_mut(), &alarm).unwrap());
        let state = gate.state();
        assert_eq!((state.free, state.waiting.len(), state.let_in.len()), (1, 0, 0), "{step}");
    }
}

/// CON-06: the same among threads.
#[test]
fn threads_share_a_gate() {
    let (gate, inside) = (Gate::new(3), AtomicU32::new(0));
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let (gate, inside) = (&gate, &inside);
            scope.spawn(move || {
                let alarm = Arc::new(Alarm::default());
                for round in 0..500 {
                    let mut enter = Box::pin(gate.enter());
                    let mut place = poll(enter.as_mut(), &alarm);
                    while place.is_none() && (round + thread) % 3 != 0 {
                        std::thread::yield_now();
                        place = poll(enter.as_mut(), &alarm);
                    }
                    if place.is_some() {
                        assert!(inside.fetch_add(1, Ordering::SeqCst) < 3);
                        inside.fetch_sub(1, Ordering::SeqCst);
                    }
                }
            });
        }
    });
    let state = gate.state();
    assert_eq!((state.free, state.waiting.len(), state.let_in.len()), (3, 0, 0));
}
