//! What is known of watched classes and their instances: numbers and addresses.

use std::collections::{BTreeMap, HashMap};

use crate::hook::{Lives, Place};
use crate::raw;
use crate::raw::structs::allocfunc;

use super::super::names::Name;

/// How many lines are kept of one class's deaths. Deaths at further ones are counted together.
const MOST_LINES: usize = 4096;

type Line = (Name, u32);

#[derive(Default)]
struct Counts {
    /// `None` when the class is gone.
    class: Option<usize>,
    born: u64,
    died: u64,
    deaths: HashMap<Line, u64>,
}

/// The allocator that a class had before ours.
pub(super) struct Allocator {
    pub(super) former: allocfunc,
    /// Whether ours is in its place, or below what somebody has put there since.
    pub(super) placed: bool,
}

#[derive(Default)]
pub(in super::super) struct Watched {
    /// The life of the interpreter that the addresses are of.
    life: usize,
    last: u64,
    counts: BTreeMap<u64, Counts>,
    /// By the address of a class, the numbers that it is watched under.
    classes: HashMap<usize, Vec<u64>>,
    /// By where the memory of an instance begins, the numbers that it counts for.
    instances: HashMap<usize, Vec<u64>>,
    /// By where the memory of a class begins, its address.
    blocks: HashMap<usize, usize>,
    /// By the address of a class.
    pub(super) allocators: HashMap<usize, Allocator>,
}

impl Watched {
    pub(super) fn begin(&mut self, class: usize, block: Option<usize>) -> u64 {
        if self.life != raw::life() {
            // The classes of an interpreter that has ended are gone, but for those that are compiled in.
            self.life = raw::life();
            self.instances.clear();
            for class in core::mem::take(&mut self.blocks).into_values() {
                self.forget(class);
            }
        }
        self.last += 1;
        self.counts.insert(self.last, Counts { class: Some(class), ..Counts::default() });
        self.classes.entry(class).or_default().push(self.last);
        self.know(class, block);
        self.last
    }

    /// Has the end of a class heard, if it has one.
    pub(super) fn know(&mut self, class: usize, block: Option<usize>) {
        if let Some(block) = block {
            self.blocks.insert(block, class);
        }
    }

    /// Whether the number was known; and the classes in which our allocator has no more to count, with those that they had.
    pub(super) fn end(&mut self, number: u64) -> (bool, Vec<usize>) {
        let Some(counts) = self.counts.remove(&number) else { return (false, Vec::new()) };
        if let Some(class) = counts.class
            && let Some(numbers) = self.classes.get_mut(&class)
        {
            numbers.retain(|&other| other != number);
            if numbers.is_empty() {
                self.classes.remove(&class);
            }
        }
        self.instances.retain(|_, numbers| {
            numbers.retain(|&other| other != number);
            !numbers.is_empty()
        });
        (true, self.allocators.iter().filter(|(_, one)| one.placed).map(|(&class, _)| class).collect())
    }

    /// Whether nothing is watched that is still there.
    pub(super) fn is_idle(&self) -> bool {
        self.classes.is_empty()
    }

    pub(super) fn is_watched(&self, bases: &[usize]) -> bool {
        bases.iter().any(|base| self.classes.contains_key(base))
    }

    fn numbers(&self, bases: &[usize]) -> Vec<u64> {
        bases.iter().filter_map(|base| self.classes.get(base)).flatten().copied().collect()
    }

    /// An instance is made. `again` says whether a finalizer may have brought it back, which is no birth.
    pub(super) fn born(&mut self, bases: &[usize], block: usize, again: bool) {
        let numbers = self.numbers(bases);
        if numbers.is_empty() {
            return;
        }
        if let Some(former) = self.instances.get(&block) {
            if again {
                return;
            }
            // Its class keeps the memory of those that are gone, and nobody has heard of the death.
            self.died(&former.clone(), None);
        }
        for number in &numbers {
            if let Some(counts) = self.counts.get_mut(number) {
                counts.born += 1;
            }
        }
        self.instances.insert(block, numbers);
    }

    /// An instance is there.
    pub(super) fn seen(&mut self, bases: &[usize], block: usize, begun: Option<u64>) {
        let numbers = self.numbers(bases);
        if numbers.is_empty() {
            return;
        }
        let known = self.instances.entry(block).or_default();
        for number in numbers {
            if !known.contains(&number) {
                known.push(number);
                if begun != Some(number)
                    && let Some(counts) = self.counts.get_mut(&number)
                {
                    counts.born += 1;
                }
            }
        }
    }

    /// A block is given back: the numbers that something was counted under which has died.
    pub(super) fn freed(&mut self, block: usize) -> Option<Vec<u64>> {
        if let Some(class) = self.blocks.remove(&block) {
            self.forget(class);
        }
        self.instances.remove(&block)
    }

    pub(super) fn moved(&mut self, from: usize, to: usize) {
        if let Some(numbers) = self.instances.remove(&from) {
            self.instances.insert(to, numbers);
        }
    }

    pub(super) fn died(&mut self, numbers: &[u64], line: Option<Line>) {
        let line = line.unwrap_or((Name::NONE, 0));
        for number in numbers {
            let Some(counts) = self.counts.get_mut(number) else { continue };
            counts.died += 1;
            let full = counts.deaths.len() >= MOST_LINES && !counts.deaths.contains_key(&line);
            *counts.deaths.entry(if full { (Name::OTHER, 0) } else { line }).or_default() += 1;
        }
    }

    /// A class is gone. What was counted stays.
    fn forget(&mut self, class: usize) {
        self.allocators.remove(&class);
        for number in self.classes.remove(&class).unwrap_or_default() {
            if let Some(counts) = self.counts.get_mut(&number) {
                counts.class = None;
            }
        }
    }

    pub(super) fn lives(&self) -> Vec<Lives> {
        let lives = |(&number, counts): (&u64, &Counts)| {
            let mut deaths: Vec<(Place, u64)> = Vec::new();
            for (&(file, line), &count) in &counts.deaths {
                deaths.push((file.text().map(|file| (file, line)), count));
            }
            deaths.sort();
            Lives { number, born: counts.born, died: counts.died, deaths }
        };
        self.counts.iter().map(lives).collect()
    }
}
