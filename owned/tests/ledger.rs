//! The handle count: each way to make a handle answers to the line that asked for it, with the right type.
//!
//! With the feature off the same code runs and the report must be empty.
#![expect(unsafe_code, reason = "believes raw pointers, as bindings do")]
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::time::Duration;

use owned::exceptions::ExceptionType;
use owned::prelude::*;
use owned::report::{ENABLED, Site, Snapshot, snapshot};
use owned::types::{Bool, Module};
use support::{eval, probe, python, run};

/// An empty class.
#[class]
pub struct Thing;

#[owned::module]
mod ledger {
    #[export]
    pub use super::Thing;
}

fn site(line: u32, handle: &str, live: i64) -> Site {
    Site { file: file!().into(), line, handle: handle.into(), escaped: false, live }
}

#[track_caller]
fn changed(before: &Snapshot, expected: &[Site]) {
    let found = snapshot().since(before);
    let expected = if ENABLED { expected } else { &[] };
    assert_eq!(found.sites(), expected, "found:\n{found}");
}

/// Evaluates an expression that makes handles, and checks that this very line, and no other, answers for them.
macro_rules! makes {
    ($live:literal $handle:literal, $make:expr) => {{
        let before = snapshot();
        let kept = $make;
        changed(&before, &[site(line!(), $handle, $live)]);
        drop(kept);
        changed(&before, &[]);
    }};
    ($handle:literal, $make:expr) => { makes!(1 $handle, $make) };
}

/// A failing call: the exception that the error holds answers to the line that called.
macro_rules! fails {
    ($call:expr) => {
        makes!("Py<BaseException>", $call.map(drop).expect_err("it fails"))
    };
}

#[test]
fn the_pointers() {
    python(|py| {
        let (object, list) = (probe(py), List::empty(py)?);
        makes!("Owned<Any>", object.clone());
        makes!("Owned<List>", list.clone());
        makes!("Owned<Any>", object.as_borrowed().to_owned());
        makes!("Owned<Any>", list.clone().into_any());
        makes!("Owned<Any>", list.clone().into_base());
        makes!("Owned<List>", list.clone().into_any().downcast::<List>()?);
        makes!("Owned<Any>", list.clone().into_any().downcast::<Str>().expect_err("no str"));
        makes!("Py<List>", list.clone().unbind());
        makes!("Py<Any>", list.clone().unbind().into_any());
        makes!("Py<Any>", list.clone().unbind().into_base());
        makes!("Owned<List>", list.clone().unbind().into_bound(py));
        makes!("Py<Any>", Py::from(object.clone()));
        makes!("Py<Any>", Py::from(object.as_borrowed()));
        let unbound = object.clone().unbind();
        makes!("Py<Any>", unbound.clone_ref(py));
        makes!("Owned<Any>", unbound.bind(py).to_owned());
        // SAFETY: `object` is alive.
        makes!("Owned<Any>", unsafe { Owned::<Any>::from_borrowed(py, object.as_ptr()) });
        // A borrowed reference is nobody's count: it comes and nothing is alive.
        let before = snapshot();
        // SAFETY: `object` is alive.
        let borrowed = unsafe { Borrowed::<Any>::from_ptr(py, object.as_ptr()) }.expect("not NULL");
        changed(&before, &[]);
        makes!("Owned<Any>", (*borrowed).clone());
        Ok(())
    });
}

#[test]
fn what_left_through_into_raw_is_escaped_until_it_comes_back() {
    python(|py| {
        let object = probe(py);
        let before = snapshot();
        let (raw, line) = (object.clone().into_raw(), line!());
        let escaped = Site { escaped: true, ..site(line, "Owned<Any>", 1) };
        changed(&before, core::slice::from_ref(&escaped));
        assert_eq!(escaped.to_string(), format!("+1 Owned<Any> (into_raw) at {}:{line}", file!()));
        // SAFETY: the reference that `into_raw` gave up.
        let (back, line) = (unsafe { Owned::<Any>::from_new(py, raw) }, line!());
        changed(&before, &[site(line, "Owned<Any>", 1)]);
        let (raw, line) = (back.expect("not NULL").unbind().into_raw(), line!());
        changed(&before, &[Site { escaped: true, ..site(line, "Py<Any>", 1) }]);
        // SAFETY: the reference that `into_raw` gave up.
        let (back, line) = (unsafe { Py::<Any>::from_new(py, raw) }, line!());
        changed(&before, &[site(line, "Py<Any>", 1)]);
        drop(back);
        changed(&before, &[]);
        Ok(())
    });
}

#[test]
fn what_is_forgotten_shows_at_the_line_that_made_it() {
    python(|py| {
        let object = probe(py);
        let before = snapshot();
        let (leak, line) = (object.clone(), line!());
        core::mem::forget(leak);
        let (two, second) = ([object.clone(), object.clone()], line!());
        core::mem::forget(two);
        changed(&before, &[site(line, "Owned<Any>", 1), site(second, "Owned<Any>", 2)]);
        let text = snapshot().since(&before).to_string();
        assert_eq!(text.lines().count(), if ENABLED { 2 } else { 0 });
        // What has gone since then is counted below zero.
        let later = snapshot();
        assert_eq!(before.since(&later).total(), if ENABLED { -3 } else { 0 });
        Ok(())
    });
}

