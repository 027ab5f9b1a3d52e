//! Which instances have the collector's header: those that can hold a reference, or that their own type can reach through
//! something that changes. And that without one nothing is left behind; and the quick ways to make, read and let go of them.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

#[path = "class_headers_support/mod.rs"]
mod classes;
mod support;

use classes::{Holder, Pair, Point, headers};
use owned::prelude::*;
use support::{alive, classes_stay, collect, flat, flat_with_classes, left_of_python, python, run};

/// The classes that need none.
const PLAIN: &str =
    "plain = [m.Point(1), m.Pair(1, 2), m.Third(1, 2, 0.5), m.Texts('a'), m.Started(1), m.Inherits(1)]\n";

#[test]
fn only_what_needs_it_has_a_header() {
    python(|py| {
        let module = owned::load!(py, headers)?;
        run(
            &module,
            &format!(
                "GC, IMMUTABLE = 1 << 14, 1 << 8\n\
                 {PLAIN}\
                 for one in plain:\n    \
                     assert not type(one).__flags__ & GC and type(one).__flags__ & IMMUTABLE, one\n    \
                     assert not gc.is_tracked(one) and not hasattr(one, '__dict__'), one\n    \
                     assert sys.getsizeof(one) == type(one).__basicsize__, one\n\
                 for one in [m.Named(1), m.Holder(), m.Celled(), m.Deep(), m.WithDict(), m.Registered(1), m.Zero.ZERO,\n\
                             m.Colour.Red, m.Finalized(), m.Counted(), m.Census(1), m.Shape.Circle(1.5), m.Shape.Nothing()]:\n    \
                     assert type(one).__flags__ & GC and type(one).__flags__ & IMMUTABLE, one\n    \
                     assert gc.is_tracked(one), one\n\
                 assert m.Pair.__basicsize__ == object.__basicsize__ + 16\n\
                 assert m.Registered.instances[0].number == 1 and m.Zero.ZERO.number == 0\n\
                 assert m.Point.LIMIT == 7 and m.Pair.__match_args__ == ('x', 'y') and m.Texts('a').count() == 2\n"
            ),
        )
    });
}

/// A class of Python's over one without a header has a header, and what goes in a circle through it is collected.
#[test]
fn subclasses_in_python_are_collected() {
    python(|py| {
        let stay = classes_stay(py)?;
        let module = owned::load!(py, headers)?;
        for base in ["m.Point", "m.Texts", "m.Started", "m.Named"] {
            let argument = if base == "m.Texts" { "'text'" } else { "1" };
            run(
                &module,
                &format!(
                    "class Dicted({base}): pass\n\
                     class Slotted({base}):\n    __slots__ = ('own', '__weakref__') if {base} is m.Texts else ('own',)\n\
                     class Both(Slotted): pass\n\
                     class Empty({base}):\n    __slots__ = ()\n\
                     live = set()\n\
                     for kind in Dicted, Slotted, Both:\n    \
                         for at in range(1000):\n        \
                             one = kind({argument}); one.own = one\n        \
                             key = (kind, at); live.add(key)\n        \
                             if kind is not Slotted or hasattr(one, '__weakref__'):\n            \
                                 weakref.finalize(one, live.discard, key)\n        \
                             else: live.discard(key)\n        \
                             assert gc.is_tracked(one)\n        \
                             del one\n\
                     gc.collect()\n\
                     assert not live, len(live)\n\
                     one = Empty({argument}); Empty.kept = one; assert gc.is_tracked(one)\n\
                     gone = weakref.ref(Empty)\n\
                     del one, Empty\n\
                     gc.collect(); gc.collect()\n\
                     m.left = gone() is not None\n"
                ),
            )?;
            assert_eq!(module.getattr("left")?.is_true()?, stay);
        }
        flat(py, |probe| {
            module.setattr("probe", probe)?;
            run(
                &module,
                "class Sub(m.Point): pass\n\
                 class Slots(m.Point):\n    __slots__ = ('own',)\n\
                 for kind in Sub, Slots:\n    \
                     for at in range(100):\n        \
                         one = kind(at); one.own = (one, m.probe)\n\
                 del one, kind, m.probe\n",
            )?;
            collect(py).map(drop)
        });
        Ok(())
    });
}

