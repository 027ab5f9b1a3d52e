//! What the derived conversions say of what does not fit: the place, the alternatives, and nothing left behind.

#![allow(dead_code, reason = "most values are never made")]

mod derive_support;
mod support;

use derive_support::{object, refused};
use owned::prelude::*;
use support::{exec, flat, python, run};

#[derive(FromPy, IntoPy, Debug)]
struct Point {
    x: f64,
    y: f64,
}

#[derive(FromPy, Debug)]
#[py(items)]
struct Line {
    from: Point,
    #[py(item = "to-point", default = Point { x: 0.0, y: 0.0 })]
    to: Point,
}

#[derive(FromPy, Debug)]
struct Pair(Point, Vec<u8>);

#[derive(FromPy, Debug)]
struct Meters(f64);

#[derive(FromPy, Debug)]
struct Deep {
    lines: Vec<Line>,
}

#[test]
fn an_error_names_the_place() {
    python(|py| {
        let is = |found: String, expected: &str| assert_eq!(found, expected);
        is(refused::<Point>(py, "Object(x=1, y='a')"), "TypeError: Point.y: expected float, got str");
        is(
            refused::<Point>(py, "Object(x=1)"),
            "AttributeError: Point.y: 'types.SimpleNamespace' object has no attribute 'y'",
        );
        is(refused::<Point>(py, "5"), "AttributeError: Point.x: 'int' object has no attribute 'x'");
        is(refused::<Line>(py, "{}"), "KeyError: Line.from: there is no 'from'");
        is(refused::<Line>(py, "5"), "TypeError: Line.from: 'int' object is not subscriptable");
        is(
            refused::<Line>(py, "{'from': Object(x=1, y='a')}"),
            "TypeError: Line.from: Point.y: expected float, got str",
        );
        is(
            refused::<Line>(py, "{'from': Object(x=1, y=1), 'to-point': None}"),
            "AttributeError: Line['to-point']: Point.x: 'NoneType' object has no attribute 'x'",
        );
        is(
            refused::<Deep>(py, "Object(lines=[{'from': Object(x=1, y=1)}, {'from': 5}])"),
            "AttributeError: Deep.lines: item 1: Line.from: Point.x: 'int' object has no attribute 'x'",
        );
        is(refused::<Pair>(py, "[1, 2]"), "TypeError: Pair: expected tuple, got list");
        is(refused::<Pair>(py, "(1, 2, 3)"), "ValueError: Pair: expected a tuple of 2, got one of 3");
        is(refused::<Pair>(py, "()"), "ValueError: Pair: expected a tuple of 2, got one of 0");
        is(
            refused::<Pair>(py, "(Object(x=1, y=1), [1, 256])"),
            "OverflowError: Pair[1]: item 1: 256 does not fit in u8 (0 to 255)",
        );
        is(refused::<Meters>(py, "'a'"), "TypeError: expected float, got str");
        Ok(())
    });
}

/// A second field that fails has the first to release; a default stands in for what is absent, and for nothing else.
#[test]
fn what_python_code_raises_is_passed_on() {
    python(|py| {
        for error in ["ValueError('v')", "KeyboardInterrupt()", "RuntimeError('r')", "TypeError('t')"] {
            let raised = format!("Bad(fail, {error})");
            let expected = error.trim_end_matches("()").replace("('", ": ").replace("')", "");
            assert_eq!(refused::<Point>(py, &raised), expected);
            assert_eq!(refused::<Line>(py, &raised), expected);
            let second = format!("{{'from': Object(x=1, y=1), 'to-point': {raised}}}");
            assert_eq!(refused::<Line>(py, &second), expected);
            let mapping = format!(
                "type('Mapping', (), {{'__getitem__': lambda self, key: Object(x=1, y=1) if key == 'from' \
                 else fail({error})}})()"
            );
            assert_eq!(refused::<Line>(py, &mapping), expected);
        }
        // A lookup that fails inside of a value that is there is not its absence.
        let inner = "{'from': Object(x=1, y=1), 'to-point': Bad(fail, KeyError('inner'))}";
        assert_eq!(refused::<Line>(py, inner), "KeyError: 'inner'");
        Ok(())
    });
}

/// Cannot be given to Python, for the reason that it holds.
#[derive(IntoPy)]
struct Refused {
    #[py(with = refuse)]
    value: Py<Any>,
}

fn refuse(reason: &Py<Any>, py: Python<'_>) -> Result<()> {
    Err(PyErr::from_value(reason.bind(py).to_owned()))
}

#[test]
fn what_python_code_raises_keeps_its_traceback_and_gets_a_note() {
    python(|py| {
        flat(py, |_| {
            let object = object(py, "[{'from': Bad(fail, ValueError('v'))}]");
            let error = object.extract::<Vec<Line>>().expect_err("it raises").into_value(py);
            assert_eq!(format!("{:?}", error.getattr("__notes__")?), "['in Point.x', 'in Line.from']");
            assert!(!error.getattr("__traceback__")?.is_none());
            assert_eq!(error.str()?.to_str()?, "v");
            // Nor is anything lost of an exception that was never raised, but has a cause or a note.
            for more in ["__cause__ = KeyError()", "add_note('n')"] {
                let globals = Dict::empty(py)?;
                exec(&globals, &format!("error = ValueError('v')\nerror.{more}"))?;
                let error = globals.require("error")?;
                let refuse = Refused { value: error.clone().unbind() };
                let given = refuse.into_py(py).expect_err("it is refused").into_value(py);
                assert!(given.is(&error));
                assert!(format!("{:?}", error.getattr("__notes__")?).ends_with("'in Refused.value']"));
            }
            Ok(())
        });
        Ok(())
    });
}