#[test]
fn the_objects() {
    python(|py| {
        makes!("Owned<Any>", py.none());
        makes!("Owned<Any>", py.not_implemented());
        makes!("Owned<Any>", py.import("sys")?);
        makes!("Owned<Int>", Int::from_i64(py, 1)?);
        makes!("Owned<Int>", Int::from_u64(py, 1)?);
        makes!("Owned<Float>", Float::new(py, 1.0)?);
        makes!("Owned<Bool>", Bool::new(py, true)?);
        makes!("Owned<Str>", Str::new(py, "a")?);
        makes!("Owned<Bytes>", Bytes::new(py, b"a")?);
        makes!("Owned<List>", List::empty(py)?);
        makes!("Owned<List>", List::new(py, [1, 2])?);
        makes!("Owned<Dict>", Dict::empty(py)?);
        makes!("Owned<Tuple>", Tuple::from_items(py, [py.none()])?);
        makes!("Owned<Tuple>", Tuple::from_vec(py, vec![py.none()])?);
        makes!("Owned<Any>", TypeError::type_object(py));
        let (list, dict) = (List::new(py, ["a", "b"])?, Dict::empty(py)?);
        let (key, any) = (Str::new(py, "k")?, probe(py));
        dict.set("k", &any)?;
        makes!("Owned<Str>", list.repr()?);
        makes!("Owned<Str>", list.str()?);
        makes!("Owned<Type>", list.type_of());
        makes!("Owned<Any>", list.getattr("append")?);
        makes!("Owned<Any>", list.getattr_opt("append")?);
        makes!("Owned<Any>", dict.get_item(&key)?);
        makes!("Owned<Iter>", list.iter()?);
        makes!("Owned<Any>", list.compare(&list, CompareOp::Eq)?);
        makes!("Owned<Any>", list.get(0)?);
        makes!("Owned<Tuple>", list.to_tuple()?);
        makes!(2 "Owned<Any>", list.items().collect::<Vec<_>>());
        makes!("Owned<Any>", dict.find(&key)?);
        makes!("Owned<Any>", dict.get("k")?);
        makes!("Owned<Any>", dict.require("k")?);
        makes!("Owned<DictKeys>", dict.keys()?);
        makes!("Owned<DictValues>", dict.values()?);
        makes!("Owned<Dict>", dict.copy()?);
        makes!("Owned<Dict>", dict.snapshot()?);
        makes!(2 "Owned<Any>", dict.snapshot()?.collect::<Vec<_>>());
        let mut iterator = list.iter()?;
        makes!("Owned<Any>", iterator.next());
        makes!("Owned<Weak>", Weak::new(&any)?);
        let weak = Weak::new(&any)?;
        makes!("Owned<Any>", weak.upgrade()?);
        let bytes = Bytes::new(py, b"b")?;
        makes!("Owned<Any>", bytes.memory_view()?);
        let module = py.import("sys")?.downcast::<Module>()?;
        makes!("Owned<Str>", module.name()?);
        let number = eval(py, "True")?;
        makes!("Owned<Int>", number.to_index()?);
        Ok(())
    });
}

