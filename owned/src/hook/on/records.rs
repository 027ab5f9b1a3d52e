//! Where the records of live handles are: in slots, which are used again; and how many handles each object has.
//!
//! A record is in the shard of its object's address, so one lock is enough for both. Its key says where it is and its serial
//! number, so the key of a handle that is gone is never taken for that of another, though the slot is used again.

use core::hash::{BuildHasherDefault, Hasher};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::raw::{LivePointer, PyObject};

use super::names::Name;
use super::sites::SiteIndex;
use super::stacks::Stack;

/// What is known of one live handle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record {
    /// An address here, which nothing is done with; and the life of the interpreter, so that an object that another one
    /// has at the same address is not taken for it.
    pub(super) object: LivePointer,
    pub(super) serial: u64,
    pub(super) site: SiteIndex,
    /// Whether it is a reference that left through `into_raw`.
    pub(super) escaped: bool,
    /// Whether it is what a `PyErr` has of an exception.
    pub(super) of_error: bool,
    /// The Python line that was running, 0 if none was.
    pub(super) line: u32,
    pub(super) file: Name,
    pub(super) thread: u32,
    pub(super) interpreter: u32,
    pub(super) stack: Stack,
}

impl Record {
    /// Where the object is, or was.
    pub(super) fn address(&self) -> *mut PyObject {
        self.object.address()
    }
}

/// The serial number, the shard and the slot of a record, in 63 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key(pub(super) u64);

const SHARD_BITS: u32 = 4;
const SLOT_BITS: u32 = 20;
const PLACE_BITS: u32 = SHARD_BITS + SLOT_BITS;
/// The highest serial number that a key can say: some years of making a handle each microsecond. After it none has a record.
pub(super) const LAST_SERIAL: u64 = (1 << (63 - PLACE_BITS)) - 1;

impl Key {
    fn new(serial: u64, shard: usize, slot: u32) -> Self {
        Key(serial << PLACE_BITS | (shard as u64) << SLOT_BITS | u64::from(slot))
    }

    fn serial(self) -> u64 {
        self.0 >> PLACE_BITS
    }

    fn shard(self) -> usize {
        (self.0 >> SLOT_BITS) as usize & ((1 << SHARD_BITS) - 1)
    }

    fn slot(self) -> u32 {
        self.0 as u32 & ((1 << SLOT_BITS) - 1)
    }
}

/// No slot.
const NONE: u32 = u32::MAX;
/// Slots are made so many at a time, and stay where they are.
const BLOCK: usize = 256;

struct Slot {
    /// `None` of a free one.
    record: Option<Record>,
    /// Of a free one, the next that is free.
    next: u32,
}

/// Addresses are spread by a multiplication; that of an object is a multiple of 16.
#[derive(Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {
        unreachable!("an address is written whole")
    }

    fn write_usize(&mut self, address: usize) {
        self.0 = spread(address);
    }
}

fn spread(address: usize) -> u64 {
    let mixed = (address as u64 >> 4).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ mixed >> 32
}

/// A part of the records.
pub(super) struct Shard {
    blocks: Vec<Box<[Slot; BLOCK]>>,
    /// The first free slot.
    free: u32,
    /// How many handles hold each object. A reference that left through `into_raw` may be gone by now, and does not count.
    held: HashMap<usize, u32, BuildHasherDefault<Spread>>,
}

static SHARDS: [Mutex<Shard>; 1 << SHARD_BITS] = [const { Mutex::new(Shard::new()) }; 1 << SHARD_BITS];

fn lock(shard: usize) -> MutexGuard<'static, Shard> {
    SHARDS[shard].lock().unwrap_or_else(PoisonError::into_inner)
}

/// All of them.
pub(super) fn shards() -> Vec<MutexGuard<'static, Shard>> {
    (0..SHARDS.len()).map(lock).collect()
}

/// The records of one shard after another, each copied when nobody changes it.
pub(super) fn all() -> impl Iterator<Item = Record> {
    (0..SHARDS.len()).flat_map(|at| {
        let shard = lock(at);
        let found: Vec<Record> =
            shard.blocks.iter().flat_map(|block| block.iter()).filter_map(|slot| slot.record).collect();
        found
    })
}

/// The record of a handle that is alive.
pub(super) fn find(key: Key) -> Option<Record> {
    lock(key.shard()).get(key.slot())?.record.filter(|record| record.serial == key.serial())
}

