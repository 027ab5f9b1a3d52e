//! Enums of Rust that are classes of Python's module `enum`.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]
#![allow(missing_docs, reason = "variants say what they are")]

mod support;

use owned::prelude::*;
use owned::{Flags, enumeration};
use support::{collect, flat, python, raised_kind, run};

/// How it ended.
#[enumeration(rename_all = "UPPERCASE")]
#[derive(Debug, PartialEq)]
pub enum Ending {
    Good = 1,
    #[variant(value = "sad")]
    Bad,
    #[cfg(any())]
    Never,
    #[variant(name = "Open")]
    Other = 9,
}

#[enumeration(IntEnum)]
#[derive(Debug, PartialEq)]
pub enum Level {
    Low = -1,
    High = 100,
}

#[enumeration(StrEnum, rename_all = "snake_case")]
#[derive(Debug, PartialEq)]
pub enum Mode {
    ReadOnly,
    #[variant(value = "rw")]
    ReadWrite,
}

#[enumeration(IntFlag)]
#[derive(Debug, PartialEq)]
pub enum Access {
    Read = 1,
    Write = 2,
    Run = 4,
}

/// Holds some.
#[class(new)]
pub struct File {
    #[field(get, set)]
    mode: Mode,
    #[field(get, set)]
    access: Flags<Access>,
}

#[owned::module]
mod enumerations {
    use owned::Flags;

    #[export]
    pub use super::{Access, Ending, File, Level, Mode};

    #[enumeration(Flag)]
    pub enum Local {
        A = 1,
        B = 2,
    }

    #[function]
    fn next(ending: Ending) -> Option<Ending> {
        match ending {
            Ending::Good => Some(Ending::Bad),
            Ending::Bad => Some(Ending::Other),
            Ending::Other => None,
        }
    }

    #[function]
    fn number(level: Level) -> i64 {
        level as i64
    }

    #[function]
    fn widen(access: Flags<Access>, by: Vec<Access>) -> Flags<Access> {
        access | by.into_iter().collect::<Flags<Access>>()
    }

    #[function]
    fn single(access: Access) -> Access {
        access
    }

    #[function]
    fn flip(local: Flags<Local>) -> Flags<Local> {
        local ^ Local::A
    }
}

#[test]
fn they_are_classes_of_the_module_enum() {
    python(|py| {
        let module = owned::load!(py, enumerations)?;
        flat(py, |_| {
            run(
                &module,
                "import enum\n\
                 E, L, M, A = m.Ending, m.Level, m.Mode, m.Access\n\
                 assert issubclass(E, enum.Enum) and issubclass(L, enum.IntEnum) and issubclass(M, enum.StrEnum) and issubclass(A, enum.IntFlag)\n\
                 assert [(e.name, e.value) for e in E] == [('GOOD', 1), ('BAD', 'sad'), ('Open', 9)], list(E)\n\
                 assert [(e.name, e.value) for e in L] == [('Low', -1), ('High', 100)] and L.High == 100\n\
                 assert [(e.name, e.value) for e in M] == [('read_only', 'read_only'), ('read_write', 'rw')] and M.read_only == 'read_only'\n\
                 assert E.__module__ == 'enumerations' and E.__qualname__ == 'Ending' and E.__doc__ == 'How it ended.'\n\
                 assert m.next(E.GOOD) is E.BAD and m.next(E.BAD) is E.Open and m.next(E.Open) is None\n\
                 assert m.number(L.High) == 100 and m.number(L.Low) == -1\n\
                 for wrong in (1, 'GOOD', None, L.Low, E):\n\
                \x20   assert raised(m.next, wrong).startswith(\"TypeError: next() argument 'ending': expected Ending, got\"), wrong\n\
                 f = m.File(M.read_write, A.Read | A.Run)\n\
                 assert f.mode is M.read_write and f.access == A(5) and type(f.access) is A\n\
                 f.mode, f.access = M.read_only, A(0)\n\
                 assert f.mode is M.read_only and f.access == 0\n",
            )
        });
        Ok(())
    });
}

#[test]
fn flags_are_combined_on_both_sides() {
    python(|py| {
        let module = owned::load!(py, enumerations)?;
        run(
            &module,
            "A, L = m.Access, m.Local\n\
             assert m.widen(A.Read, [A.Write, A.Run]) == A(7) and m.widen(A(0), []) == A(0)\n\
             assert type(m.widen(A.Read, [])) is A and m.widen(A(8), [A.Read]) == 9\n\
             assert m.single(A.Write) is A.Write\n\
             assert raised(m.single, A.Read | A.Write).startswith(\"ValueError: single() argument 'access': <Access.\"), raised(m.single, A(3))\n\
             assert raised(m.widen, 3, []).startswith('TypeError')\n\
             assert m.flip(L.A) == L(0) and m.flip(L.B) == L.A | L.B\n",
        )?;
        let both: Flags<Access> = [Access::Read, Access::Run].into_iter().collect();
        assert!(both.contains(Access::Read) && !both.contains(Access::Write) && both.bits() == 5 && !both.is_empty());
        assert_eq!(both & Access::Run, Flags::from(Access::Run));
        assert_eq!(format!("{both:?} {:?}", Flags::<Access>::empty()), "Flags(0x5) Flags(0x0)");
        assert!(both.into_any(py)?.extract::<Flags<Access>>()? == both);
        Ok(())
    });
}

#[test]
fn copies_of_the_module_and_what_is_left_of_them() {
    python(|py| {
        flat(py, |_| {
            let first = owned::load!(py, enumerations)?;
            let old = first.getattr("Ending")?.getattr("BAD")?;
            let weak = Weak::new(&first.getattr("Ending")?)?;
            let second = owned::load!(py, enumerations)?;
            assert_eq!(old.extract::<Ending>()?, Ending::Bad);
            assert!(Ending::Bad.into_any(py)?.is(&second.getattr("Ending")?.getattr("BAD")?));
            drop((first, old, second));
            collect(py)?;
            assert!(weak.upgrade()?.is_none());
            assert_eq!(raised_kind(Ending::Good.into_any(py)), "RuntimeError");
            Ok(())
        });
        Ok(())
    });
}
