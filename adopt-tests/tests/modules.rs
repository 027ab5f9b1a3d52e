//! Modules of C's with Rust's items over their own.

#[path = "../../owned/tests/support/mod.rs"]
mod support;

mod adopted;

use adopt_tests::{multi, single};
use adopted::{python, run};

#[test]
fn what_is_ported_is_rust_and_the_rest_is_c() {
    run("
import multi, single
for name, module in (('single', single), ('multi', multi)):
    assert (module.who(), module.left(), module.VERSION) == ('Rust', 'C', '1')
    assert module.__doc__ == \"C's docstring.\" and module.__name__ == name
    # #[init] gets C's module, with all in it.
    assert module.SEEN_BY_INIT == ('1', 'Rust')
assert single.add(2, 3) == 5
try:
    single.add('two', 3)
except TypeError as error:
    assert str(error) == \"add() argument 'a': expected int, got str\", error
else:
    raise AssertionError
");
}

#[test]
fn a_module_is_imported_once_and_again() {
    run("
import importlib, sys
for name in ('single', 'multi'):
    first = importlib.import_module(name)
    assert importlib.import_module(name) is first
    del sys.modules[name]
    again = importlib.import_module(name)
    # C's init of a single phase runs once.
    assert (again is first) == (name == 'single') and again.who() == first.who() == 'Rust' and again.left() == 'C'
    made = again.new_one()
    assert isinstance(made, again.Ours) and again.Ours(1).held == 1
");
}

#[test]
fn items_of_ours_are_the_modules_and_can_be_pickled() {
    run("
import pickle, single, multi
for module in (single, multi):
    assert module.Ours.__module__ == module.__name__ and module.who.__module__ == module.__name__
    assert pickle.loads(pickle.dumps(module.who)) is module.who
    assert pickle.loads(pickle.dumps(module.Ours)) is module.Ours
");
}

#[test]
fn inits_that_fail_say_why() {
    run("
import importlib, sys
def error(name):
    try:
        importlib.import_module(name)
    except Exception as error:
        assert name not in sys.modules
        return type(error), str(error)
    raise AssertionError(name)
for _ in range(3):
    assert error('raises') == (OSError, 'no licence')
    assert error('silent') == (SystemError, 'PyInit_silent of C gave no module, but NULL without an exception')
    assert error('unreported') == (ValueError, 'seen by nobody')
    assert error('unready')[1] == 'PyInit_unready of C gave no module, but a definition that PyModuleDef_Init has not seen'
    assert error('other') == (SystemError, 'PyInit_other of C gave no module, but an object of type dict')
    assert error('phase') == (RuntimeError, \"C's phase failed\")
    assert error('ours_fails') == (ValueError, 'ours failed')
import bare
assert bare.ours() == 1
");
}

#[test]
fn a_copy_of_two_phases_goes_with_all_that_is_in_it() {
    python(|py| {
        support::flat_with_classes(py, |probe| {
            let module = owned::load!(py, multi)?;
            module.setattr("itself", &module)?;
            let ours = module.call_method("Ours", (probe,))?;
            module.setattr("ours", &ours)?;
            drop((ours, module));
            support::collect(py).map(drop)
        });
        Ok(())
    });
}

#[test]
fn inits_that_fail_leave_nothing() {
    python(|py| {
        support::flat(py, |probe| {
            assert!(owned::load!(py, adopt_tests::raises).is_err());
            assert!(owned::load!(py, adopt_tests::silent).is_err());
            assert!(owned::load!(py, adopt_tests::phase).is_err());
            assert!(owned::load!(py, adopt_tests::unreported).is_err());
            assert!(owned::load!(py, adopt_tests::unready).is_err());
            assert!(owned::load!(py, adopt_tests::other).is_err());
            assert!(owned::load!(py, adopt_tests::ours_fails).is_err());
            let _ = probe;
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn a_module_of_one_phase_can_be_loaded_without_import() {
    python(|py| {
        let module = owned::load!(py, single)?;
        assert_eq!(module.call_method("who", ())?.extract::<String>()?, "Rust");
        assert_eq!(module.call_method("left", ())?.extract::<String>()?, "C");
        Ok(())
    });
}

#[test]
fn a_function_keeps_the_module_in_which_its_classes_are_found() {
    python(|py| {
        let module = owned::load!(py, multi)?;
        let new_one = module.getattr("new_one")?;
        let class = module.getattr("Ours")?;
        drop(module);
        support::collect(py)?;
        assert!(new_one.call(())?.getattr("__class__")?.is(&class));
        Ok(())
    });
}
