//! Every kind of special method over C's, in a static type and in one of a spec.

#[path = "../../owned/tests/support/mod.rs"]
mod support;

mod adopted;

use adopted::{python, run};

#[test]
fn each_slot_is_rusts_and_the_rest_is_c() {
    run("
import asyncio, inspect, operator, slots
def error(call):
    try: return f'returned {call()!r}'
    except Exception as error: return f'{type(error).__name__}: {error}'
for T in slots.Slotted, slots.SpecSlotted:
    o = T(3)
    assert o() == 'Rust call 0 0' and o(1, 2, a=3) == 'Rust call 2 1' and T.__call__(o, 1) == 'Rust call 1 0'
    assert (o + 1, 1 + o, o * 2, 2 * o, o ** 2, 2 ** o, pow(o, 2, 3), -o) == tuple(
        'Rust ' + name for name in 'add radd mul rmul pow rpow pow neg'.split())
    assert (o - 1, 1 - o, +o, ~o, o @ o, divmod(o, 1)) == ('C binary',) * 2 + ('C unary',) * 2 + ('C binary',) * 2
    before = o
    o += 1
    assert o is before
    o *= 2
    assert o == 'C binary' and type(o) is str
    o = before
    assert int(o) == 1 and operator.index(o) == 2 and float(o) == 3.0 and bool(o) and len(o) == 9
    assert o['x'] == o[0] == 'Rust getitem' and 'x' in o
    o[1] = 2
    del o[1]
    assert o == 1 and hash(o) == 42
    # What C asks by other ways than Python does.
    assert [*map(str, slots.by_sequence(o))] == [
        'Rust add', 'Rust mul', 'Rust getitem', 'Rust str', 'C repeat', '9', '9'], slots.by_sequence(o)
    assert o.nowhere == 'Rust nowhere' and o.plain() == 'Rust method' and o.left() == 'C method'
    assert o.number == 3
    o.anything = [1]
    assert o.held == [1]
    del o.anything
    assert o.held is None
    class Owner: attribute = T(8)
    owner = Owner()
    assert owner.attribute == 'Rust get' == Owner.attribute
    owner.attribute = 6
    attribute = Owner.__dict__['attribute']
    assert attribute.number == 6
    del owner.attribute
    assert attribute.number == 0
    assert bytes(memoryview(o)) == b'Rust' and error(lambda: memoryview(o).cast('i').__setitem__(0, 1)).startswith('TypeError')
    assert list(iter(T(3))) == [2, 1, 0] and next(T(1)) == 0
    async def waits():
        await o
        return await o.later()
    assert asyncio.run(waits()) == 'Rust later'
    assert repr(o) == 'Rust repr' and str(o) == 'Rust str' and o.__reduce__() == 'Rust reduce' and T[int] == 'Rust of'
    class Derived(T): pass
    assert Derived.told == 'Rust subclass' and Derived(2).number == 2
    assert str(inspect.signature(T.plain)) == '(self, /)' == str(inspect.signature(T.left)), inspect.signature(T.plain)
    assert T.plain.__doc__ == \"Rust's doc.\" and T.left.__doc__ == \"C's doc.\"
");
}

/// `T.__dict__` has the same names as C's, with Rust's own beside them, and each is of the kind that C's is.
#[test]
fn the_dict_is_as_c_would_have_it() {
    run("
import pydoc, slots
pure = vars(slots.Pure)
for T in slots.Slotted, slots.SpecSlotted:
    found = vars(T)
    more = set(found) - set(pure)
    assert not set(pure) - set(found) - {'__module__', '__dict__', '__weakref__'}, set(pure) - set(found)
    assert more <= {'later', '__init_subclass__', '__class_getitem__', '__getattr__', '__release_buffer__', '__buffer__'}, more
    for name in pure:
        assert name not in found or type(found[name]).__name__ in (type(pure[name]).__name__, 'method_descriptor'), (
            name, found[name], pure[name])
    text = pydoc.render_doc(T, renderer=pydoc.plaintext)
    assert \"Rust's doc.\" in text and \"C's doc.\" in text
");
}

/// Each name of the type's own, called by hand with too little, with too much, with what is not the type's.
#[test]
fn wrappers_called_by_hand() {
    run("
import gc, slots
class Other: pass
for T in slots.Slotted, slots.SpecSlotted:
    class Derived(T):
        __slots__ = ('more',)
    for make in T, Derived, lambda: T.__new__(T), lambda: Derived.__new__(Derived):
        for name, value in list(vars(T).items()):
            if not callable(value) or name in ('__new__', '__class_getitem__', '__init_subclass__'):
                continue
            for arguments in [(), (1,), (1, 2), (1, 2, 3), (None,), (None, None), ('x', make()), (make(), make()), (T, T)]:
                for first in make(), Other(), T, None, 5:
                    try: value(first, *arguments)
                    except (TypeError, AttributeError, ValueError, StopIteration, OverflowError, BufferError, SystemError) as error:
                        assert not isinstance(error, SystemError), (name, arguments, error)
    gc.collect()
");
}

#[test]
fn operators_ask_derived_classes_first() {
    run("
import slots
for T in slots.Slotted, slots.SpecSlotted:
    class Derived(T):
        def __radd__(self, other): return 'Python radd'
        def __add__(self, other): return 'Python add, ' + super().__add__(other)
        def __eq__(self, other): return 'Python eq'
        def __len__(self): return super().__len__() + 1
        def __getattr__(self, name): return 'Python ' + name
        def __call__(self): return 'Python, ' + super().__call__()
        def __iter__(self): return iter(())
        __hash__ = None
    o, d = T(), Derived()
    assert o + d == 'Python radd' and d + o == 'Python add, Rust add' and 1 + d == 'Python radd'
    assert (o == d) == 'Python eq' == (d == o) and len(d) == 10 and list(d) == []
    assert d.nowhere == 'Python nowhere' and d() == 'Python, Rust call 0 0'
    try: hash(d)
    except TypeError: pass
    else: raise AssertionError
    class Quiet(T):
        def __radd__(self, other): return NotImplemented
    assert o + Quiet() == 'Rust add'
");
}

#[test]
fn references_are_flat() {
    python(|py| {
        let module = py.import("slots")?;
        for name in ["Slotted", "SpecSlotted"] {
            let class = module.getattr(name)?;
            support::flat(py, |probe| {
                let made = class.call((3,))?;
                made.setattr("anything", probe)?;
                made.setattr("anything", (probe, 1))?;
                let _ = made.call_method("__getitem__", (probe,))?;
                assert!(made.call_method("__setitem__", (probe, probe)).is_err());
                let view = py.import("builtins")?.getattr("memoryview")?.call((&made,))?;
                drop(made);
                drop(view);
                Ok(())
            });
        }
        Ok(())
    });
}
