//! A thread of the C library's own calls back into Python, while the main thread runs Python, is detached, or is in the
//! event loop.

#![allow(unsafe_code, reason = "binds the worker of the C library")]
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]
#![allow(missing_docs, reason = "a test has no readers from outside")]

use std::ffi::{c_int, c_void};
use std::ptr::{self, NonNull};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

use inkface as _;
use owned::foreign::{self, AnyThread, Foreign, Handle, Registry, Token};
use owned::prelude::*;

#[repr(C)]
pub struct InkWorker {
    opaque: [u8; 0],
}

type InkWork = unsafe extern "C" fn(user: *mut c_void, frame: u64) -> c_int;
type InkDestroy = unsafe extern "C" fn(user: *mut c_void);

unsafe extern "C" {
    fn ink_worker_start(
        rounds: u64,
        work: InkWork,
        user: *mut c_void,
        destroy: Option<InkDestroy>,
        out: *mut *mut InkWorker,
    ) -> c_int;
    fn ink_worker_stop(painter: *mut InkWorker);
    fn ink_worker_finish(painter: *mut InkWorker) -> u64;
}

// SAFETY: any thread may finish a painter, once.
unsafe impl Foreign for InkWorker {
    type Raw = Self;
    type Threads = AnyThread;

    unsafe fn destroy(raw: NonNull<Self>) {
        let painter = Painting(raw);
        // The thread may be waiting to attach: whoever waits for it must not be attached.
        foreign::detached(move || {
            let Painting(raw) = { painter };
            // SAFETY: alive until the next line.
            unsafe { ink_worker_stop(raw.as_ptr()) };
            // SAFETY: the handle's one painter.
            unsafe { ink_worker_finish(raw.as_ptr()) };
        });
    }
}

/// A painter on its way to be finished.
struct Painting(NonNull<InkWorker>);

// SAFETY: any thread may.
unsafe impl Send for Painting {}

/// Destroy notices that have come.
static RELEASED: AtomicUsize = AtomicUsize::new(0);

/// What C has.
#[derive(NoRefs)]
struct Brush {
    paint: Token<Callback>,
}

impl Drop for Brush {
    fn drop(&mut self) {
        RELEASED.fetch_add(1, SeqCst);
    }
}

foreign::trampoline! {
    unsafe extern "C" fn paint(user: *mut c_void, frame: u64) -> c_int {
        state: Brush = user,
        on_error: -1,
        call: |brush, py| match brush.paint.call(py, (frame,))? {
            Some(answer) => Ok(c_int::from(answer.is_true()?)),
            None => Ok(1), // the owner is gone
        },
    }
}

/// A painter with what it calls.
#[class(weakref)]
pub struct Painter {
    callbacks: Registry<Callback>,
    painter: GcCell<Option<Handle<InkWorker>>>,
}

#[methods]
impl Painter {
    #[new]
    fn new() -> Self {
        Painter { callbacks: Registry::default(), painter: GcCell::default() }
    }

    /// Start painting so many frames; `callback(frame)` returns whether to stop.
    fn start(&self, py: Python<'_>, frames: u64, callback: Callback) -> Result<()> {
        let brush = Brush { paint: self.callbacks.add(py, callback)? };
        let mut out = ptr::null_mut();
        let start = |user| {
            // SAFETY: `user` fits `paint` and the destroy notice; `out` is written on success.
            match unsafe { ink_worker_start(frames, paint, user, Some(foreign::release::<Brush>), &raw mut out) } {
                0 => Ok(()),
                status => Err(RuntimeError::new(format!("status {status}"))),
            }
        };
        // SAFETY: C owns `user` if the status is 0, and has forgotten it otherwise.
        unsafe { foreign::give(brush, start) }?;
        // SAFETY: the caller's to finish.
        let handle = unsafe { Handle::new(out, || RuntimeError::new("no painter")) }?;
        let old = self.painter.replace(py, Some(handle))?;
        drop(old);
        Ok(())
    }

    /// Wait for the painter: how many frames it has painted.
    fn finish(&self, py: Python<'_>) -> Result<u64> {
        let handle = self.painter.take(py)?.ok_or_else(|| RuntimeError::new("not started"))?;
        let raw = Painting(NonNull::new(handle.into_raw()).expect("a handle is not NULL"));
        Ok(py.detach(move || {
            let Painting(raw) = { raw };
            // SAFETY: given up by the handle.
            unsafe { ink_worker_finish(raw.as_ptr()) }
        }))
    }

    fn registered(&self, py: Python<'_>) -> Result<usize> {
        self.callbacks.len(py)
    }
}

#[owned::module]
mod painting {
    #[export]
    pub use super::Painter;
}

fn python(source: &str, rounds: i64) {
    static ONE_AT_A_TIME: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    Python::initialize();
    let run = |py: Python<'_>| -> Result<()> {
        let globals = Dict::empty(py)?;
        globals.set("m", owned::load!(py, painting)?)?;
        globals.set("inkface", owned::load!(py, inkface::inkface)?)?;
        globals.set("rounds", rounds)?;
        py.run(
            "import gc, sys, threading, time, weakref\n\
             main = threading.get_ident()\n\
             gil = getattr(sys, '_is_gil_enabled', lambda: True)()\n\
             def is_gone(weak):\n    \
                 for _ in range(0 if gil else 5000): # another thread may be at it\n        \
                     if weak() is None: break\n        \
                     gc.collect()\n        \
                     time.sleep(0.001)\n    \
                 return weak() is None\n\
             class Unraisable:\n    \
                 def __enter__(self):\n        \
                     self.seen = []\n        \
                     sys.unraisablehook = lambda u: self.seen.append((u.exc_type, str(u.exc_value), u.object, threading.get_ident()))\n        \
                     return self.seen\n    \
                 def __exit__(self, *_): sys.unraisablehook = sys.__unraisablehook__\n",
            Some(&globals),
        )?;
        py.run(source, Some(&globals))?;
        globals.call_method("clear", ())?;
        py.import("gc")?.call_method("collect", ()).map(drop)
    };
    let before = RELEASED.load(SeqCst);
    if let Err(error) = Python::attach(run) {
        Python::attach(|py| error.print(py));
        panic!("{error}");
    }
    assert!(RELEASED.load(SeqCst) > before);
}

