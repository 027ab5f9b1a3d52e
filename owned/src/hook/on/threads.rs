//! What each thread counts: how many handles of each site it has made, and how many it has let go of.
//!
//! A counter is written by its own thread alone, so counting takes no atomic exchange and two threads do not get in each
//! other's way. A thread that ends adds its counts to those of all that have ended.

use core::cell::{Cell, OnceCell, RefCell};
use core::panic::Location;
use core::ptr;
use core::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use super::sites::{self, Site, SiteIndex};

const CHUNK: usize = 256;
const CHUNKS: usize = sites::MOST / CHUNK;

#[derive(Debug, Default)]
struct Count {
    made: AtomicU64,
    gone: AtomicU64,
}

/// One count for each site, in pieces that stay where they are.
pub(super) struct Counts([OnceLock<Box<[Count; CHUNK]>>; CHUNKS]);

/// Those of the threads that have ended, and of what a thread lets go of while it ends.
static ENDED: Counts = Counts::new();
/// Those of the threads that run. Locked while one ends, so that its counts are neither missed nor seen twice.
static RUNNING: Mutex<Running> = Mutex::new(Vec::new());

pub(super) type Running = Vec<Arc<Counts>>;

pub(super) fn running() -> MutexGuard<'static, Running> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Counts {
    const fn new() -> Self {
        Counts([const { OnceLock::new() }; CHUNKS])
    }

    fn of(&self, SiteIndex(site): SiteIndex) -> &Count {
        let chunk = self.0[site as usize / CHUNK].get_or_init(|| Box::new(core::array::from_fn(|_| Count::default())));
        &chunk[site as usize % CHUNK]
    }

    fn made(&self, site: SiteIndex) -> u64 {
        self.chunk(site).map_or(0, |count| count.made.load(Ordering::Relaxed))
    }

    /// What is seen to be gone was made before, on whichever thread: hence acquire here, and release where it is counted.
    fn gone(&self, site: SiteIndex) -> u64 {
        self.chunk(site).map_or(0, |count| count.gone.load(Ordering::Acquire))
    }

    fn chunk(&self, SiteIndex(site): SiteIndex) -> Option<&Count> {
        Some(&self.0[site as usize / CHUNK].get()?[site as usize % CHUNK])
    }
}

/// A thread that has made or let go of a handle.
struct Thread {
    counts: Arc<Counts>,
    /// In the order in which threads came to the ledger, from 1.
    number: u32,
    known: RefCell<Known>,
    /// What it makes is not counted: it answers questions about the ledger.
    quiet: Cell<bool>,
}

/// The sites that a thread has been at: open addressing, a power of two of places, half of them free at least.
#[derive(Default)]
struct Known {
    places: Vec<Option<(Place, SiteIndex)>>,
    taken: usize,
}

/// A site, by the addresses of its parts. One can have several such names.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Place {
    place: *const Location<'static>,
    handle: *const u8,
    escape: bool,
}

thread_local! {
    static HERE: OnceCell<Thread> = const { OnceCell::new() };
}

static NUMBERS: AtomicU32 = AtomicU32::new(1);

impl Thread {
    fn new() -> Self {
        let counts = Arc::new(Counts::new());
        running().push(Arc::clone(&counts));
        Thread {
            counts,
            number: NUMBERS.fetch_add(1, Ordering::Relaxed),
            known: RefCell::default(),
            quiet: Cell::new(false),
        }
    }

    #[inline]
    fn site(&self, place: &'static Location<'static>, handle: &'static str, escape: bool) -> SiteIndex {
        let key = Place { place: ptr::from_ref(place), handle: handle.as_ptr(), escape };
        let mut known = self.known.borrow_mut();
        match known.find(key) {
            Ok(site) => site,
            Err(_) => known.add(key, sites::number(Site { place, handle, escape })),
        }
    }
}

