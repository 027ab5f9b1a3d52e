//! Rust closures as Python callables.

mod support;

use owned::exceptions::{KeyError, RuntimeError, TypeError};
use owned::prelude::*;
use support::{collect, flat, python};

#[test]
fn a_closure_is_called_with_its_captures() {
    python(|py| {
        let add = Callable::from_rust(py, "add", 40_i64, |base, args, kwargs| {
            let mut sum = *base;
            for number in args.items() {
                sum += number.extract::<i64>()?;
            }
            if let Some(number) = kwargs.get("more")? {
                sum += number.extract::<i64>()?;
            }
            sum.into_py(args.py()).map(Owned::into_any)
        })?;
        assert_eq!(add.call((1, 1))?.extract::<i64>()?, 42);
        let globals = Dict::empty(py)?;
        globals.set("add", &add)?;
        assert_eq!(py.eval("add(1, more=2)", Some(&globals))?.extract::<i64>()?, 43);
        assert_eq!(py.eval("[*map(add, [1, 2])]", Some(&globals))?.repr()?.to_str()?, "[41, 42]");
        assert!(add.call(("text",)).unwrap_err().is::<TypeError>(py));
        assert_eq!(add.repr()?.to_str()?, "<Rust function add>");
        assert_eq!(add.getattr("__name__")?.extract::<String>()?, "add");
        assert!(Type::of(&add).call(()).unwrap_err().is::<TypeError>(py), "none is made from Python");
        Ok(())
    });
}

#[test]
fn errors_and_panics_are_raised() {
    python(|py| {
        let fails = Callable::from_rust(py, "fails", (), |(), args, _| {
            if args.is_empty() { panic!("in the closure") } else { Err(KeyError::new("said so")) }
        })?;
        let error = fails.call(()).unwrap_err();
        assert!(error.is::<RuntimeError>(py) && error.to_string().contains("in the closure"), "{error}");
        assert!(fails.call((1,)).unwrap_err().is::<KeyError>(py));
        Ok(())
    });
}

#[test]
fn a_cycle_through_a_capture_is_collected() {
    python(|py| {
        let globals = Dict::empty(py)?;
        py.run("class Node: pass", Some(&globals))?;
        let class = globals.get("Node")?.expect("defined");
        collect(py)?;
        let mut weak = Vec::new();
        for _ in 0..1000 {
            let node = class.call(())?;
            let callback = Callable::from_rust(py, "cycle", node.clone().unbind(), |node, args, _| {
                Ok(node.bind(args.py()).to_owned())
            })?;
            node.setattr("callback", &callback)?;
            weak.push((Weak::new(&node)?, Weak::new(&callback)?));
        }
        collect(py)?;
        for (node, callback) in weak {
            assert!(node.upgrade()?.is_none() && callback.upgrade()?.is_none());
        }
        Ok(())
    });
}

#[test]
fn nothing_is_left_behind() {
    python(|py| {
        flat(py, |probe| {
            let captures = (probe.clone().unbind(), vec![probe.clone().unbind()]);
            let callback = Callable::from_rust(py, "flat", captures, |(probe, _), args, kwargs| {
                drop(args.get(0)?.to_owned());
                drop(kwargs.get("name")?);
                Ok(probe.bind(args.py()).to_owned())
            })?;
            drop(callback.call((probe,))?);
            drop(callback.call(()).err());
            let names = Dict::empty(py)?;
            names.put(&Str::new(py, "name")?, probe)?;
            drop(callback.call_with((probe,), &names)?);
            Ok(())
        });
        Ok(())
    });
}