/// However an instance is reached from the module, its class, or a class over it, module and types go.
#[test]
fn types_and_modules_go_with_instances_in_them() {
    python(|py| {
        // What stands in the module's dict and in classes of Python's is reached from the type only through what the
        // collector sees.
        let source = format!(
            "{PLAIN}\
             m.kept = plain\n\
             class Sub(m.Point): pass\n\
             Sub.kept, m.Sub = plain, Sub\n\
             m.sub = Sub(3); m.sub.own = m\n\
             m.holder = m.Holder(); m.holder.kept = m.Point(1)\n\
             m.Registered.instances.append(m.Registered(2)); m.Registered.instances.append(m)\n\
             m.Registered.instances.append(m.Point(1))\n\
             named = m.Named(1); named.name = (named, m.Named, plain)\n\
             m.celled = m.Celled(); m.celled.put(m)\n"
        );
        flat(py, |_| {
            let module = owned::load!(py, headers)?;
            run(&module, &source)?;
            drop(module);
            collect(py).map(drop)
        });
        let classes = ["Point", "Pair", "Third", "Texts", "Named", "Holder", "Registered", "Zero", "Colour"];
        let mut weak = Vec::new();
        for at in 0..1000 {
            let module = owned::load!(py, headers)?;
            run(&module, if at % 100 == 0 { &source } else { "m.kept = [m.Point(1), m.Pair(1, 2)]" })?;
            for class in classes {
                weak.push(Weak::new(&module.getattr(class)?)?);
            }
            weak.push(Weak::new(&module)?);
        }
        collect(py)?;
        collect(py)?;
        let weak: Vec<_> = weak.into_iter().map(Owned::unbind).collect();
        assert_eq!(alive(py, &weak)?, left_of_python(py, weak.len())?);
        Ok(())
    });
}

/// An instance of its own class on the class, a thousand times: what made the header necessary.
#[test]
fn attributes_that_hold_instances_are_collected() {
    python(|py| {
        let mut weak = Vec::new();
        for _ in 0..1000 {
            let module = owned::load!(py, headers)?;
            run(&module, "m.Registered.instances.extend([m.Registered(2), m.Registered, m, m.Pair(1, 2)])")?;
            for class in ["Registered", "Zero", "Colour", "Pair"] {
                weak.push(Weak::new(&module.getattr(class)?)?);
            }
        }
        // Only when the list is gone, which held it, is the other class without anybody.
        collect(py)?;
        collect(py)?;
        let weak: Vec<_> = weak.into_iter().map(Owned::unbind).collect();
        assert_eq!(alive(py, &weak)?, left_of_python(py, weak.len())?);
        Ok(())
    });
}

/// Python code finds nothing that can change behind a type whose instances have no header.
#[test]
fn nothing_can_be_put_behind_such_a_type() {
    python(|py| {
        let module = owned::load!(py, headers)?;
        run(
            &module,
            "import inspect, types, typing\n\
             new = sys.version_info >= (3, 14)\n\
             for at in m.Point, m.Pair:\n    \
                 for name in '__annotations__', '__doc__', '__abstractmethods__', '__name__', 'other':\n        \
                     assert raised(setattr, at, name, [m.Point(1)]).startswith('TypeError'), name\n    \
                 if new: assert raised(getattr, at, '__annotations__').startswith('AttributeError')\n    \
                 else: assert isinstance(at.__annotations__, types.GetSetDescriptorType)\n    \
                 assert inspect.get_annotations(at) == {} and typing.get_type_hints(at) == {}\n    \
                 assert at.__module__ == 'headers'\n\
             assert raised(getattr, m.Point(1), '__annotations__').startswith('AttributeError')\n\
             assert raised(setattr, m.Point(1), '__annotations__', {}).startswith('AttributeError')\n\
             class Sub(m.Point):\n    z: int\n\
             assert Sub.__annotations__ == {'z': int} and typing.get_type_hints(Sub) == {'z': int}\n\
             if not new: assert Sub(1).__annotations__ == {'z': int}\n\
             class Bare(m.Point): pass\n\
             assert typing.get_type_hints(Bare) == {}\n\
             # What a type leads to, whichever way, besides modules and types of the interpreter.\n\
             seen, todo = {}, [m.Point]\n\
             while todo:\n    \
                 one = todo.pop()\n    \
                 if id(one) in seen or one in (object, type): continue\n    \
                 seen[id(one)] = one\n    \
                 todo += gc.get_referents(one)\n\
             found = {type(one).__name__ for one in seen.values()}\n\
             assert m not in seen.values() and m.Holder not in seen.values() and m.Registered not in seen.values()\n\
             assert 'list' not in found, found\n",
        )
    });
}