impl Drop for Thread {
    fn drop(&mut self) {
        let mut running = running();
        running.retain(|counts| !Arc::ptr_eq(counts, &self.counts));
        for (chunk, all) in self.counts.0.iter().zip(0..) {
            for (count, at) in chunk.get().into_iter().flat_map(|chunk| chunk.iter()).zip(0..) {
                let (made, gone) = (count.made.load(Ordering::Relaxed), count.gone.load(Ordering::Relaxed));
                if made != 0 || gone != 0 {
                    let ended = ENDED.of(SiteIndex(all * CHUNK as u32 + at));
                    ended.made.fetch_add(made, Ordering::Relaxed);
                    ended.gone.fetch_add(gone, Ordering::Release);
                }
            }
        }
    }
}

impl Known {
    /// The site, or where it would be.
    #[inline]
    fn find(&self, key: Place) -> Result<SiteIndex, usize> {
        let mask = self.places.len().wrapping_sub(1);
        let mut at = key.place.addr().rotate_right(3).wrapping_add(key.handle.addr()) & mask;
        loop {
            match self.places.get(at) {
                Some(Some((found, site))) if *found == key => return Ok(*site),
                Some(Some(_)) => at = (at + 1) & mask,
                _ => return Err(at),
            }
        }
    }

    #[cold]
    fn add(&mut self, key: Place, site: SiteIndex) -> SiteIndex {
        if (self.taken + 1) * 2 > self.places.len() {
            let former = core::mem::take(&mut self.places);
            self.places = vec![None; (former.len() * 2).max(64)];
            self.taken = 0;
            for (key, site) in former.into_iter().flatten() {
                self.add(key, site);
            }
        }
        let at = self.find(key).expect_err("it is not there yet");
        self.places[at] = Some((key, site));
        self.taken += 1;
        site
    }
}

/// This thread has made a handle there. `None` if it does so [quietly].
#[inline]
pub(super) fn made(place: &'static Location<'static>, handle: &'static str, escape: bool) -> Option<SiteIndex> {
    let counted = HERE.try_with(|here| {
        let here = here.get_or_init(Thread::new);
        if here.quiet.get() {
            return None;
        }
        let site = here.site(place, handle, escape);
        let made = &here.counts.of(site).made;
        made.store(made.load(Ordering::Relaxed) + 1, Ordering::Relaxed);
        Some(site)
    });
    counted.unwrap_or_else(|_| {
        let site = sites::number(Site { place, handle, escape });
        ENDED.of(site).made.fetch_add(1, Ordering::Relaxed);
        Some(site)
    })
}

/// Runs `f`, and counts nothing that this thread makes meanwhile: what answers a question about handles is made of handles.
pub(crate) fn quietly<R>(f: impl FnOnce() -> R) -> R {
    struct Before(bool);
    impl Drop for Before {
        fn drop(&mut self) {
            set_quiet(self.0);
        }
    }
    let _before = Before(set_quiet(true));
    f()
}

fn set_quiet(quiet: bool) -> bool {
    HERE.try_with(|here| here.get_or_init(Thread::new).quiet.replace(quiet)).unwrap_or(quiet)
}

/// This thread has let go of a handle that was made there.
#[inline]
pub(super) fn gone(site: SiteIndex) {
    let counted = HERE.try_with(|here| {
        let gone = &here.get_or_init(Thread::new).counts.of(site).gone;
        gone.store(gone.load(Ordering::Relaxed) + 1, Ordering::Release);
    });
    if counted.is_err() {
        ENDED.of(site).gone.fetch_add(1, Ordering::Release);
    }
}

/// The number of this thread; 0 while it ends.
pub(super) fn number() -> u32 {
    HERE.try_with(|here| here.get_or_init(Thread::new).number).unwrap_or(0)
}

/// How many handles of each of so many sites have been made, and how many of them are alive.
pub(super) fn sums(sites: usize) -> Vec<(u64, u64)> {
    let running = running();
    let all = || running.iter().map(|counts| &**counts).chain([&ENDED]);
    let sites = || (0..sites as u32).map(SiteIndex);
    // `gone` first, of all threads: a handle that comes and goes in between then counts as alive, never as less than nothing.
    let gone: Vec<u64> = sites().map(|site| all().map(|counts| counts.gone(site)).sum()).collect();
    let made = sites().map(|site| all().map(|counts| counts.made(site)).sum::<u64>());
    made.zip(gone).map(|(made, gone)| (made, made.saturating_sub(gone))).collect()
}
