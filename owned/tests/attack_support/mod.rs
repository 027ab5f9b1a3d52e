//! Random programs: objects in a pool, operations of the whole object layer on them, and Python classes that do
//! something else in the middle of each.

mod containers;
mod conversions;
mod others;

use owned::TypeInfo;
use owned::prelude::*;
use owned::types::Module;

/// Small, fast and the same everywhere: a program is its seed.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(crate) fn roll(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.roll() >> 33) as usize % end
    }

    /// Mostly small, sometimes at an edge.
    pub(crate) fn size(&mut self) -> usize {
        match self.below(12) {
            0 => usize::MAX,
            1 => isize::MAX.unsigned_abs(),
            2 => isize::MAX.unsigned_abs() + 1,
            _ => self.below(6),
        }
    }
}

/// The pool is a list that Python code sees and changes too.
pub(crate) struct Game<'py> {
    pub(crate) py: Python<'py>,
    pub(crate) dice: Dice,
    pool: Owned<'py, List>,
    made: Owned<'py, Any>,
}

pub(crate) type Operation = for<'a, 'py> fn(&'a mut Game<'py>) -> Result<()>;

impl<'py> Game<'py> {
    /// Some object of the pool.
    pub(crate) fn any(&mut self) -> Result<Owned<'py, Any>> {
        match self.pool.len() {
            0 => self.made.call(()),
            length => self.pool.get(self.dice.below(length)),
        }
    }

    /// Some object that is a `T`; one of the first that are met.
    pub(crate) fn some<T: TypeInfo>(&mut self) -> Result<Owned<'py, T>> {
        for _ in 0..6 {
            if let Ok(object) = self.any()?.downcast::<T>() {
                return Ok(object);
            }
        }
        Ok(self.any()?.downcast::<T>()?)
    }

    /// Puts an object into the pool, in the place of another when it is full.
    pub(crate) fn keep<T: TypeInfo>(&mut self, object: Owned<'py, T>) -> Result<()> {
        match self.pool.len() {
            length if length >= 24 => self.pool.set(self.dice.below(length), object),
            _ => self.pool.append(object),
        }
    }
}

/// The module with the hostile classes.
pub(crate) fn hostile(py: Python<'_>) -> Result<Owned<'_, Module>> {
    Module::from_source(py, "hostile", include_str!("hostile.py"))
}

/// Runs the program of this seed. Errors are what it is about; they are dropped, and nothing else may happen.
pub(crate) fn play<'py>(hostile: &Owned<'py, Module>, seed: u64, steps: usize) -> Result<()> {
    let py = hostile.py();
    let pool = hostile.getattr("pool")?.downcast::<List>()?;
    hostile.call_method("begin", (seed,))?;
    let mut game = Game { py, dice: Dice::new(seed), pool, made: hostile.getattr("made")? };
    let all: Vec<Operation> = [containers::ALL, conversions::ALL, others::ALL].concat();
    let trace = std::env::var_os("OWNED_ATTACK_TRACE").is_some();
    for _ in 0..steps {
        if game.dice.below(3) == 0
            && let Ok(new) = game.made.call(())
        {
            game.keep(new)?;
        }
        let at = game.dice.below(all.len());
        if trace {
            eprintln!("{seed}: operation {at}");
        }
        drop(all[at](&mut game));
        // What failed has said so: nothing is pending that other code would trip over.
        let left = PyErr::take(py);
        assert!(left.is_none(), "seed {seed}: operation {at} left {left:?}");
    }
    hostile.call_method("end", ())?;
    Ok(())
}