/// What asks classes for annotations takes them for ones without, as it does those that are written in C.
#[test]
fn the_standard_library_finds_no_annotations() {
    python(|py| {
        let module = owned::load!(py, headers)?;
        run(
            &module,
            "import dataclasses, functools, inspect, pydoc, typing, unittest.mock\n\
             for at in m.Point, m.Pair:\n    \
                 assert inspect.get_annotations(at, eval_str=True) == typing.get_type_hints(at, include_extras=True) == {}\n    \
                 assert at.__name__ in pydoc.render_doc(at) and inspect.getmembers(at) and inspect.classify_class_attrs(at)\n    \
                 unittest.mock.create_autospec(at)\n    \
                 functools.singledispatch(print).register(at, repr)\n    \
                 if sys.version_info >= (3, 14):\n        \
                     import annotationlib\n        \
                     forms = annotationlib.Format.VALUE, annotationlib.Format.FORWARDREF, annotationlib.Format.STRING\n        \
                     assert all(annotationlib.get_annotations(at, format=form) == {} for form in forms)\n        \
                     assert at.__annotate__ is None\n\
             @dataclasses.dataclass\n\
             class Sub(m.Point):\n    z: int = 3\n\
             assert [field.name for field in dataclasses.fields(Sub)] == ['z'] and typing.get_type_hints(Sub) == {'z': int}\n\
             assert 'z' in pydoc.render_doc(Sub)\n",
        )
    });
}

/// Such an instance keeps its own class and those like it, and no others; what it cannot make any more is an error.
#[test]
fn instances_outlive_their_module() {
    python(|py| {
        let stay = classes_stay(py)?;
        flat(py, |probe| {
            let module = owned::load!(py, headers)?;
            let point = module.call_method("Point", (1,))?;
            drop(module);
            collect(py)?;
            let sum = point.call_method("plus", (&point,))?;
            assert!(sum.type_of().is(&point.type_of()) && sum.is_a::<Point>());
            assert!(point.call_method("pair", ())?.is_a::<Pair>());
            match point.call_method("keep", (probe,)) {
                Ok(_) => assert!(stay, "its class is gone with the module"),
                Err(error) => assert_eq!(
                    error.to_string(),
                    "RuntimeError: the module of class 'Holder' is not loaded in this interpreter"
                ),
            }
            Ok(())
        });
        flat(py, |probe| {
            let module = owned::load!(py, headers)?;
            let holder = module.call_method("Holder", ())?;
            drop(module);
            collect(py)?;
            let module_of = holder.type_of();
            drop(holder);
            let holder = module_of.call(())?;
            holder.setattr("kept", probe)?;
            assert!(holder.is_a::<Holder>());
            Ok(())
        });
        assert_eq!(Point { x: 0, y: 0 }.into_py(py).is_ok(), stay, "no copy is loaded");
        Ok(())
    });
}