/// The object may change, or change what it contains, while it is converted.
#[test]
fn objects_that_lie_are_survived() {
    python(|py| {
        // The first property deletes the second; the item empties its list.
        let vanishing = "type('V', (), {'x': property(lambda self: delattr(type(self), 'y') or 1), 'y': 2})()";
        assert!(refused::<Point>(py, vanishing).starts_with("AttributeError: Point.y: "));
        let emptied = "(lambda lines: lines.append({'from': Bad(lines.clear)}) or Object(lines=lines))([])";
        assert!(refused::<Deep>(py, emptied).contains("Point.x: expected float, got NoneType"));
        // A dict of which a key's comparison removes the value.
        let hash = "type('K', (), {'__hash__': lambda self: hash('from'), \
                    '__eq__': lambda self, other: table.clear()})()";
        exec(&Dict::empty(py)?, "import builtins; builtins.table = {}")?;
        let mapping = format!("(table.clear(), table.update({{{hash}: 5}}), table)[2]");
        assert!(refused::<Line>(py, &mapping).starts_with("KeyError: "));
        exec(&Dict::empty(py)?, "import builtins; del builtins.table")?;
        Ok(())
    });
}

/// A value that contains itself ends in an exception, not in the end of the stack.
#[test]
fn a_value_without_end_is_refused() {
    #[derive(FromPy, IntoPy, Debug)]
    struct Tree {
        children: Vec<Tree>,
    }
    #[derive(FromPy, Debug)]
    struct Nested(Vec<Nested>);
    #[derive(FromPy, Debug)]
    enum Either {
        Number(u8),
        Many(Vec<Either>),
    }
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(
            &globals,
            "from types import SimpleNamespace as Object\n\
             tree = Object(children=[])\n\
             tree.children.append(tree)\n\
             endless = []\n\
             endless.append(endless)",
        )?;
        let (tree, endless) = (globals.require("tree")?, globals.require("endless")?);
        let text = "RecursionError: the stack is nearly full: a value that is converted is nested too deeply";
        assert_eq!(tree.extract::<Tree>().expect_err("it has no end").to_string(), text);
        assert_eq!(endless.extract::<Nested>().expect_err("it has no end").to_string(), text);
        assert_eq!(endless.extract::<Either>().expect_err("it has no end").to_string(), text);
        exec(&globals, "tree.children.clear(); endless.clear()")?;
        // Of Rust's own values none is without end, but one can be deeper than the stack.
        let mut deep = Tree { children: Vec::new() };
        for _ in 0..100_000 {
            deep = Tree { children: vec![deep] };
        }
        assert_eq!((&deep).into_py(py).expect_err("it is too deep").to_string(), text);
        while let Some(child) = deep.children.pop() {
            deep = child;
        }
        Ok(())
    });
}

#[test]
fn what_cannot_be_given_says_the_place() {
    #[derive(IntoPy)]
    struct Picture {
        first: Py<Any>,
        #[py(item = "the second", with = refuse)]
        second: u8,
    }
    #[derive(IntoPy)]
    enum Either {
        Picture { of: Py<Any>, pixels: (Picture, u8) },
        Pair(Py<Any>, Picture),
    }
    fn refuse(value: &u8, py: Python<'_>) -> Result<()> {
        match value {
            0 => Err(ValueError::new("it is zero")),
            _ => py.import("operator")?.call_method("truediv", (1, 0)).map(drop),
        }
    }
    python(|py| {
        flat(py, |probe| {
            let picture = |second| Picture { first: probe.clone().unbind(), second };
            let said = |object: Result<Owned<'_, Any>>| object.expect_err("it is refused").to_string();
            assert_eq!(said(picture(0).into_any(py)), "ValueError: Picture['the second']: it is zero");
            assert_eq!(said((&picture(0)).into_any(py)), "ValueError: Picture['the second']: it is zero");
            assert_eq!(said(picture(1).into_any(py)), "ZeroDivisionError: division by zero");
            let either = Either::Picture { of: probe.clone().unbind(), pixels: (picture(0), 1) };
            let place = "Either.Picture.pixels: Picture['the second']: it is zero";
            assert_eq!(said(either.into_any(py)), format!("ValueError: {place}"));
            let either = Either::Pair(probe.clone().unbind(), picture(0));
            assert_eq!(said((&either).into_any(py)), "ValueError: Either.Pair[1]: Picture['the second']: it is zero");
            Ok(())
        });
        Ok(())
    });
}

#[derive(FromPy, Debug)]
enum Size {
    #[py(value = "auto")]
    Auto,
    Number(u8),
}

/// Draws nothing.
#[owned::module]
mod drawing {
    use super::{Line, Size};

    #[function]
    fn draw(line: Line, size: Size) -> bool {
        line.from.x > 0.0 && matches!(size, Size::Number(_))
    }
}

#[test]
fn the_argument_stands_in_front() {
    python(|py| {
        let module = owned::load!(py, drawing)?;
        run(
            &module,
            "from types import SimpleNamespace as Object\n\
             point = Object(x=1, y=2)\n\
             assert m.draw({'from': point}, 4) is True\n\
             said = raised(m.draw, {'from': Object(x=1, y='a')}, 4)\n\
             assert said == \"TypeError: draw() argument 'line': Line.from: Point.y: expected float, got str\", said\n\
             said = raised(m.draw, {'from': point}, 300)\n\
             assert said.startswith(\"TypeError: draw() argument 'size': expected Size, got int:\\n- Auto: \"), said",
        )
    });
}