#[test]
fn frames_come_while_the_main_thread_runs_and_while_it_waits() {
    python(
        "p, frames = m.Painter(), []\n\
         p.start(50, lambda frame: frames.append((frame, threading.get_ident())))\n\
         while len(frames) < 10: pass\n\
         assert p.finish() == 50 and p.registered() == 0\n\
         assert [f for f, _ in frames] == list(range(50))\n\
         assert {t for _, t in frames} != {main} and len({t for _, t in frames}) == 1\n",
        1,
    );
}

#[test]
fn frames_come_while_the_main_thread_is_in_the_event_loop() {
    python(
        "p, frames, ticks = m.Painter(), [], []\n\
         canvas = inkface.create_X_canvas(10, 10)\n\
         def tick(canvas):\n    \
             ticks.append(len(frames)); time.sleep(0.001)\n    \
             if len(frames) == 30: inkface.exit()\n\
         canvas.onTimer, canvas.timeout = tick, 5\n\
         p.start(30, lambda frame: (time.sleep(0.002), frames.append(frame)) and None)\n\
         canvas.eventloop()\n\
         assert len(ticks) > 1 and frames == list(range(30)), (ticks, frames)\n\
         assert p.finish() == 30\n",
        1,
    );
}

#[test]
fn what_a_frame_raises_is_unraisable_under_its_name() {
    python(
        "p = m.Painter()\n\
         def paint(frame):\n    \
             if frame == 3: raise KeyError('three')\n\
         with Unraisable() as seen:\n    \
             p.start(9, paint)\n    \
             assert p.finish() == 3\n\
         [(kind, text, what, thread)] = seen\n\
         assert (kind, text, what) == (KeyError, \"'three'\", 'paint') and thread != main, seen\n\
         assert p.registered() == 0\n",
        1,
    );
}

/// The painter's thread waits to attach while its owner goes, on the main thread, attached.
#[test]
fn the_owner_goes_while_its_thread_paints() {
    python(
        "for _ in range(20):\n    \
             p, frames = m.Painter(), []\n    \
             p.start(1 << 60, frames.append)\n    \
             while not frames: time.sleep(0.0001)\n    \
             gone = weakref.ref(p)\n    \
             del p\n    \
             assert is_gone(gone)\n\
         class Paint:\n    \
             # No function: free-threaded 3.13 keeps those for ever.\n    \
             def __init__(self, p): self.p, self.frames = p, []\n    \
             def __call__(self, frame): self.frames.append(frame)\n\
         for _ in range(20):\n    \
             p = m.Painter()\n    \
             p.start(1 << 60, Paint(p))\n    \
             gone = weakref.ref(p)\n    \
             del p\n    \
             gc.collect()\n    \
             assert is_gone(gone)\n",
        1,
    );
}

/// A callback on the painter's thread lets go of the painter that calls it.
#[test]
fn a_frame_replaces_what_is_called() {
    python(
        "p, seen = m.Painter(), []\n\
         def paint(frame): seen.append(frame); return frame == 5\n\
         p.start(100, paint)\n\
         del paint\n\
         assert p.finish() == 5 and seen == list(range(6)) and p.registered() == 0\n",
        1,
    );
}

const ROUND: &str = "def round():\n    \
         p, frames = m.Painter(), []\n    \
         def paint(frame, p=p):\n        \
             frames.append(frame)\n        \
             if frame == 2: raise ValueError(frame)\n    \
         p.start(4, paint)\n    \
         if len(frames) % 2: p.finish()\n    \
         del p, paint\n    \
         gc.collect()\n\
     total = getattr(sys, 'gettotalrefcount', sys.getallocatedblocks)\n\
     sys.unraisablehook = lambda u: None\n\
     for _ in range(50): round()\n\
     before = total()\n\
     for _ in range(rounds): round()\n\
     left = total() - before\n\
     sys.unraisablehook = sys.__unraisablehook__\n\
     exact = hasattr(sys, 'gettotalrefcount')\n\
     assert left <= (20 if exact else rounds // 2), left\n\
     print(f'{rounds} rounds left {left}')\n";

/// References are counted exactly under a debug interpreter.
#[test]
fn a_thousand_painters_leave_nothing() {
    owned::report::set_level(owned::report::Level::Sites);
    let before = owned::report::snapshot();
    python(ROUND, 1000);
    let more = owned::report::snapshot().since(&before);
    let mut more = more.sites().to_vec();
    // Free-threaded 3.13 keeps the classes of each copy of a module for ever.
    let asked = "(lambda sys: sys.version_info < (3, 14) and not getattr(sys, '_is_gil_enabled', lambda: True)())";
    let keeps_classes =
        Python::attach(|py| py.eval(&format!("{asked}(__import__('sys'))"), None)?.is_true()).expect("sys answers");
    let kept = if keeps_classes { "Py<Type>" } else { "" };
    more.retain(|site| site.live > 10 && site.handle != kept);
    assert!(more.is_empty(), "{more:?}");
}
