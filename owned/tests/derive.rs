//! `#[derive(FromPy)]` and `#[derive(IntoPy)]`: what each form is taken from, and what it becomes.

mod derive_support;
mod support;

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Debug;

use derive_support::object;
use owned::prelude::*;
use owned::report::{self, Snapshot};
use support::{flat, python};

/// Takes a value from a Python expression, many times over.
#[track_caller]
fn taken<'py, T>(py: Python<'py>, source: &str, expected: T)
where
    T: for<'x> FromPy<'x, 'py> + PartialEq + Debug,
{
    let object = object(py, source);
    flat(py, |_| {
        assert_eq!(object.extract::<T>()?, expected);
        Ok(())
    });
}

/// Gives a value, by value and by reference, as the object that a Python expression is, and takes it back.
macro_rules! round {
    ($py:expr, $value:expr, $source:expr) => {
        round($py, $value, |value, py| value.into_any(py), $source)
    };
}

#[track_caller]
fn round<'py, T>(py: Python<'py>, value: T, of_reference: fn(&T, Python<'py>) -> Result<Owned<'py, Any>>, source: &str)
where
    T: for<'x> FromPy<'x, 'py> + IntoPy<'py> + PartialEq + Debug + Clone,
{
    let expected = object(py, source);
    flat(py, |_| {
        for given in [value.clone().into_any(py)?, of_reference(&value, py)?] {
            assert!(given.compare_bool(&expected, CompareOp::Eq)?, "{given:?} is not {expected:?}");
            assert!(given.type_of().is(&expected.type_of()));
            assert_eq!(given.extract::<T>()?, value);
        }
        Ok(())
    });
}

#[derive(FromPy, IntoPy, Clone, Debug, PartialEq)]
struct Point {
    x: f64,
    y: f64,
}

#[derive(FromPy, IntoPy, Clone, Debug, PartialEq)]
#[py(items)]
struct Line {
    from: Place,
    #[py(item = "to-place")]
    to: Place,
}

#[derive(FromPy, IntoPy, Clone, Debug, PartialEq)]
#[py(namespace)]
struct Place {
    #[py(attribute = "X")]
    x: f64,
    r#type: Option<String>,
}

#[derive(FromPy, IntoPy, Clone, Debug, PartialEq)]
struct Pair(i64, String);

#[derive(FromPy, IntoPy, Clone, Debug, PartialEq)]
struct Meters(f64);

#[derive(FromPy, IntoPy, Clone, Debug, PartialEq)]
#[py(transparent)]
struct Wrapped {
    inner: Vec<Meters>,
}

#[test]
fn named_fields_are_attributes_or_items() {
    #[derive(FromPy, Debug, PartialEq)]
    struct Mixed {
        #[py(item)]
        name: String,
        #[py(item = "n of m")]
        count: u8,
        #[py(attribute = "__class__", with = name_of_type)]
        class: String,
    }
    fn name_of_type(object: Borrowed<'_, '_, Any>) -> Result<String> {
        object.getattr("__name__")?.extract()
    }
    #[derive(FromPy, IntoPy, Clone, Debug, PartialEq)]
    struct Ends {
        #[py(item = 0)]
        first: i64,
        #[py(item = -1)]
        last: i64,
    }
    #[derive(FromPy, IntoPy, Clone, Debug, PartialEq)]
    #[py(items, rename_all = "camelCase")]
    struct Cased {
        node_value: u8,
        #[py(item)]
        node: u8,
        #[py(item = "as_written")]
        other_value: u8,
    }

    python(|py| {
        taken(py, "Object(x=1, y=2.5)", Point { x: 1.0, y: 2.5 });
        taken(py, "type('Class', (), {'x': 1, 'y': property(lambda self: 2)})()", Point { x: 1.0, y: 2.0 });
        let mixed = Mixed { name: "a".into(), count: 3, class: "dict".into() };
        taken(py, "{'name': 'a', 'n of m': 3}", mixed);
        taken(py, "[1, 2, 3]", Ends { first: 1, last: 3 });
        round!(py, Ends { first: 1, last: 3 }, "{0: 1, -1: 3}");
        let cased = Cased { node_value: 1, node: 2, other_value: 3 };
        round!(py, cased, "{'nodeValue': 1, 'node': 2, 'as_written': 3}");
        Ok(())
    });
}

