//! Types, modules, weak references, contexts, capsules, struct sequences, namespaces, memory views.

// A struct sequence, and entering a context, are not to be had in a build for the stable ABI.
#![cfg(not(feature = "abi3"))]

mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use owned::exceptions::{BufferError, ReferenceError, RuntimeError, TypeError, ValueError};
use owned::prelude::*;
use owned::types::{Capsule, Context, ContextVar, MemoryView, Module, Namespace, StructSequence, WeakProxy};
use support::{collect, flat_with_classes, python};

#[test]
fn types_say_what_they_are() {
    python(|py| {
        let globals = Dict::empty(py)?;
        py.run("class Outer:\n    class Inner(dict): pass\n", Some(&globals))?;
        let inner = py.eval("Outer.Inner", Some(&globals))?.downcast::<Type>()?;
        assert_eq!((inner.name(), inner.qualified_name()?.to_str()?), ("Inner".into(), "Outer.Inner"));
        assert_eq!(inner.module_name()?.to_str()?, "builtins");
        assert_eq!(inner.mro()?.len(), 3);
        assert_eq!(inner.bases()?.repr()?.to_str()?, "(<class 'dict'>,)");
        assert!(inner.is_subtype_of(&Type::of(&globals)) && !Type::of(&globals).is_subtype_of(&inner));
        py.run("Outer.Inner.__module__ = 5", Some(&globals))?;
        assert!(inner.module_name().unwrap_err().is::<TypeError>(py));

        let members = Dict::empty(py)?;
        members.set("answer", 42)?;
        let class = Type::new(&Str::new(py, "Made")?, &Tuple::from_items(py, [])?, &members)?;
        assert_eq!(class.call(())?.getattr("answer")?.extract::<i64>()?, 42);
        let bad = Tuple::from_items(py, [Str::new(py, "no type")?.into_any()])?;
        assert!(Type::new(&Str::new(py, "Bad")?, &bad, &members).unwrap_err().is::<TypeError>(py));
        Ok(())
    });
}

#[test]
fn modules_are_made_and_found() {
    python(|py| {
        let module = Module::from_source(py, "made_up", "__all__ = []\nx = 1")?;
        assert_eq!(module.name()?.to_str()?, "made_up");
        assert!(module.filename().is_err());
        module.add("thing", &module.dict()?)?;
        assert_eq!(module.getattr("__all__")?.repr()?.to_str()?, "['thing']");
        assert!(module.getattr("thing")?.is(&module.dict()?));
        assert!(py.imported("made_up")?.is_none());
        assert!(py.imported("sys")?.expect("always there").is(&py.import("sys")?));
        assert!(py.import("json")?.downcast::<Module>()?.filename()?.to_str()?.ends_with("__init__.py"));
        assert_eq!(py.main()?.name()?.to_str()?, "__main__");
        assert!(Module::from_source(py, "broken", "1 / 0").is_err());
        Ok(())
    });
}

#[test]
fn proxies_and_callbacks() {
    python(|py| {
        let globals = Dict::empty(py)?;
        py.run("gone = []\nclass Thing: size = 3", Some(&globals))?;
        let thing = py.eval("Thing()", Some(&globals))?;
        let proxy = WeakProxy::new(&thing)?;
        let callback = py.eval("gone.append", Some(&globals))?.downcast::<Callable>()?;
        let weak = Weak::with_callback(&thing, &callback)?;
        assert_eq!(proxy.getattr("size")?.extract::<i64>()?, 3);
        assert!(proxy.upgrade()?.unwrap().is(&thing));
        drop(thing);
        assert!(proxy.upgrade()?.is_none() && weak.upgrade()?.is_none());
        assert!(proxy.getattr("size").unwrap_err().is::<ReferenceError>(py));
        assert_eq!(globals.get("gone")?.unwrap().length()?, 1);
        assert!(WeakProxy::new(&py.none()).unwrap_err().is::<TypeError>(py));
        Ok(())
    });
}

