//! Types of C's that are adopted in every state that C can leave them in.
#![allow(unsafe_code, reason = "reads and writes what C's fixtures look at")]

#[path = "../../owned/tests/support/mod.rs"]
mod support;

mod adopted;

use adopted::{python, run};

#[test]
fn a_type_that_is_not_made_is_not_found() {
    unsafe extern "C" {
        static mut unborn_fails: std::ffi::c_int;
    }
    python(|py| {
        support::flat(py, |_| {
            let said = py.import("unborn").unwrap_err().to_string();
            assert!(said.contains("the module of class 'Unborn' is not loaded"), "{said}");
            // SAFETY: attached.
            assert!(unsafe { adopt_tests::Unborn_Type() }.is_null(), "found after C's init has failed");
            assert!(owned::PyErr::take(py).is_some());
            Ok(())
        });
        // SAFETY: nobody else looks at it.
        unsafe { unborn_fails = 0 };
        let module = py.import("unborn")?;
        // SAFETY: attached.
        assert!(std::ptr::eq(unsafe { adopt_tests::Unborn_Type() }.cast(), module.getattr("Unborn")?.as_ptr()));
        assert_eq!(module.call_method("Unborn", ())?.call_method("who", ())?.extract::<String>()?, "Rust");
        let said = py.import("forgotten").unwrap_err().to_string();
        assert_eq!(said, "ImportError: class 'Forgotten': C's init has not made the type");
        Ok(())
    });
}

#[test]
fn what_cs_init_does_with_its_type_is_rusts() {
    run("
import eager
assert eager.first.held == 7
eager.first.keep(eager.Eager(3))
assert eager.first.held == 3
");
}

#[test]
fn one_type_is_adopted_by_one_class() {
    run("
import twice_a
assert twice_a.Twice().who() == 'A'
for attempt in range(2):
    try:
        import twice_b
    except ImportError as error:
        assert str(error) == \"class 'TwiceB': class 'TwiceA' has adopted C's type already\", error
    else:
        raise AssertionError(twice_b.Twice().who())
");
}

#[test]
fn an_exception_beside_a_definition_is_an_error() {
    python(|py| {
        support::flat(py, |_| {
            let said = owned::load!(py, adopt_tests::unreported_phases).unwrap_err().to_string();
            assert_eq!(said, "ValueError: seen by nobody");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn types_that_c_derives_from_one_another() {
    run("
from family import *
import family
base, derived = family.TopBase(), family.TopDerived()
assert base.who() == derived.who() == 'Rust' and base.left() == derived.left() == 'C'
assert base[3] == derived[3] == 3 and base + 1 == derived + 1 == 'C added' and (base < 1) is True
derived[1] = 2
del derived[1]
base, derived = family.LeafBase(), family.LeafDerived()
assert (base.who(), derived.who(), base.left(), derived.left()) == ('C', 'Rust', 'C', 'C')
assert base[3] == 'C[3]' and derived[3] == 3 and derived + 1 == 'C added'
derived[1] = 2
del derived[1]
assert (derived == 1) is True and (base == 1) == 'C is equal'
base, derived = family.BothBase(), family.BothDerived()
assert (base.who(), derived.who(), base.left(), derived.left()) == (\"Rust's base\", \"Rust's derived\") + (\"Rust's base\",) * 2
class Python(family.BothDerived): pass
assert Python().who() == \"Rust's derived\" and Python()[1] == 'C[1]'
");
}

#[test]
fn memory_is_released_by_whom_it_was_lent() {
    run("
import lender
view = memoryview(lender.Lender())
assert bytes(view) == b'\\1\\2\\3'
view.release()
view = memoryview(lender.LenderDerived())
assert bytes(view) == b'lent by\\0'
view.release()
");
}

#[test]
fn half_of_what_is_inherited_is_refused_by_name() {
    run("
for attempt in range(2):
    try:
        import family_cut
    except ImportError as error:
        said = \"class 'CutDerived': `__setitem__` and `__delitem__` are one function of C's: write both\"
        assert str(error) == said, error
    else:
        raise AssertionError
");
}