#[test]
fn what_is_given_comes_back() {
    python(|py| {
        let place = |x, kind: Option<&str>| Place { x, r#type: kind.map(str::to_owned) };
        round!(py, place(1.0, Some("t")), "Object(X=1.0, type='t')");
        let line = Line { from: place(0.0, None), to: place(1.0, None) };
        round!(py, line, "{'from': Object(X=0.0, type=None), 'to-place': Object(X=1.0, type=None)}");
        round!(py, Pair(1, "a".into()), "(1, 'a')");
        round!(py, Meters(1.5), "1.5");
        round!(py, Wrapped { inner: vec![Meters(1.0), Meters(2.0)] }, "[1.0, 2.0]");
        // Without an option: from attributes, to a dict.
        let dict = Point { x: 1.0, y: 2.0 }.into_py(py)?;
        assert_eq!(format!("{dict:?}"), "{'x': 1.0, 'y': 2.0}");
        assert!(dict.extract::<Point>().is_err());
        Ok(())
    });
}

#[test]
fn defaults_are_for_what_is_absent() {
    #[derive(FromPy, Debug, PartialEq)]
    struct Attributes {
        #[py(default)]
        a: u8,
        #[py(default = count(3))]
        b: usize,
        #[py(default = None, with = length)]
        c: Option<usize>,
    }
    #[derive(FromPy, Debug, PartialEq)]
    #[py(items)]
    struct Items {
        #[py(default)]
        a: u8,
        #[py(item = 7, default = 7)]
        b: u8,
    }
    fn count(n: usize) -> usize {
        n + 1
    }
    fn length(object: Borrowed<'_, '_, Any>) -> Result<Option<usize>> {
        object.length().map(Some)
    }

    python(|py| {
        taken(py, "Object()", Attributes { a: 0, b: 4, c: None });
        taken(py, "Object(a=1, b=2, c='abc')", Attributes { a: 1, b: 2, c: Some(3) });
        taken(py, "{}", Items { a: 0, b: 7 });
        taken(py, "{'a': 1, 7: 2}", Items { a: 1, b: 2 });
        taken(py, "__import__('collections').defaultdict(lambda: 5)", Items { a: 5, b: 5 });
        taken(py, "type('Short', (), {'__getitem__': lambda self, key: [][0]})()", Items { a: 0, b: 7 });
        Ok(())
    });
}

#[test]
fn functions_convert_both_ways() {
    #[derive(FromPy, IntoPy, Clone, Debug, PartialEq)]
    #[py(items)]
    struct Colour {
        #[py(from_with = from_hex, into_with = hex)]
        rgb: u32,
        #[py(from_with = infallible, into_with = hex)]
        alpha: u32,
    }
    #[derive(FromPy, IntoPy, Clone, Debug, PartialEq)]
    struct Both(#[py(from_with = from_hex, into_with = hex)] u32, u8);
    #[derive(FromPy, IntoPy, Clone, Debug, PartialEq)]
    struct One(#[py(from_with = from_hex, into_with = hex)] u32);
    #[derive(IntoPy, Clone)]
    struct Given {
        #[py(with = hex)]
        rgb: u32,
    }

    // Any error that `?` turns into a `PyErr` will do, and so will none.
    fn from_hex(object: Borrowed<'_, '_, Any>) -> Result<u32, std::num::ParseIntError> {
        u32::from_str_radix(object.extract().unwrap_or("nothing"), 16)
    }
    fn infallible(_: Borrowed<'_, '_, Any>) -> u32 {
        1
    }
    fn hex(value: &u32, _: Python<'_>) -> String {
        format!("{value:x}")
    }

    python(|py| {
        round!(py, Colour { rgb: 0xff, alpha: 1 }, "{'rgb': 'ff', 'alpha': '1'}");
        round!(py, Both(0xff, 1), "('ff', 1)");
        round!(py, One(0xff), "'ff'");
        assert_eq!(format!("{:?}", Given { rgb: 255 }.into_py(py)?), "{'rgb': 'ff'}");
        Ok(())
    });
}

#[test]
fn fields_borrow_from_what_stays() {
    #[derive(FromPy, IntoPy)]
    struct Entry<'a>(&'a str, &'a [u8]);
    #[derive(FromPy)]
    #[py(transparent)]
    struct Text<'a> {
        text: &'a str,
    }
    #[derive(FromPy)]
    enum Either<'a, 'py> {
        Entry(Entry<'a>),
        Text(&'a str),
        Object(Borrowed<'a, 'py, List>),
        Kept { x: Owned<'py, Any> },
    }
    #[derive(FromPy)]
    struct Name<'a> {
        #[py(with = constant)]
        name: Cow<'a, str>,
    }
    fn constant(_: Borrowed<'_, '_, Any>) -> Cow<'static, str> {
        "constant".into()
    }

    python(|py| {
        let (tuple, text, list) = (object(py, "('a', b'b')"), object(py, "'text'"), object(py, "[]"));
        flat(py, |probe| {
            let entry: Entry<'_> = tuple.as_borrowed().extract()?;
            assert_eq!((entry.0, entry.1), ("a", &b"b"[..]));
            assert_eq!(text.as_borrowed().extract::<Text<'_>>()?.text, "text");
            let either = |object| Either::from_py(object);
            assert!(matches!(either(tuple.as_borrowed())?, Either::Entry(Entry("a", _))));
            assert!(matches!(either(text.as_borrowed())?, Either::Text("text")));
            assert!(matches!(either(list.as_borrowed())?, Either::Object(it) if it.is(&list)));
            probe.setattr("x", text.clone())?;
            assert!(matches!(either(probe.as_borrowed())?, Either::Kept { x } if x.is(&text)));
            let named = object(py, "Object(name=1)");
            assert_eq!(named.as_borrowed().extract::<Name<'_>>()?.name, "constant");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn generic_types_ask_of_their_parameters_what_they_need() {
    #[derive(FromPy, IntoPy, Clone, Debug, PartialEq)]
    #[py(items)]
    struct Table<K: Eq + std::hash::Hash, V, const N: usize>
    where
        V: Clone,
    {
        rows: HashMap<K, V>,
        last: Option<V>,
    }
    #[derive(FromPy, IntoPy, Clone, Debug, PartialEq)]
    #[py(items)]
    struct Tree<T> {
        value: T,
        children: Vec<Tree<T>>,
    }
    #[derive(FromPy, IntoPy, Clone, Debug, PartialEq)]
    struct Item<I: Iterator>(I::Item, <I as Iterator>::Item);
    #[derive(FromPy)]
    struct Handle<'py, T: owned::TypeInfo> {
        list: Owned<'py, T>,
    }
    /// Has no impl by reference, and needs none.
    #[derive(IntoPy)]
    struct ByValue {
        once: Once,
    }
    struct Once;
    impl<'py> IntoPy<'py> for Once {
        type Target = Str;
        fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Str>> {
            Str::new(py, "once")
        }
    }

    python(|py| {
        let table = Table::<_, _, 3> { rows: HashMap::from([("a".to_owned(), 1)]), last: Some(2) };
        round!(py, table, "{'rows': {'a': 1}, 'last': 2}");
        let leaf = |value| Tree { value, children: Vec::new() };
        let tree = Tree { value: 1, children: vec![leaf(2), leaf(3)] };
        let children = "[{'value': 2, 'children': []}, {'value': 3, 'children': []}]";
        round!(py, tree, &format!("{{'value': 1, 'children': {children}}}"));
        round!(py, Item::<std::ops::Range<u8>>(1, 2), "(1, 2)");
        flat(py, |_| {
            let handle: Handle<'_, List> = object(py, "Object(list=[1])").extract()?;
            assert_eq!(handle.list.len(), 1);
            assert_eq!(format!("{:?}", ByValue { once: Once }.into_py(py)?), "{'once': 'once'}");
            Ok(())
        });
        Ok(())
    });
}

/// With the ledger on: a field's handle answers to the line that asks for the conversion.
#[test]
fn handles_answer_to_the_line_that_converts() {
    #[derive(FromPy, IntoPy)]
    struct Held {
        x: Py<Any>,
    }
    #[derive(FromPy)]
    enum Either {
        Number(#[allow(dead_code, reason = "it never fits")] u8),
        Held(Held),
    }
    python(|py| {
        let object = object(py, "Object(x=[])");
        let made_here = |before: &Snapshot, line: u32, handle: &str| {
            let sites = report::snapshot().since(before);
            let found: Vec<_> = sites.sites().iter().map(|site| (site.line, site.handle.as_str(), site.live)).collect();
            assert_eq!(found, if report::ENABLED { vec![(line, handle, 1)] } else { Vec::new() });
        };
        let before = report::snapshot();
        let (held, line) = (object.extract::<Held>()?, line!());
        made_here(&before, line, "Py<Any>");
        drop(held);
        let (either, line) = (object.extract::<Either>()?, line!());
        made_here(&before, line, "Py<Any>");
        let Either::Held(held) = either else { panic!("a list is no number") };
        let (dict, line) = (held.into_py(py)?, line!());
        made_here(&before, line, "Owned<Dict>");
        drop(dict);
        Ok(())
    });
}