#[test]
fn context_variables() {
    python(|py| {
        let variable = ContextVar::new(py, "level")?;
        assert!(variable.get()?.is_none());
        let token = variable.set(&Str::new(py, "outer")?)?;
        let copy = Context::current(py)?;
        copy.run(|| variable.set(&Str::new(py, "inner")?).map(drop))??;
        assert_eq!(variable.get()?.unwrap().extract::<String>()?, "outer");
        let twin = copy.copy()?;
        let seen = twin.run(|| variable.get())??.unwrap();
        assert_eq!(seen.extract::<String>()?, "inner");
        assert!(Context::empty(py)?.run(|| variable.get())??.is_none());
        variable.reset(&token)?;
        assert!(variable.get()?.is_none());
        assert!(variable.reset(&token).unwrap_err().is::<RuntimeError>(py), "used before");
        let other = ContextVar::new(py, "other")?.set(&py.none())?;
        assert!(variable.reset(&other).unwrap_err().is::<ValueError>(py), "of another variable");
        assert!(ContextVar::new(py, "a\0b").unwrap_err().is::<ValueError>(py));

        assert!(copy.run(|| copy.run(|| ()))?.unwrap_err().is::<RuntimeError>(py), "entered twice");
        let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| copy.run(|| panic!("in the middle"))));
        assert!(panicked.is_err() && copy.run(|| ()).is_ok(), "a panic leaves it");
        Ok(())
    });
}

#[test]
fn a_capsule_owns_its_value() {
    struct Counted(Arc<AtomicUsize>);
    impl Drop for Counted {
        fn drop(&mut self) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }
    python(|py| {
        let drops = Arc::new(AtomicUsize::new(0));
        let capsule = Capsule::new(py, c"owned.test", Counted(drops.clone()))?;
        assert!(capsule.get::<Counted>().is_some());
        assert!(capsule.get::<String>().is_none());
        assert!(capsule.pointer(c"another.name").unwrap_err().is::<ValueError>(py));
        assert!(!capsule.pointer(c"owned.test")?.is_null());
        let second = capsule.clone();
        drop(capsule);
        assert_eq!(drops.load(Ordering::Relaxed), 0);
        drop(second);
        assert_eq!(drops.load(Ordering::Relaxed), 1);

        let foreign = py.import("datetime")?.getattr("datetime_CAPI")?.downcast::<Capsule>()?;
        assert!(foreign.get::<Counted>().is_none(), "not ours");
        assert!(!foreign.pointer(c"datetime.datetime_CAPI")?.is_null());

        let panics = Capsule::new(py, c"owned.panics", Panics)?;
        let hook = py.eval("[]", None)?;
        let sys = py.import("sys")?;
        sys.setattr(
            "unraisablehook",
            py.eval("lambda seen: lambda args: seen.append(str(args.exc_value))", None)?.call((&hook,))?,
        )?;
        drop(panics);
        sys.setattr("unraisablehook", sys.getattr("__unraisablehook__")?)?;
        assert!(hook.repr()?.to_str()?.contains("in a destructor"), "{hook:?}");
        Ok(())
    });

    struct Panics;
    impl Drop for Panics {
        fn drop(&mut self) {
            panic!("in a destructor");
        }
    }
}

#[test]
fn struct_sequences() {
    python(|py| {
        let point = StructSequence::define(py, c"shapes.Point", c"A place.", &[(c"x", c"across"), (c"y", c"down")])?;
        let items = || Ok::<_, PyErr>(vec![1_i64.into_py(py)?.into_any(), 2_i64.into_py(py)?.into_any()]);
        let here = point.make(items()?)?;
        assert_eq!((here.len(), here.getattr("x")?.extract::<i64>()?), (2, 1));
        assert_eq!(here.repr()?.to_str()?, "shapes.Point(x=1, y=2)");
        assert!(Type::of(&here).is(point.class()));
        assert_eq!(point.class().getattr("__doc__")?.extract::<String>()?, "A place.");
        for wrong in [items()?.split_off(1), [items()?, items()?].concat()] {
            assert!(point.make(wrong).unwrap_err().is::<TypeError>(py));
        }
        assert!(StructSequence::define(py, c"a.B", c"", &[]).unwrap_err().is::<TypeError>(py));
        Ok(())
    });
}