/// Keeps a record; how many handles hold the object with it. `None` if there is no room.
pub(super) fn insert(record: Record) -> Option<(Key, usize)> {
    let object = record.object.number();
    let at = spread(object) as usize % SHARDS.len();
    let mut shard = lock(at);
    let slot = shard.take_slot()?;
    *shard.slot(slot) = Slot { record: Some(record), next: NONE };
    let held = shard.held.entry(object).or_default();
    *held += u32::from(!record.escaped);
    Some((Key::new(record.serial, at, slot), *held as usize))
}

/// Takes a record away; how many handles held the object with it. `None` if it was taken away before, as that of a handle
/// that was copied is.
pub(super) fn remove(key: Key) -> Option<(Record, usize)> {
    let mut shard = lock(key.shard());
    let record = shard.get(key.slot())?.record.filter(|record| record.serial == key.serial())?;
    let free = core::mem::replace(&mut shard.free, key.slot());
    *shard.slot(key.slot()) = Slot { record: None, next: free };
    let Entry::Occupied(mut entry) = shard.held.entry(record.object.number()) else { return Some((record, 0)) };
    let held = *entry.get();
    match held.saturating_sub(u32::from(!record.escaped)) {
        0 => drop(entry.remove()),
        left => *entry.get_mut() = left,
    }
    Some((record, held as usize))
}

impl Shard {
    const fn new() -> Self {
        Shard { blocks: Vec::new(), free: NONE, held: HashMap::with_hasher(BuildHasherDefault::new()) }
    }

    fn get(&self, slot: u32) -> Option<&Slot> {
        self.blocks.get(slot as usize / BLOCK).map(|block| &block[slot as usize % BLOCK])
    }

    fn slot(&mut self, slot: u32) -> &mut Slot {
        &mut self.blocks[slot as usize / BLOCK][slot as usize % BLOCK]
    }

    fn take_slot(&mut self) -> Option<u32> {
        if self.free == NONE {
            let first = (self.blocks.len() * BLOCK) as u32;
            if first + BLOCK as u32 > 1 << SLOT_BITS {
                return None;
            }
            let next = |at: usize| if at + 1 == BLOCK { NONE } else { first + at as u32 + 1 };
            self.blocks.push(Box::new(core::array::from_fn(|at| Slot { record: None, next: next(at) })));
            self.free = first;
        }
        let slot = self.free;
        self.free = self.slot(slot).next;
        Some(slot)
    }
}

/// The memory of one record, with that of its object in the table when this has just grown: what the bound is counted in.
pub(super) const RECORD_BYTES: usize = size_of::<Slot>() + (size_of::<(usize, u32)>() + 1) * 16 / 7;
const _: () = assert!(RECORD_BYTES <= 96);

#[cfg(test)]
mod tests {
    use super::*;

    fn record(serial: u64, address: usize) -> Record {
        let object = core::ptr::NonNull::new(core::ptr::without_provenance_mut(address)).expect("not null");
        let (site, file) = (SiteIndex(7), Name::NONE);
        let object = LivePointer::new(object);
        Record {
            object,
            serial,
            site,
            escaped: false,
            of_error: false,
            line: 0,
            file,
            thread: 1,
            interpreter: 0,
            stack: Stack::NONE,
        }
    }

    #[test]
    fn records_come_and_go_and_slots_are_used_again() {
        // They keep the life.
        let _alone = crate::raw::TESTS.lock();
        // Addresses that no object of a test has.
        let address = |at: usize| 0x1000 + at * 16;
        let mut keys = Vec::new();
        for at in 0..10_000 {
            let (key, balance) = insert(record(1_000_000 + at as u64, address(at / 2))).expect("room");
            assert_eq!(balance, at % 2 + 1);
            keys.push(key);
        }
        for (at, key) in keys.iter().enumerate().rev() {
            let (record, balance) = remove(*key).expect("it is there");
            assert_eq!((record.serial, balance), (1_000_000 + at as u64, at % 2 + 1));
            assert!(remove(*key).is_none(), "taken away before");
        }
        let (again, _) = insert(record(2_000_000, address(0))).expect("room");
        assert!(keys.iter().all(|key| *key != again), "a serial number is never used again");
        assert!(keys.iter().all(|key| remove(*key).is_none()));
        assert!(remove(again).is_some());
    }
}
