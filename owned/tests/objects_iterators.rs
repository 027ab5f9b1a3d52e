//! Iterators, generators and asynchronous iterators, on success and on failure, with nothing left behind.

mod support;

use owned::prelude::*;
use owned::types::{AsyncIter, Reply};
use support::{eval, exec, flat, python, raised, raised_kind};

fn sum<'py>(items: impl Iterator<Item = Result<Owned<'py, Any>>>) -> Result<i64> {
    items.map(|item| item?.extract::<i64>()).sum()
}

#[test]
fn every_source_gives_its_items() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(&globals, "def broken():\n    yield 1\n    raise OSError('broken')\n")?;
        flat(py, |probe| {
            for source in [
                "[1, 2, 3]",
                "(1, 2, 3)",
                "{1, 2, 3}",
                "{1: 0, 2: 0, 3: 0}",
                "range(1, 4)",
                "(n for n in (1, 2, 3))",
                "type('L', (list,), {'__iter__': lambda self: iter((1, 2, 3))})()",
                "type('T', (tuple,), {'__iter__': lambda self: iter((1, 2, 3))})()",
            ] {
                let object = eval(py, source)?;
                assert_eq!(sum(object.each()?)?, 6, "{source}");
                assert_eq!(sum(eval(py, source)?.iter()?)?, 6, "{source}");
            }
            let broken = globals.require("broken")?;
            for mut items in
                [Box::new(broken.call(())?.each()?) as Box<dyn Iterator<Item = _>>, Box::new(broken.call(())?.iter()?)]
            {
                assert!(items.next().is_some_and(|item| item.is_ok()));
                assert_eq!(raised(items.next().expect("an error")), "OSError: broken");
                assert!(items.next().is_none());
            }
            let mut ended = List::new(py, [probe])?.iter()?;
            assert!(ended.next().is_some() && ended.next().is_none() && ended.next().is_none());
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn a_list_that_grew_again_stays_ended() {
    python(|py| {
        let list = List::new(py, [1])?;
        let (mut each, mut items, mut pythons) = (list.each()?, list.items(), list.iter()?);
        assert!(each.next().is_some() && items.next().is_some() && pythons.next().is_some());
        assert!(each.next().is_none() && items.next().is_none() && pythons.next().is_none());
        list.append(2)?;
        assert!(each.next().is_none() && items.next().is_none() && pythons.next().is_none());
        Ok(())
    });
}

/// Of a module's class `PyIter_Next` would call NULL here, before 3.14.
#[test]
fn an_iterator_that_is_none_any_more_is_an_error() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(
            &globals,
            "import types\n\
            class A:\n\
            \x20   def __iter__(self): return self\n\
            \x20   def __next__(self): return 1\n\
            class B: pass\n\
            class M(A, types.ModuleType): pass\n\
            make = {'B': A, 'module': lambda: M('m')}\n\
            others = {'B': B, 'module': types.ModuleType}\n",
        )?;
        flat(py, |_| {
            for name in ["B", "module"] {
                let object = globals.require("make")?.get_item(name)?.call(())?;
                let (mut iterator, mut each) = (object.iter()?, object.each()?);
                assert!(iterator.next().is_some_and(|item| item.is_ok()));
                object.setattr("__class__", globals.require("others")?.get_item(name)?)?;
                for error in [iterator.next().expect("an error"), each.next().expect("an error")] {
                    let error = raised(error);
                    assert!(
                        error.starts_with(&format!("TypeError: '{name}' object is not an iter"))
                            || error.ends_with("is not iterable"),
                        "{error}"
                    );
                }
            }
            Ok(())
        });
        Ok(())
    });
}

