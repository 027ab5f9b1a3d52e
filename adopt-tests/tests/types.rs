//! Types of C's with Rust's methods over their own.
#![allow(unsafe_code, reason = "calls a function of C alone")]

#[path = "../../owned/tests/support/mod.rs"]
mod support;

mod adopted;

use adopted::{python, run};

#[test]
fn what_is_ported_is_rust_and_the_rest_is_c() {
    run("
from vault import Vault
v = Vault(-3)
assert type(v).__name__ == 'Vault' and Vault.__doc__ == \"C's docstring.\"
assert (v.who(), v.left()) == ('Rust', 'C') and v.count() == -3
assert Vault.made() == v.made() == 'Rust of vault.Vault' and Vault.helper() == v.helper() == 'Rust of nobody'
assert v.weight == 0.5 and v.raw_count == -3 and v.marks() == [0, 7, 1] and v.marks() == [0, 7, 2] and v.weight == 2.0
v.weight = 4.0
assert v.marks()[2] == 3 and v.weight == 8.0
try:
    v.raw_count = 1
except AttributeError:
    pass
else:
    raise AssertionError('a property that cannot be set')
");
}

#[test]
fn special_methods_are_rusts_and_the_rest_is_c() {
    run("
from vault import Vault
v = Vault(-3)
assert len(v) == 3 and v['key'] == 'Rust[\"key\"]' and repr(v) == \"<Rust's vault of -3>\" == str(v)
v['a'] = 1
del v['b']
assert v.log() == ['Rust made', 'Rust got', 'Rust set a', 'Rust deleted b'] and v.last_line() == 'Rust deleted b'
assert 'Rust' in v and 'C' not in v and v.__contains__('Rust') is True
assert v + 1 == 'Rust + 1' and 1 + v == '1 + Rust' and v - 1 == 'C added'
assert v('out') == 'Rust called out' == v.__call__('out')
v.__init__(5)
assert v.count() == 5 and v.log()[-1] == 'Rust made'
assert v.__getitem__('x') == 'Rust[\"x\"]' and v.__add__(1) == 'Rust + 1' and v.__len__() == 5
# C had it as a mapping: it is no sequence now.
for wrong in (lambda: iter(v), lambda: list(v), lambda: Vault(), lambda: Vault('x'), lambda: v.__add__('x'), lambda: v + 'x', lambda: v.__setitem__(1, 2)):
    try:
        result = wrong()
    except TypeError:
        pass
    else:
        assert result is NotImplemented, result
");
}

#[test]
fn a_table_that_two_types_share_is_changed_for_one() {
    run("
from vault import Plain
p = Plain(-3)
assert len.__call__ and p['x'] == \"C['x']\" and p.who() == 'C' and p.count() == -3 and p.made() == 'C'
try:
    len(p)
except ValueError:
    pass
else:
    assert len(p) == 3
assert p.__contains__(1) == \"C's own __contains__\" and repr(p).startswith('<vault.Plain')
");
}

#[test]
fn python_classes_derive_from_it() {
    run("
from vault import Vault
class Derived(Vault):
    def who(self): return 'Python, ' + super().who()
    def __len__(self): return 40 + super().__len__()
    def __add__(self, other): return 'Python, ' + super().__add__(other)
d = Derived(2)
assert d.who() == 'Python, Rust' and len(d) == 42 and d + 1 == 'Python, Rust + 1' and 1 + d == '1 + Rust'
assert d.left() == 'C' and isinstance(d, Vault) and 'Rust' in d
d.extra = d
v = Vault(1)
v.link(d)
assert v.next is d is v.next_by_rust() and v.next_by_rust().count() == 2
try:
    v.link(1)
except TypeError as error:
    assert \"argument 'next': expected Vault, got int\" in str(error), error
else:
    raise AssertionError
try:
    Vault.who(1)
except TypeError as error:
    assert \"doesn't apply to a 'int' object\" in str(error), error
else:
    raise AssertionError
");
}

#[test]
fn references_are_where_they_are_declared_to_be() {
    python(|py| {
        let vault = py.import("vault")?.getattr("Vault")?;
        support::flat(py, |probe| {
            let v = vault.call((1,))?;
            let held = probe.refcount();
            v.setattr("label", probe)?;
            assert_eq!(probe.refcount(), held + 1);
            assert!(v.getattr("label")?.is(probe));
            v.setattr("label", 5)?;
            assert_eq!(probe.refcount(), held);
            v.call_method("relabel_by_c", (probe,))?;
            assert_eq!(probe.refcount(), held + 1);
            assert!(v.call_method("take_label", ())?.is(probe));
            assert_eq!(probe.refcount(), held);
            assert!(v.call_method("take_label", ())?.is_none());
            v.call_method("relabel_by_c", (probe,))?;
            assert_eq!(v.call_method("log", ())?.call_method("__len__", ())?.extract::<i64>()?, 1);
            v.call_method("last_line", ())?;
            v.call_method("note", ("more",))?;
            assert_eq!(v.call_method("log_by_rust", ())?.call_method("__len__", ())?.extract::<i64>()?, 2);
            assert!(v.call_method("note", ("a\0b",)).is_err());
            assert!(vault.call(("x",)).is_err());
            assert!(v.call_method("log_by_rust", ())?.call_method("clear", ()).is_ok());
            assert!(v.call_method("last_line", ()).unwrap_err().to_string().contains("the log is empty"));
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn a_heap_type_is_found_and_goes_with_its_module() {
    run("
import gc, heap, sys, weakref
b = heap.Box()
assert (b.who(), b.left(), repr(b)) == ('Rust', 'C', \"<C's box>\") and b.held is None
assert b.swap('first') is None and b.swap(b) == 'first' and b.held is b and b.facts() == (2, 1.5)
assert heap.is_box(b) and not heap.is_box(1) and b == b and not b == 1
del sys.modules['heap']
first, b2 = heap, b
import heap
other = heap.Box()
assert type(other) is not type(b) and heap.is_box(b) and first.is_box(other)
assert (b == other) is False and other.swap(1) is None and other.swap(2) == 1 and b == other
class Derived(heap.Box): pass
assert Derived() == heap.Box() and Derived().who() == 'Rust'
gone = weakref.ref(first.Box)
del first, b, b2
gc.collect()
assert gone() is None, gc.get_referrers(gone())
assert heap.is_box(other) and heap.Box().who() == 'Rust'
");
}

#[test]
fn cycles_through_a_heap_type_are_collected() {
    python(|py| {
        let module = owned::load!(py, adopt_tests::heap)?;
        support::flat(py, |probe| {
            let one = module.call_method("Box", ())?;
            one.call_method("swap", ((&one, probe),))?;
            drop(one);
            support::collect(py).map(drop)
        });
        Ok(())
    });
}

#[test]
fn a_type_that_is_another_is_refused_by_name() {
    unsafe extern "C" {
        fn make_early_type_ready() -> std::ffi::c_int;
    }
    python(|py| {
        // SAFETY: attached; C's own function.
        assert_eq!(unsafe { make_early_type_ready() }, 0);
        support::flat(py, |_| {
            let half = owned::load!(py, adopt_tests::half).unwrap_err().to_string();
            let said = "ImportError: class 'Half': `__setitem__` and `__delitem__` are one function of C's: write both";
            assert_eq!(half, said);
            let half = owned::load!(py, adopt_tests::half_sum).unwrap_err().to_string();
            assert_eq!(
                half,
                "ImportError: class 'HalfSum': `__add__` and `__radd__` are one function of C's: write both"
            );
            let short = owned::load!(py, adopt_tests::too_short).unwrap_err().to_string();
            let size = size_of::<isize>();
            let header = size_of::<owned::raw::PyObject>();
            let (in_c, in_rust) = (header + 2 * size, header + size);
            assert_eq!(
                short,
                format!(
                    "ImportError: class 'Short': C's struct Wrong has {in_c} bytes, and with the fields listed in Rust \
                     it has {in_rust}"
                ),
            );
            let early = owned::load!(py, adopt_tests::early).unwrap_err().to_string();
            assert_eq!(early, "ImportError: class 'Early': C's type was made before the module that has it");
            let absent = owned::load!(py, adopt_tests::absent).unwrap_err().to_string();
            assert_eq!(absent, "ImportError: class 'Absent': C's module has no 'Absent'");
            let another = owned::load!(py, adopt_tests::another).unwrap_err().to_string();
            assert_eq!(another, "ImportError: class 'Other': 'Other' of C's module is not made of that spec");
            let homeless = owned::load!(py, adopt_tests::homeless).unwrap_err().to_string();
            let said = "ImportError: class 'Short' adopts a type of C's: export it in the module that adopts C's";
            assert_eq!(homeless, said);
            Ok(())
        });
        Ok(())
    });
}
