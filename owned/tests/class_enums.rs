//! Enums as classes: one object for each value, whatever way it comes.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use owned::prelude::*;
use support::{classes_stay, collect, flat, python, run};

/// A colour.
#[class(weakref)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Colour {
    /// Of blood.
    Red,
    /// Of grass.
    #[variant(name = "GREEN")]
    Green = 5,
    /// Of the sky.
    Blue,
}

#[methods]
impl Colour {
    #[classattr]
    const COUNT: usize = 3;

    /// The one before this is computed.
    #[classattr]
    fn first() -> Self {
        Colour::Red
    }

    #[staticmethod]
    fn all() -> Vec<Colour> {
        vec![Colour::Red, Colour::Green, Colour::Blue]
    }

    #[getter]
    fn next(&self) -> Option<Colour> {
        match self {
            Colour::Red => Some(Colour::Green),
            Colour::Green => Some(Colour::Blue),
            Colour::Blue => None,
        }
    }

    fn mixed(&self, with: Colour) -> String {
        format!("{self:?}+{with:?}")
    }
}

/// Named and compared as the class says.
#[class(rename_all = "SCREAMING_SNAKE_CASE", eq, ord, hash)]
#[derive(PartialEq, Eq, PartialOrd, Hash)]
pub enum Level {
    /// Below.
    VeryLow = -3,
    /// The least.
    Low,
    #[cfg(any())]
    Never,
}

#[methods]
impl Level {
    /// By its number.
    #[new]
    fn new(number: i64) -> Result<Self> {
        match number {
            -3 => Ok(Level::VeryLow),
            -2 => Ok(Level::Low),
            _ => Err(ValueError::new("no such level")),
        }
    }

    fn __repr__(&self) -> &'static str {
        "<level>"
    }
}

/// It holds one.
#[class(new)]
pub struct Wall {
    #[field(get, set)]
    colour: Colour,
    #[field(get, set, default = None)]
    other: Option<Colour>,
}

#[owned::module]
mod enums {
    #[export]
    pub use super::{Colour, Level, Wall};
}

#[test]
fn one_object_for_each_value() {
    python(|py| {
        let module = owned::load!(py, enums)?;
        flat(py, |_| {
            run(
                &module,
                "C = m.Colour\n\
                 assert type(C.Red) is C and C.Red is C.Red and C.Red is not C.GREEN and not hasattr(C, 'Green')\n\
                 assert C.all() == [C.Red, C.GREEN, C.Blue] and all(a is b for a, b in zip(C.all(), [C.Red, C.GREEN, C.Blue]))\n\
                 assert C.first is C.Red and C.COUNT == 3 and C.Red.next is C.GREEN and C.Blue.next is None\n\
                 assert repr(C.GREEN) == 'Colour.GREEN' and [int(c) for c in C.all()] == [0, 5, 6]\n\
                 assert C.Red == C.Red and C.Red != C.Blue and hash(C.Red) == hash(C.Red) and {C.Red: 1}[C.Red] == 1\n\
                 assert C.Red.mixed(C.Blue) == 'Red+Blue' and C.Red.mixed(**{'with': C.GREEN}) == 'Red+Green'\n\
                 for wrong in (0, 'Red', None, m.Level.LOW):\n\
                \x20   assert raised(C.Red.mixed, wrong).startswith('TypeError'), wrong\n\
                 assert raised(C) == \"TypeError: cannot create 'enums.Colour' instances\", raised(C)\n\
                 assert raised(setattr, C, 'Red', 1).startswith('TypeError')\n\
                 assert raised(setattr, C.Red, 'x', 1).startswith('AttributeError')\n\
                 assert raised(type, 'D', (C,), {}).startswith('TypeError')\n\
                 match C.GREEN:\n\
                \x20   case C.Red: assert False\n\
                \x20   case C.GREEN: pass\n\
                 import copy\n\
                 assert copy.copy(C.Red) is C.Red and copy.deepcopy([C.Blue])[0] is C.Blue\n\
                 assert C.Red.__reduce__() == (getattr, (C, 'Red'))\n\
                 w = m.Wall(C.Red)\n\
                 assert w.colour is C.Red and w.other is None\n\
                 w.colour, w.other = C.Blue, C.GREEN\n\
                 assert w.colour is C.Blue and w.other is C.GREEN\n\
                 assert raised(m.Wall, 1) == \"TypeError: Wall() argument 'colour': expected Colour, got int\"\n",
            )
        });
        Ok(())
    });
}

#[test]
fn names_comparisons_and_constructors() {
    python(|py| {
        let module = owned::load!(py, enums)?;
        run(
            &module,
            "L = m.Level\n\
             assert [int(L.VERY_LOW), int(L.LOW)] == [-3, -2] and not hasattr(L, 'NEVER')\n\
             assert L.VERY_LOW < L.LOW and L.LOW >= L.LOW and L.LOW != L.VERY_LOW and hash(L.LOW) == hash(L.LOW)\n\
             assert L(-2) is L.LOW and L(number=-3) is L.VERY_LOW and repr(L.LOW) == '<level>'\n\
             assert raised(L, 4) == 'ValueError: no such level'\n\
             assert L.__doc__ == 'Named and compared as the class says.\\n\\nBy its number.', L.__doc__\n\
             assert raised(lambda: L.LOW < 3).startswith('TypeError')\n",
        )
    });
}

#[test]
fn pickled_by_the_name() {
    python(|py| {
        let module = owned::load!(py, enums)?;
        let modules = py.import("sys")?.getattr("modules")?;
        modules.set_item("enums", &module)?;
        let done = run(
            &module,
            "import pickle\n\
             for p in range(2, pickle.HIGHEST_PROTOCOL + 1):\n\
            \x20   assert pickle.loads(pickle.dumps(m.Colour.GREEN, p)) is m.Colour.GREEN\n",
        );
        modules.del_item("enums")?;
        done
    });
}

#[test]
fn values_of_an_older_copy_are_taken_and_everything_goes() {
    python(|py| {
        let stay = classes_stay(py)?;
        flat(py, |_| {
            let first = owned::load!(py, enums)?;
            let red = first.getattr("Colour")?.getattr("Red")?;
            let weak = Weak::new(&red)?;
            let second = owned::load!(py, enums)?;
            assert_eq!(red.extract::<Colour>()?, Colour::Red);
            let again = Colour::Red.into_any(py)?;
            assert!(again.is(&second.getattr("Colour")?.getattr("Red")?), "made by the newest");
            let wall = second.getattr("Wall")?.call((&red,))?;
            assert!(wall.getattr("colour")?.is(&again));
            drop((first, red, wall, second, again));
            collect(py)?;
            // Where Python's own classes stay, they do too, and are found.
            assert_eq!(weak.upgrade()?.is_some(), stay);
            match Colour::Red.into_any(py) {
                Ok(_) => assert!(stay),
                Err(error) => assert!(error.to_string().starts_with("RuntimeError")),
            }
            Ok(())
        });
        Ok(())
    });
}