#[test]
fn a_class_is_called_as_by_type() {
    python(|py| {
        let module = owned::load!(py, headers)?;
        run(
            &module,
            "def both(kind, *args, **kwargs):\n    \
                 one = raised_or(kind, *args, **kwargs)\n    \
                 other = raised_or(type.__call__, kind, *args, **kwargs)\n    \
                 assert one == other, (one, other)\n    \
                 return one\n\
             def raised_or(call, *args, **kwargs):\n    \
                 try: one = call(*args, **kwargs)\n    \
                 except BaseException as error: return f'{type(error).__name__}: {error}'\n    \
                 return type(one).__name__, getattr(one, 'x', None), getattr(one, 'y', None)\n\
             assert both(m.Point, 1) == ('Point', 1, 2) and both(m.Point, 1, 3) == ('Point', 1, 3)\n\
             assert both(m.Point, 1, y=4) == both(m.Point, y=4, x=1) == both(m.Point, *(1,), **{'y': 4})\n\
             for args, kwargs in ((), {}), ((1, 2, 3), {}), ((1,), {'x': 1}), (('a',), {}), ((1,), {'z': 1}), ((-1,), {}):\n    \
                 assert 'Error' in both(m.Point, *args, **kwargs)\n\
             assert both(m.Pair, 1, y=2) == ('Pair', 1, 2) and both(m.Counted)[0] == 'Counted'\n\
             assert 'Error' in both(m.Zero) and 'Error' in both(m.Colour, 1)\n\
             assert m.Started(3).started == 3 and m.Inherits(4).started == 4 and m.Inherits(4).own == 4\n\
             class Late(m.Point):\n    \
                 def __init__(self, *args): self.args = args\n\
             class New(m.Point):\n    \
                 def __new__(cls, *args): return super().__new__(cls, 5)\n\
             class Meta(type):\n    \
                 def __call__(cls, *args): return cls, args\n\
             class Own(m.Point, metaclass=Meta): pass\n\
             assert Late(1).args == (1,) and New(1, 2, 3).x == 5 and Own(9) == (Own, (9,))\n\
             for at in range(50):\n    \
                 assert m.Point(at).x == at and m.Started(at).started == at and type(Late(at)) is Late\n",
        )?;
        flat(py, |_| run(&module, "for at in range(20): m.Point(at, y=1); m.Pair(1, 2); raised(m.Point, -1)\n"));
        Ok(())
    });
}

/// What is read without a guard is not read while somebody changes the object, and letting go of an instance leaves an
/// exception that is on its way.
#[test]
fn the_quick_ways_are_as_safe_as_the_others() {
    python(|py| {
        let module = owned::load!(py, headers)?;
        run(
            &module,
            "one = m.Point(1)\n\
             seen = []\n\
             one.change(lambda: seen.append(raised(getattr, one, 'x')))\n\
             one.during(lambda: seen.append(one.x))\n\
             one.during(lambda: seen.append(raised(setattr, one, 'x', 2)))\n\
             assert seen == [\"RuntimeError: Point object is being changed by 'change', which has not returned yet\", 1,\n\
                             \"RuntimeError: Point object is in use by 'during', which has not returned yet\"], seen\n\
             assert one.plus(one).x == 2\n\
             one.x = 5\n\
             assert one.x == 5 and m.Texts('text').text == 'text'\n\
             gone = []\n\
             def fail(one):\n    \
                 watch = weakref.ref(one, lambda _: gone.append(len(gone)))\n    \
                 return watch, lambda: 1 / 0\n\
             watch, failing = fail(m.Point(1))\n\
             assert gone == [0] and watch() is None\n\
             assert raised(lambda: m.Point(1).during(lambda: 1 / 0)) == 'ZeroDivisionError: division by zero'\n\
             class Loud(m.Point):\n    \
                 def __del__(self): gone.append(self.x); raise_quietly()\n\
             def raise_quietly():\n    \
                 try: 1 / 0\n    \
                 except ZeroDivisionError: pass\n\
             assert raised(lambda: Loud(7).during(lambda: 1 / 0)) == 'ZeroDivisionError: division by zero'\n\
             assert gone == [0, 7]\n",
        )
    });
}

/// Over a class without a header, one that needs it.
#[test]
fn a_class_with_references_over_one_without_is_collected() {
    python(|py| {
        let module = owned::load!(py, headers)?;
        flat(py, |probe| {
            for _ in 0..100 {
                let named = module.call_method("Named", (1,))?;
                named.setattr("name", (&named, probe))?;
                assert_eq!(named.getattr("x")?.extract::<i64>()?, 1);
            }
            collect(py).map(drop)
        });
        Ok(())
    });
}