#[test]
fn the_conversions() {
    python(|py| {
        let module = owned::load!(py, ledger)?;
        let (any, list) = (probe(py), List::new(py, [1, 2])?);
        let unbound = any.clone().unbind();
        makes!("Owned<Int>", 5_u8.into_py(py)?);
        makes!("Owned<Int>", (&5_isize).into_py(py)?);
        makes!("Owned<Any>", 5_i64.into_any(py)?);
        makes!("Owned<Float>", 5.0_f32.into_py(py)?);
        makes!("Owned<Str>", "a".into_py(py)?);
        makes!("Owned<Str>", String::from("a").into_py(py)?);
        makes!("Owned<Str>", 'a'.into_py(py)?);
        makes!("Owned<Str>", Path::new("a").into_py(py)?);
        makes!("Owned<Any>", ().into_py(py)?);
        makes!("Owned<Any>", Some(5).into_py(py)?);
        makes!("Owned<Any>", (&Some(5)).into_py(py)?);
        makes!("Owned<Any>", vec!["a", "b"].into_py(py)?);
        makes!("Owned<Set>", BTreeSet::from(["a", "b"]).into_py(py)?);
        makes!("Owned<Range>", (1..2).into_py(py)?);
        Duration::ZERO.into_py(py)?; // which imports a module the first time
        makes!("Owned<TimeDelta>", Duration::from_secs(1).into_py(py)?);
        makes!("Owned<Dict>", HashMap::from([("a", 1)]).into_py(py)?);
        makes!("Owned<Tuple>", (1, "a", 2.0).into_py(py)?);
        makes!("Owned<Any>", (&any).into_py(py)?);
        makes!("Owned<Any>", any.as_borrowed().into_py(py)?);
        makes!("Owned<Any>", (&unbound).into_py(py)?);
        makes!("Owned<Any>", unbound.clone_ref(py).into_py(py)?);
        makes!("Owned<Thing>", Thing.into_py(py)?);
        makes!("Owned<Any>", any.extract::<Owned<'_, Any>>()?);
        makes!("Py<Any>", any.extract::<Py<Any>>()?);
        makes!("Py<Any>", any.extract::<Option<Py<Any>>>()?);
        makes!(2 "Py<Any>", list.extract::<Vec<Py<Any>>>()?);
        makes!(2 "Py<Any>", list.to_tuple()?.extract::<(Py<Any>, Py<Any>)>()?);
        let dict = HashMap::from([("a", 1)]).into_py(py)?;
        makes!("Py<Int>", dict.extract::<HashMap<String, Py<Int>>>()?);
        let max = eval(py, "max")?;
        makes!("Owned<Any>", max.call((1, 2))?);
        makes!("Owned<Any>", max.call_with((1, 2), &Dict::empty(py)?)?);
        makes!("Owned<Any>", list.call_method("count", (1,))?);
        fails!(module.call_method("Thing", ()));
        Ok(())
    });
}

#[test]
fn the_errors() {
    python(|py| {
        let (object, list, dict) = (probe(py), List::new(py, ["a"])?, Dict::empty(py)?);
        let big = eval(py, "1 << 70")?.downcast::<Int>()?;
        let text = eval(py, "'\\ud800'")?.downcast::<Str>()?;
        makes!("Py<BaseException>", PyErr::from_value(ValueError::new("a").into_value(py)));
        makes!("Owned<BaseException>", ValueError::new("a").into_value(py));
        let mut error = ValueError::new("a");
        let before = snapshot();
        let (value, line) = (error.value(py), line!());
        changed(&before, &[site(line, "Owned<BaseException>", 1), site(line, "Py<BaseException>", 1)]);
        drop(value);
        makes!("Owned<BaseException>", error.value(py));
        makes!("Py<BaseException>", error.clone_ref(py));
        fails!(object.getattr("missing"));
        fails!(list.hash());
        fails!(object.length());
        fails!(object.get_item(&object));
        fails!(object.set_item(&object, &object));
        fails!(object.del_item(&object));
        fails!(object.contains(&object));
        fails!(object.iter());
        fails!(object.compare(&list, CompareOp::Lt));
        fails!(object.compare_bool(&list, CompareOp::Lt));
        fails!(object.is_instance(&object));
        fails!(object.to_index());
        fails!(object.to_f64());
        fails!(object.setattr("__class__", 5));
        fails!(object.call(()));
        fails!(object.call_method("missing", ()));
        fails!(list.set(5, py.none()));
        fails!(dict.put(&list, &list));
        fails!(dict.find(&list));
        fails!(dict.has(&list));
        fails!(dict.remove(&object));
        fails!(big.to_u64());
        fails!(text.to_str());
        fails!(text.as_borrowed().as_str());
        fails!(text.extract::<String>());
        fails!(py.import("no such module"));
        fails!(Weak::new(&list));
        Ok(())
    });
}

#[test]
fn python_reads_the_same_count_and_looking_changes_nothing() {
    python(|py| {
        let module = owned::load!(py, ledger)?;
        if !ENABLED {
            assert!(module.getattr_opt("__ledger__")?.is_none());
            return Ok(());
        }
        let (kept, line) = ((py.none(), py.none(), py.none().into_raw()), line!());
        let globals = module.getattr("__dict__")?;
        globals.call_method("update", (HashMap::from([("line", line)]),))?;
        run(
            &module,
            "
first = m.__ledger__()
assert m.__ledger__(first) == {} == m.__ledger__(since=first)
assert m.__ledger__() == first and all(type(v) is int and v for v in first.values())
mine = {handle: count for (file, line, handle), count in first.items() if file.endswith('ledger.rs') and line == m.line}
assert mine == {'Owned<Any>': 2, 'Owned<Any> (into_raw)': 1}, mine
thing = m.Thing                                   # what Python holds is no handle
assert m.__ledger__(first) == {}
assert raised(m.__ledger__, 5).startswith('TypeError')
",
        )?;
        // SAFETY: the reference that `into_raw` gave up.
        drop(unsafe { Owned::<Any>::from_new(py, kept.2) });
        Ok(())
    });
}

#[test]
fn looking_changes_nothing_from_rust_either() {
    python(|_| {
        let first = snapshot();
        assert_eq!(snapshot(), first);
        assert_eq!(first.total() > 0, ENABLED && !first.sites().is_empty());
        assert_eq!(cfg!(feature = "ledger"), ENABLED);
        Ok(())
    });
}
