//! A parallel map that keeps the order of its input and bounds what is in flight.
//!
//! One thread feeds, N threads work, the caller's thread takes the results in the order of the input.
//! A credit is taken when an item is fed and given back when its result has been taken, so the reorder
//! buffer counts as in flight: one slow item stops the feeder instead of filling the memory.
//!
//! The threads are not scoped: a feeder that hangs in a read of standard input must not keep the caller
//! from ending after Ctrl-C or a failed write.

use crossbeam_channel::{RecvTimeoutError, Sender, bounded, unbounded};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// How often the taker looks up when nothing comes in.
const TICK: Duration = Duration::from_millis(50);

/// Items of more bytes are worked on one after the other, by a thread of their own: each thread keeps the
/// memory that its largest item took, which is many times the item.
const HEAVY: usize = 1 << 20;

/// What may be in flight.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Number of working threads, at least 1.
    pub(super) jobs: usize,
    /// Sum of the sizes of the items; one item alone may be larger.
    pub(super) bytes: usize,
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Every item was taken.
    Done,
    /// The taker had enough.
    Stopped,
    /// Feeding or working panicked; items are missing.
    Lost,
}

/// Hands items to the workers.
#[derive(Debug)]
pub(super) struct Feeder<I> {
    gate: Arc<Gate>,
    items: Sender<(u64, usize, I)>,
    heavy_items: Sender<(u64, usize, I)>,
    next: u64,
}

impl<I> Feeder<I> {
    /// Waits for credit and hands over an item of `size` bytes; `Break` when nobody wants more.
    pub(super) fn send(&mut self, item: I, size: usize) -> ControlFlow<()> {
        let items = if size > HEAVY { &self.heavy_items } else { &self.items };
        if !self.gate.enter(size) || items.send((self.next, size, item)).is_err() {
            return ControlFlow::Break(());
        }
        self.next += 1;
        ControlFlow::Continue(())
    }
}

/// Runs `feed` and `work` on threads of their own and calls `take` with the results in order, and with
/// `None` about twenty times a second while there are none.
pub(super) fn run<I, O>(
    limits: Limits,
    feed: impl FnOnce(&mut Feeder<I>) + Send + 'static,
    work: impl Fn(I) -> O + Send + Sync + 'static,
    mut take: impl FnMut(Option<O>) -> ControlFlow<()>,
) -> End
where
    I: Send + 'static,
    O: Send + 'static,
{
    let gate = Arc::new(Gate::new(limits));
    let (items, to_do) = bounded(limits.jobs * 4);
    let (heavy_items, heavy) = bounded(limits.jobs * 4);
    let (done, results) = unbounded();
    let work = Arc::new(work);
    let light_ones = std::iter::repeat_n(&to_do, limits.jobs);
    for to_do in light_ones.chain([&heavy]) {
        let (to_do, done, work) = (to_do.clone(), done.clone(), Arc::clone(&work));
        thread::spawn(move || {
            for (number, size, item) in to_do {
                let result = catch_unwind(AssertUnwindSafe(|| work(item))).ok();
                if done.send((number, size, result)).is_err() {
                    break;
                }
            }
        });
    }
    drop((to_do, heavy, done));
    let mut feeder = Feeder { gate: Arc::clone(&gate), items, heavy_items, next: 0 };
    let feeding = thread::spawn(move || feed(&mut feeder));

    let mut waiting = BTreeMap::new();
    let mut next = 0;
    loop {
        let mut lost = false;
        let flow = match results.recv_timeout(TICK) {
            Ok((number, size, result)) => {
                waiting.insert(number, (size, result));
                let mut flow = ControlFlow::Continue(());
                while flow.is_continue()
                    && let Some((size, result)) = waiting.remove(&next)
                {
                    next += 1;
                    lost = result.is_none();
                    flow = result.map_or(ControlFlow::Break(()), |result| take(Some(result)));
                    gate.leave(size);
                }
                flow
            }
            Err(RecvTimeoutError::Timeout) => take(None),
            Err(RecvTimeoutError::Disconnected) => break,
        };
        if flow.is_break() {
            gate.close();
            return if lost { End::Lost } else { End::Stopped };
        }
    }
    if feeding.join().is_ok() { End::Done } else { End::Lost }
}

/// The credits.
#[derive(Debug)]
struct Gate {
    most: Limits,
    inside: Mutex<Inside>,
    left: Condvar,
}

#[derive(Debug, Default)]
struct Inside {
    items: usize,
    bytes: usize,
    closed: bool,
}