#[test]
fn namespaces_and_views() {
    python(|py| {
        let namespace = Namespace::empty(py)?;
        namespace.setattr("depth", 3)?;
        assert_eq!(namespace.repr()?.to_str()?, "namespace(depth=3)");
        assert!(py.import("sys")?.getattr("implementation")?.downcast::<Namespace>().is_ok());
        let pretender = py.eval("type('SimpleNamespace', (), {'__module__': 'types'})()", None)?;
        assert!(pretender.downcast::<Namespace>().is_err());
        assert!(
            py.eval("type('Sub', (__import__('types').SimpleNamespace,), {})()", None)?.downcast::<Namespace>().is_ok()
        );

        let bytes = py.eval("bytearray(b'abc')", None)?;
        let view = MemoryView::of(&bytes)?;
        assert!(view.exporter()?.is(&bytes));
        assert_eq!(view.to_bytes()?.as_slice(), b"abc");
        let second = MemoryView::of(&view)?;
        view.release()?;
        assert!(view.to_bytes().unwrap_err().is::<ValueError>(py));
        assert_eq!(second.to_bytes()?.as_slice(), b"abc");
        let buffer = owned::types::Buffer::<u8>::of(&second)?;
        assert!(second.release().unwrap_err().is::<BufferError>(py));
        drop(buffer);
        second.release()?;
        assert!(MemoryView::of(&py.none()).unwrap_err().is::<TypeError>(py));
        Ok(())
    });
}

#[test]
fn nothing_is_left_behind() {
    python(|py| {
        let variable = ContextVar::new(py, "flat")?;
        let none_args = Tuple::from_items(py, [])?;
        flat_with_classes(py, |probe| {
            let members = Dict::empty(py)?;
            members.put(&Str::new(py, "probe")?, probe)?;
            let class = Type::new(&Str::new(py, "Made")?, &none_args, &members)?;
            drop((class.qualified_name()?, class.module_name().err(), class.mro()?, class.bases()?, Type::of(probe)));
            drop(Type::new(&Str::new(py, "Bad")?, &Tuple::from_items(py, [probe.clone()])?, &members).err());

            let module = Module::new(py, "flat")?;
            module.add("probe", probe)?;
            drop((module.name()?, module.dict()?, module.filename().err(), py.imported("flat")?, py.main()?));
            drop(Module::from_source(py, "broken", "raise ValueError").err());

            drop((WeakProxy::new(probe)?.upgrade()?, Weak::new(probe)?.upgrade()?, Weak::new(&py.none()).err()));

            let token = variable.set(probe)?;
            drop(variable.get()?);
            Context::current(py)?.run(|| variable.set(probe).map(drop))??;
            variable.reset(&token)?;
            drop(variable.reset(&token).err());

            let capsule = Capsule::new(py, c"owned.flat", probe.clone().unbind())?;
            assert!(capsule.get::<Py<Any>>().is_some_and(|held| held.bind(py).is(probe)));
            drop(capsule.pointer(c"wrong").err());

            let pair = StructSequence::define(py, c"flat.Pair", c"", &[(c"a", c""), (c"b", c"")])?;
            drop((pair.make(vec![probe.clone(), probe.clone()])?, pair.make(vec![probe.clone()]).err()));

            Namespace::empty(py)?.setattr("probe", probe)?;
            let view = MemoryView::of(&Bytes::new(py, b"abc")?)?;
            drop((view.exporter()?, view.to_bytes()?, view.release(), view.exporter().err()));
            drop((members, class, module, pair));
            collect(py)?;
            Ok(())
        });
        Ok(())
    });
}