/// The module's own code fails when its classes are there.
#[owned::module]
mod failing {
    use owned::prelude::*;

    #[export]
    pub use crate::classes::{Pair, Point, Third};

    #[init]
    fn init(module: &Owned<'_, Any>) -> Result<()> {
        module.setattr("kept", module.call_method("Point", (1,))?)?;
        Err(ValueError::new("not today"))
    }
}

#[test]
fn a_module_that_fails_leaves_no_class() {
    python(|py| {
        let stay = classes_stay(py)?;
        flat(py, |_| {
            assert!(owned::load!(py, failing).is_err());
            // A module with functions is in a cycle with them. When it has been collected, what instances without a header
            // hide goes: the class, which is in a cycle with its shelf.
            collect(py)?;
            collect(py)?;
            assert_eq!(Point { x: 0, y: 0 }.into_py(py).is_ok(), stay, "no copy is loaded");
            Ok(())
        });
        Ok(())
    });
}

/// What Python code may try with a class without a header and those over it.
#[test]
fn tricks_of_python_code_do_no_harm() {
    python(|py| {
        let module = owned::load!(py, headers)?;
        flat_with_classes(py, |probe| {
            module.setattr("probe", probe)?;
            run(
                &module,
                "import copy, threading\n\
                 class Sub(m.Point): pass\n\
                 class Other(m.Point):\n    __slots__ = ('__dict__', '__weakref__')[:1]\n\
                 def swap(one, kind): one.__class__ = kind\n\
                 assert raised(object.__new__, m.Point).startswith('TypeError')\n\
                 assert raised(m.Point.__new__, m.Third, 1).startswith('TypeError')\n\
                 assert raised(m.Point.__new__, m.Named, 1).startswith('TypeError')\n\
                 assert raised(m.Third.__new__, m.Point, 1, 2, 3.0).startswith('TypeError')\n\
                 assert raised(swap, m.Point(1), Sub).startswith('TypeError')\n\
                 assert raised(swap, Sub(1), m.Point).startswith('TypeError')\n\
                 for bases in (m.Point, m.Pair), (m.Point, list), (m.Third, m.Named), (m.Named, m.Point, dict):\n    \
                     assert raised(type, 'Both', bases, {}).startswith('TypeError'), bases\n\
                 class Mixed(m.Named, m.Point): own = None\n\
                 class Back(m.Point):\n    \
                     kept = []\n    \
                     def __del__(self):\n        \
                         if len(Back.kept) < 3: Back.kept.append(self)\n\
                 Back(1); assert [one.x for one in Back.kept] == [1]\n\
                 Back.kept[0].own = (Back, m.probe); Back.kept.append(None); Back.kept.append(None)\n\
                 for kind in Sub, Other, Mixed:\n    \
                     one = kind(1); one.own = [one, m.probe]; one.x = 4\n    \
                     assert one.plus(m.Point(1)).x == 5 and m.Point(1).plus(one).x == 5\n\
                 def many():\n    \
                     for at in range(200): Sub(at).plus(m.Point(at)).pair()\n\
                 threads = [threading.Thread(target=many) for _ in range(4)]\n\
                 for thread in threads: thread.start()\n\
                 for thread in threads: thread.join()\n\
                 class Bad:\n    \
                     def __index__(self): gc.collect(); del m.probe; raise KeyError('bad')\n\
                 assert raised(m.Point, Bad()) == \"KeyError: 'bad'\"\n\
                 assert raised(m.Point, *range(1000)).startswith('TypeError')\n\
                 raised(copy.copy, m.Point(1)); raised(copy.deepcopy, m.Pair(1, 2)); raised(copy.copy, Sub(1))\n\
                 for kind in m.Point, m.Pair, m.Texts, Sub:\n    \
                     for name in '__dict__', '__mro__', '__bases__', '__subclasses__', '__weakrefoffset__':\n        \
                         getattr(kind, name)\n\
                 del one, kind, threads, thread\n",
            )?;
            collect(py).map(drop)
        });
        Ok(())
    });
}
