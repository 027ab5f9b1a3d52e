//! What making and dropping a handle costs at the level of the ledger that is named: nanoseconds, alone and while another
//! thread does the same, and bytes of a live handle. `cargo xtask bench ledger` runs it for each.
#![expect(unsafe_code, reason = "counts what is allocated")]
#![allow(unreachable_pub, reason = "an export is `pub`, and a benchmark has no outside")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering, Ordering::Relaxed};
use std::thread;
use std::time::Instant;

use owned::prelude::*;
use owned::report::{ENABLED, Level, set_level};

const ROUNDS: usize = 21;

/// Makes and drops handles of an object.
#[owned::module]
mod bench {
    use owned::prelude::*;

    /// Nanoseconds for each of `times` handles, made and dropped one after another below a line of Python.
    #[function]
    fn pairs(object: Owned<'_, Any>, times: usize) -> f64 {
        super::pairs(&object, times)
    }

    /// Bytes that the ledger takes for each of so many live handles.
    #[function]
    fn bytes(object: Owned<'_, Any>, many: usize) -> f64 {
        let mut handles: Vec<Owned<'_, Any>> = Vec::with_capacity(many);
        let before = super::ALLOCATED.load(super::Relaxed);
        for _ in 0..many {
            handles.push(object.clone());
        }
        (super::ALLOCATED.load(super::Relaxed) - before) as f64 / many as f64
    }
}

/// How many bytes Rust's code has allocated and not given back.
static ALLOCATED: AtomicUsize = AtomicUsize::new(0);

/// The system's allocator, counting.
struct Counting;

// SAFETY: hands everything on as it is.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATED.fetch_add(layout.size(), Relaxed);
        // SAFETY: the caller's.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        ALLOCATED.fetch_sub(layout.size(), Relaxed);
        // SAFETY: the caller's.
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

#[inline(never)]
fn pairs(object: &Owned<'_, Any>, times: usize) -> f64 {
    let start = Instant::now();
    for _ in 0..times {
        drop(black_box(black_box(object).clone()));
    }
    start.elapsed().as_nanos() as f64 / times as f64
}

/// The least of some rounds: what is more is the machine's.
fn least(mut measure: impl FnMut() -> Result<f64>) -> Result<f64> {
    let mut least = f64::INFINITY;
    for _ in 0..ROUNDS {
        least = least.min(measure()?);
    }
    Ok(least)
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let module = owned::load!(py, bench)?;
        let object = List::empty(py)?.into_any();
        let in_python = owned::types::Module::from_source(
            py,
            "caller",
            "def call(function, object, times):\n    return function(object, times)\n",
        )?;
        let call = in_python.getattr("call")?;
        let level = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(Level::Off);
        let times = if level == Level::Stacks { 20_000 } else { 200_000 };
        set_level(level);
        let measure = || least(|| call.call((module.getattr("pairs")?, &object, times))?.extract());
        let (alone, beside) = (measure()?, beside_another(py, measure)?);
        // The emptiest that a table is: it has just grown.
        let bytes: f64 = call.call((module.getattr("bytes")?, &object, 950_000))?.extract()?;
        let name = if ENABLED { level.to_string() } else { "no ledger".to_owned() };
        println!("{name}\t{alone:.2}\t{beside:.2}\t{bytes:.1}");
        Ok(())
    })
}

/// Measures while another thread makes and drops handles of its own, whenever it gets the GIL.
fn beside_another(py: Python<'_>, measure: impl FnOnce() -> Result<f64>) -> Result<f64> {
    static STOP: AtomicBool = AtomicBool::new(false);
    STOP.store(false, Ordering::SeqCst);
    let other = thread::spawn(|| {
        while !STOP.load(Ordering::SeqCst) {
            Python::attach(|py| {
                let object = py.none();
                pairs(&object, 1_000);
            });
        }
    });
    py.detach(|| thread::sleep(std::time::Duration::from_millis(5)));
    let measured = measure();
    STOP.store(true, Ordering::SeqCst);
    py.detach(|| other.join()).expect("the other thread ends well");
    measured
}
