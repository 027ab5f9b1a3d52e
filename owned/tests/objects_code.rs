//! Code, functions, frames, generators, cells, properties: each method, on success and failure.

mod support;

use owned::exceptions::{RuntimeError, SyntaxError, TypeError, ValueError, ZeroDivisionError};
use owned::prelude::*;
use owned::types::{
    AsyncGenerator, BoundMethod, BuiltinFunction, Cell, Code, CompileMode, Coroutine, Frame, Function, Generator,
    Property, Super,
};
use support::{flat_with_classes, python};

#[test]
fn code_is_compiled_and_run() {
    python(|py| {
        let globals = Dict::empty(py)?;
        let code = Code::compile(py, "def f(a, b):\n    return a / b", "calc.py", CompileMode::Statements)?;
        assert!(code.run(&globals, None)?.is_none());
        assert_eq!((code.name()?.to_str()?, code.filename()?.to_str()?), ("<module>", "calc.py"));
        assert!(!code.instructions()?.as_slice().is_empty());
        let f = globals.get("f")?.expect("defined").downcast::<Function>()?;
        assert_eq!(f.name()?.to_str()?, "f");
        assert_eq!(f.code()?.variable_names()?.repr()?.to_str()?, "('a', 'b')");
        assert!(f.globals()?.is(&globals));
        assert_eq!(f.call((6, 3))?.extract::<f64>()?, 2.0);
        assert!(f.call((1, 0)).unwrap_err().is::<ZeroDivisionError>(py));

        let locals = py.eval("{'x': 20}", None)?;
        let sum = Code::compile(py, "x + y", "<sum>", CompileMode::Expression)?;
        globals.set("y", 1)?;
        assert_eq!(sum.run(&globals, Some(&locals))?.extract::<i64>()?, 21);
        assert!(sum.run(&globals, Some(&py.none())).is_err(), "None is no mapping");

        let error = Code::compile(py, "1 +", "bad.py", CompileMode::Expression).unwrap_err();
        assert!(error.is::<SyntaxError>(py) && error.to_string().contains("bad.py"), "{error}");
        let error = Code::compile(py, "1\0", "bad.py", CompileMode::Expression).unwrap_err();
        assert!(error.is::<ValueError>(py), "{error}");
        Ok(())
    });
}

#[test]
fn sources_run_in_main_or_in_a_dict() {
    python(|py| {
        py.run("owned_test_name = 5", None)?;
        assert_eq!(py.eval("owned_test_name", None)?.extract::<i64>()?, 5);
        py.run("del owned_test_name", None)?;
        let globals = Dict::empty(py)?;
        py.run("import math\nx = math.floor(2.5)", Some(&globals))?;
        assert_eq!(py.eval("x", Some(&globals))?.extract::<i64>()?, 2);
        assert!(py.eval("owned_test_name", Some(&globals)).is_err());
        Ok(())
    });
}

#[test]
fn frames_are_those_that_run() {
    python(|py| {
        assert!(Frame::current(py).is_none(), "no Python function runs");
        // A destructor is how Rust gets to run below a Python frame without a module.
        let frame = py.eval("(lambda here: __import__('sys')._getframe())(3)", None)?.downcast::<Frame>()?;
        assert_eq!(frame.code().name()?.to_str()?, "<lambda>");
        assert_eq!(frame.line(), 1);
        assert!(frame.globals()?.get("__name__")?.is_some());
        assert_eq!(frame.locals()?.repr()?.to_str()?, "{'here': 3}");
        assert_eq!(frame.back()?.expect("it was called").code().name()?.to_str()?, "<module>");
        let inner = py.eval("[g := (lambda: __import__('sys')._getframe()), (lambda: g().f_back)()][1]", None)?;
        assert_eq!(inner.downcast::<Frame>()?.code().name()?.to_str()?, "<lambda>");
        Ok(())
    });
}

#[test]
fn functions_of_three_kinds() {
    python(|py| {
        let len = py.import("builtins")?.getattr("len")?.downcast::<BuiltinFunction>()?;
        assert_eq!(len.name()?.to_str()?, "len");
        assert_eq!(len.receiver()?.repr()?.to_str()?, "<module 'builtins' (built-in)>");

        let receiver = py.eval("[3, 1]", None)?;
        let sorted = py.import("builtins")?.getattr("sorted")?.downcast::<Callable>()?;
        let bound = BoundMethod::new(&sorted, &receiver)?;
        assert_eq!(bound.call(())?.repr()?.to_str()?, "[1, 3]");
        assert!(bound.function()?.is(&sorted) && bound.receiver()?.is(&receiver));

        let back = bound.into_base().into_any().downcast::<Function>().unwrap_err();
        assert_eq!(back.to_string(), "expected function, got method");
        assert!(back.input.downcast::<BoundMethod>().is_ok(), "the input is given back");
        Ok(())
    });
}