impl Gate {
    fn new(most: Limits) -> Self {
        Self { most, inside: Mutex::default(), left: Condvar::new() }
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for room; false when the gate is closed.
    fn enter(&self, bytes: usize) -> bool {
        let full = |inside: &mut Inside| {
            !inside.closed
                && inside.items > 0
                && (inside.items >= self.most.jobs * 4 || inside.bytes + bytes > self.most.bytes)
        };
        let mut inside =
            self.left.wait_while(self.inside(), full).unwrap_or_else(PoisonError::into_inner);
        inside.items += 1;
        inside.bytes += bytes;
        !inside.closed
    }

    fn leave(&self, bytes: usize) {
        let mut inside = self.inside();
        inside.items -= 1;
        inside.bytes -= bytes;
        self.left.notify_all();
    }

    fn close(&self) {
        self.inside().closed = true;
        self.left.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn limits(jobs: usize) -> Limits {
        Limits { jobs, bytes: 1000 }
    }

    fn feed(feeder: &mut Feeder<usize>) {
        for number in 0..500 {
            if feeder.send(number, 10).is_break() {
                break;
            }
        }
    }

    #[test]
    fn order_is_kept() {
        for jobs in [1, 2, 8] {
            let mut taken = Vec::new();
            let slow = |number: usize| {
                thread::sleep(Duration::from_micros((number * 7919 % 300) as u64));
                number
            };
            let end = run(limits(jobs), feed, slow, |result| {
                taken.extend(result);
                ControlFlow::Continue(())
            });
            assert_eq!(end, End::Done);
            assert_eq!(taken, (0..500).collect::<Vec<_>>());
        }
    }

    #[test]
    fn heavy_items_come_out_in_order_and_one_at_a_time() {
        static AT_WORK: AtomicUsize = AtomicUsize::new(0);
        let feed = |feeder: &mut Feeder<usize>| {
            for number in 0..40_usize {
                let size = if number.is_multiple_of(3) { HEAVY + 1 } else { 1 };
                assert!(feeder.send(number, size).is_continue());
            }
        };
        let work = |number: usize| {
            if number.is_multiple_of(3) {
                assert_eq!(AT_WORK.fetch_add(1, Ordering::SeqCst), 0);
                thread::sleep(Duration::from_millis(2));
                AT_WORK.fetch_sub(1, Ordering::SeqCst);
            }
            number
        };
        let mut taken = Vec::new();
        let end = run(Limits { jobs: 4, bytes: 100 * HEAVY }, feed, work, |result| {
            taken.extend(result);
            ControlFlow::Continue(())
        });
        assert_eq!((end, taken), (End::Done, (0..40).collect()));
    }

    #[test]
    fn one_slow_item_stops_the_feeder() {
        static FED: AtomicUsize = AtomicUsize::new(0);
        let feed = |feeder: &mut Feeder<usize>| {
            for number in 0..100 {
                if feeder.send(number, 10).is_break() {
                    break;
                }
                FED.fetch_add(1, Ordering::SeqCst);
            }
        };
        let work = |number: usize| {
            if number == 0 {
                thread::sleep(Duration::from_millis(150));
                assert!(FED.load(Ordering::SeqCst) <= 8, "more than 4 x 2 items in flight");
            }
            number
        };
        let end = run(limits(2), feed, work, |_| ControlFlow::Continue(()));
        assert_eq!((end, FED.load(Ordering::SeqCst)), (End::Done, 100));
    }

    #[test]
    fn a_taker_may_stop() {
        let mut taken = 0;
        let end = run(
            limits(2),
            feed,
            |number| number,
            |result| {
                taken += usize::from(result.is_some());
                if taken == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            },
        );
        assert_eq!((end, taken), (End::Stopped, 3));
    }

    #[test]
    fn a_feeder_that_hangs_holds_nobody() {
        let hang = |feeder: &mut Feeder<usize>| {
            let _ = feeder.send(1, 1);
            thread::sleep(Duration::from_secs(3600));
        };
        let mut seen = false;
        let end = run(
            limits(1),
            hang,
            |number| number,
            |result| match result {
                Some(_) => {
                    seen = true;
                    ControlFlow::Continue(())
                }
                None if seen => ControlFlow::Break(()),
                None => ControlFlow::Continue(()),
            },
        );
        assert_eq!(end, End::Stopped);
    }

    #[test]
    fn a_panic_is_noticed() {
        let work = |number: usize| {
            assert_ne!(number, 250);
            number
        };
        assert_eq!(run(limits(2), feed, work, |_| ControlFlow::Continue(())), End::Lost);
    }
}