/// The slot of what is built in is read once, that of a class which can change at each step.
#[test]
fn a_loop_follows_a_class_that_changes() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(
            &globals,
            "class A:\n\
            \x20   def __iter__(self): return self\n\
            \x20   def __next__(self):\n\
            \x20       A.__next__ = lambda self: 2\n\
            \x20       return 1\n\
            import types\n\
            class M(types.ModuleType):\n\
            \x20   def __iter__(self): return self\n\
            \x20   def __next__(self):\n\
            \x20       self.__class__ = N\n\
            \x20       return 1\n\
            class N(M):\n\
            \x20   def __next__(self): return 2\n",
        )?;
        for object in [globals.require("A")?.call(())?, globals.require("M")?.call(("m",))?] {
            let seen: Vec<i64> = object.each_as()?.take(3).collect::<Result<_>>()?;
            assert_eq!(seen, [1, 2, 2]);
        }
        Ok(())
    });
}

#[test]
fn iterators_of_other_things() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(
            &globals,
            "class S:\n    def __getitem__(self, i):\n        if i < 3: return i\n        raise IndexError\n",
        )?;
        flat(py, |probe| {
            let sequence = globals.require("S")?.call(())?;
            assert_eq!(Iter::over_sequence(&sequence)?.count(), 3);
            assert_eq!(raised_kind(Iter::over_sequence(&eval(py, "{1}")?)), "SystemError");
            let list = List::new(py, [1, 2, 3, 0, 5])?;
            let pop = list.getattr("pop")?;
            let sentinel = eval(py, "0")?;
            assert_eq!(Iter::until(&pop, &sentinel)?.count(), 1);
            let mut broken = Iter::until(probe, &sentinel)?;
            assert_eq!(raised_kind(broken.next().expect("an error")), "TypeError");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn values_are_sent() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(
            &globals,
            "def echo(n):\n\
            \x20   while n != 'stop': n = yield n\n\
            \x20   return 'done'\n\
            class Own:\n\
            \x20   def send(self, value):\n\
            \x20       if value is None: raise StopIteration(7)\n\
            \x20       return value\n\
            async def co(): return 5\n\
            own = Own()\n",
        )?;
        flat(py, |probe| {
            let echo = globals.require("echo")?.call((1,))?;
            assert_eq!(raised_kind(echo.send(5)), "TypeError");
            assert!(matches!(echo.send(())?, Reply::Yielded(one) if one.extract::<i64>()? == 1));
            assert!(matches!(echo.send(probe)?, Reply::Yielded(same) if same.is(probe)));
            assert!(matches!(echo.send_object(probe)?, Reply::Yielded(same) if same.is(probe)));
            assert!(matches!(echo.send("stop")?, Reply::Returned(done) if done.extract::<String>()? == "done"));
            assert!(matches!(echo.send(())?, Reply::Returned(none) if none.is_none()));
            let own = globals.require("own")?;
            assert!(matches!(own.send(probe)?, Reply::Yielded(same) if same.is(probe)));
            assert!(matches!(own.send(())?, Reply::Returned(seven) if seven.extract::<i64>()? == 7));
            let co = globals.require("co")?.call(())?;
            assert!(matches!(co.send(())?, Reply::Returned(five) if five.extract::<i64>()? == 5));
            assert_eq!(raised_kind(co.send(())), "RuntimeError");
            assert_eq!(raised_kind(probe.send(())), "AttributeError");
            let list = List::new(py, [1])?.iter()?;
            assert!(matches!(list.send(())?, Reply::Yielded(_)));
            assert!(matches!(list.send(())?, Reply::Returned(none) if none.is_none()));
            assert_eq!(raised_kind(list.send(1)), "AttributeError");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn asynchronous_iterators() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(&globals, "async def count():\n    yield 1\nclass Wrong:\n    def __aiter__(self): return 5\n")?;
        flat(py, |_| {
            let count = globals.require("count")?.call(())?;
            assert!(count.is_a::<AsyncIter>() && !count.is_a::<Iter>());
            let iterator: Owned<'_, AsyncIter> = count.aiter()?;
            assert!(iterator.is(&count) && iterator.hasattr("__anext__")?);
            assert_eq!(raised_kind(globals.require("Wrong")?.call(())?.aiter()), "TypeError");
            assert!(List::new(py, [1])?.into_any().downcast::<AsyncIter>().is_err());
            Ok(())
        });
        Ok(())
    });
}