/// What is run has `__builtins__`, where an import from Rust looks.
#[test]
fn an_import_from_rust_works_in_what_is_run() {
    python(|py| {
        let import = Callable::from_rust(py, "load", (), |(), args, _| args.py().import("math"))?;
        let globals = Dict::empty(py)?;
        globals.set("load", &import)?;
        py.run("pi = load().pi", Some(&globals))?;
        assert!(globals.contains("__builtins__")? && globals.contains("pi")?);
        let own = Dict::empty(py)?;
        own.set("__builtins__", &own)?;
        assert!(py.run("print", Some(&own)).is_err(), "what is there stays");
        Ok(())
    });
}

#[test]
fn generators_are_iterators() {
    python(|py| {
        let globals = Dict::empty(py)?;
        py.run(
            "log = []\n\
             def numbers():\n    \
                try:\n        yield 1\n        yield 2\n    \
                finally: log.append('closed')\n\
             async def waits(): pass\n\
             async def yields(): yield 1\n\
             def stubborn():\n    \
                try: yield\n    \
                except GeneratorExit: yield\n",
            Some(&globals),
        )?;
        let eval = |source: &str| py.eval(source, Some(&globals));
        let generator = eval("numbers()")?.downcast::<Generator>()?;
        assert_eq!(generator.code()?.name()?.to_str()?, "numbers");
        let mut items = generator.clone().into_base();
        assert_eq!(items.next().unwrap()?.extract::<i64>()?, 1);
        generator.close()?;
        assert!(items.next().is_none());
        assert_eq!(eval("log")?.repr()?.to_str()?, "['closed']");

        let stubborn = eval("stubborn()")?.downcast::<Generator>()?;
        assert!(stubborn.clone().into_base().next().unwrap()?.is_none());
        assert!(stubborn.close().unwrap_err().is::<RuntimeError>(py));
        eval("waits()")?.downcast::<Coroutine>()?.close()?;
        assert!(eval("yields()")?.downcast::<AsyncGenerator>().is_ok());
        assert!(
            eval("waits()")?
                .downcast::<Generator>()
                .map(drop)
                .map_err(|other| {
                    other.input.downcast::<Coroutine>().unwrap().close().unwrap();
                })
                .is_err()
        );
        Ok(())
    });
}

#[test]
fn properties_and_super() {
    python(|py| {
        let getter = py.eval("lambda self: 'got'", None)?.downcast::<Callable>()?;
        let property = Property::new(py, Some(&getter), None, None)?;
        assert!(property.getter()?.is(&getter));
        assert!(property.setter()?.is_none() && property.deleter()?.is_none());

        let globals = Dict::empty(py)?;
        py.run(
            "class A:\n    def name(self): return 'A'\nclass B(A):\n    def name(self): return 'B'\n",
            Some(&globals),
        )?;
        let class = globals.get("B")?.expect("defined").downcast::<Type>()?;
        let object = class.call(())?;
        let above = Super::new(&class, &object)?;
        assert_eq!(above.call_method("name", ())?.extract::<String>()?, "A");
        assert!(Super::new(&class, &Str::new(py, "no B")?).unwrap_err().is::<TypeError>(py));
        Ok(())
    });
}

#[test]
fn nothing_is_left_behind() {
    python(|py| {
        let globals = Dict::empty(py)?;
        py.run("def gen():\n    yield 1\ndef fails(): raise ValueError\n", Some(&globals))?;
        let getter = py.eval("lambda self: 1", None)?.downcast::<Callable>()?;
        flat_with_classes(py, |probe| {
            let code = Code::compile(py, "[probe, probe]", "<test>", CompileMode::Expression)?;
            let names = Dict::empty(py)?;
            names.put(&Str::new(py, "probe")?, probe)?;
            drop(code.run(&names, None)?);
            drop((code.name()?, code.filename()?, code.variable_names()?, code.instructions()?));
            drop((
                Code::compile(py, "(", "<bad>", CompileMode::Statements).err(),
                py.eval("fails()", Some(&globals)).err(),
            ));

            let cell = Cell::empty(py)?;
            cell.set(probe)?;
            cell.set(probe)?;
            drop((cell.get()?, cell.clear(), cell.get()?));
            cell.set(probe)?;

            drop(BoundMethod::new(&getter, probe)?.call(())?);
            let property = Property::new(py, Some(&getter), None, Some(&getter))?;
            drop((property.getter()?, property.setter()?, property.deleter()?));
            drop(Super::new(&Type::of(probe), probe)?);
            drop(Super::new(&Type::of(&cell), probe).err());

            let generator = py.eval("gen()", Some(&globals))?.downcast::<Generator>()?;
            drop(generator.code()?);
            drop(generator.clone().into_base().next());
            generator.close()?;
            let frame =
                py.eval("(lambda it: __import__('sys')._getframe())(probe)", Some(&names))?.downcast::<Frame>()?;
            drop((frame.code(), frame.globals()?, frame.locals()?, frame.back()?));
            Ok(())
        });
        Ok(())
    });
}
