//! What is known of watched classes and their instances: numbers and addresses.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::hook::{Death, Lives};
use crate::raw;
use crate::raw::structs::allocfunc;

use super::super::names::Name;
use super::Family;

/// How many lines are kept of one class's deaths. Deaths at further ones are counted together.
const MOST_LINES: usize = 4096;

/// A file and a line; [`Name::NONE`] where none is known.
type Line = (Name, u32);

/// Where something was let go of.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Spot {
    pub(super) native: Option<Line>,
    pub(super) python: Option<Line>,
}

impl Spot {
    const UNHEARD: Spot = Spot { native: None, python: None };
    /// Stands for those that are not kept.
    const OTHER: Spot = Spot { native: None, python: Some((Name::OTHER, 0)) };

    fn of_count(self, count: u64) -> Death {
        let text = |line: Option<Line>| line.and_then(|(file, line)| file.text().map(|file| (file, line)));
        let (native, python) = (text(self.native), text(self.python));
        match native {
            Some(_) => Death { place: native, called: python, count },
            None => Death { place: python, called: None, count },
        }
    }
}

#[derive(Default)]
struct Counts {
    /// `None` when the class is gone.
    class: Option<usize>,
    born: u64,
    died: u64,
    deaths: HashMap<Spot, u64>,
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
    /// Functions that take watched instances apart: addresses of code, of which there are as many as there is code.
    ends: HashSet<usize>,
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

    pub(super) fn is_watched(&self, family: &Family) -> bool {
        family.bases.iter().any(|base| self.classes.contains_key(base))
    }

    /// Whether a function takes watched instances apart.
    pub(super) fn takes_apart(&self, function: usize) -> bool {
        self.ends.contains(&function)
    }

    /// What an instance of the class counts for.
    fn numbers(&mut self, family: &Family) -> Vec<u64> {
        let numbers = family.bases.iter().filter_map(|base| self.classes.get(base));
        let numbers: Vec<u64> = numbers.flatten().copied().collect();
        if !numbers.is_empty() {
            self.ends.extend(&family.ends);
        }
        numbers
    }

    /// An instance is made. `again` says whether a finalizer may have brought it back, which is no birth.
    pub(super) fn born(&mut self, family: &Family, block: usize, again: bool) {
        let numbers = self.numbers(family);
        if numbers.is_empty() {
            return;
        }
        if let Some(former) = self.instances.get(&block) {
            if again {
                return;
            }
            // Its class keeps the memory of those that are gone, and nobody has heard of the death.
            self.died(&former.clone(), Spot::UNHEARD);
        }
        for number in &numbers {
            if let Some(counts) = self.counts.get_mut(number) {
                counts.born += 1;
            }
        }
        self.instances.insert(block, numbers);
    }

    /// An instance is there.
    pub(super) fn seen(&mut self, family: &Family, block: usize, begun: Option<u64>) {
        let numbers = self.numbers(family);
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

    pub(super) fn died(&mut self, numbers: &[u64], spot: Spot) {
        for number in numbers {
            let Some(counts) = self.counts.get_mut(number) else { continue };
            counts.died += 1;
            let full = counts.deaths.len() >= MOST_LINES && !counts.deaths.contains_key(&spot);
            *counts.deaths.entry(if full { Spot::OTHER } else { spot }).or_default() += 1;
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
            let mut deaths: Vec<Death> = counts.deaths.iter().map(|(spot, &count)| spot.of_count(count)).collect();
            deaths.sort();
            Lives { number, born: counts.born, died: counts.died, deaths }
        };
        self.counts.iter().map(lives).collect()
    }
}
