//! The derived conversions of enums: which variant fits, and what is said if none does.

#![allow(dead_code, reason = "some values are never made")]

mod derive_support;
mod support;

use derive_support::{object, refused};
use owned::prelude::*;
use support::{flat, python};

#[derive(FromPy, IntoPy, Debug, PartialEq, Clone)]
enum Shape {
    #[py(value = "empty")]
    Empty,
    #[py(name = "int")]
    Sides(u8),
    Circle {
        radius: f64,
    },
    Segment(f64, f64),
    #[py(items)]
    Named {
        name: String,
        scale: Option<f64>,
    },
}

#[derive(FromPy, IntoPy, Debug)]
enum Outer {
    Inner(Shape),
    #[py(transparent)]
    Flag {
        on: bool,
    },
    #[py(value = -1)]
    Nothing,
}

#[test]
fn alternatives_are_tried_in_order() {
    python(|py| {
        flat(py, |_| {
            let shape = |source: &str| object(py, source).extract::<Shape>();
            assert_eq!(shape("'empty'")?, Shape::Empty);
            assert_eq!(shape("4")?, Shape::Sides(4));
            assert_eq!(shape("Object(radius=2)")?, Shape::Circle { radius: 2.0 });
            assert_eq!(shape("(1, 2)")?, Shape::Segment(1.0, 2.0));
            assert_eq!(shape("{'name': 'n', 'scale': None}")?, Shape::Named { name: "n".into(), scale: None });
            assert!(matches!(object(py, "True").extract()?, Outer::Inner(Shape::Sides(1))));
            assert!(matches!(object(py, "-1").extract()?, Outer::Nothing));
            assert_eq!(format!("{:?}", vec![Outer::Flag { on: true }, Outer::Nothing].into_any(py)?), "[True, -1]");
            Ok(())
        });
        assert_eq!(
            refused::<Shape>(py, "300"),
            "TypeError: expected Shape, got int:\n\
             - Empty: TypeError: expected 'empty', got int\n\
             - int: OverflowError: 300 does not fit in u8 (0 to 255)\n\
             - Circle.radius: AttributeError: 'int' object has no attribute 'radius'\n\
             - Segment: TypeError: expected tuple, got int\n\
             - Named.name: TypeError: 'int' object is not subscriptable"
        );
        let outer = refused::<Outer>(py, "(1, 'a')");
        assert_eq!(
            outer,
            "TypeError: expected Outer, got tuple:\n\
             - Inner: TypeError: expected Shape, got tuple:\n  \
             - Empty: TypeError: expected 'empty', got tuple\n  \
             - int: TypeError: expected int, got tuple\n  \
             - Circle.radius: AttributeError: 'tuple' object has no attribute 'radius'\n  \
             - Segment[1]: TypeError: expected float, got str\n  \
             - Named.name: TypeError: tuple indices must be integers or slices, not str\n\
             - Flag: TypeError: expected bool, got tuple\n\
             - Nothing: TypeError: expected -1, got tuple"
        );
        Ok(())
    });
}

#[test]
fn what_says_something_else_ends_the_search() {
    #[derive(FromPy, Debug)]
    enum Either {
        Circle { radius: f64 },
        Anything(Py<Any>),
    }
    python(|py| {
        for error in ["TypeError", "ValueError", "OverflowError", "AttributeError", "LookupError", "UnicodeError"] {
            flat(py, |_| {
                let object = object(py, &format!("Bad(fail, {error}('text'))"));
                assert!(matches!(object.extract()?, Either::Anything(_)), "{error}");
                Ok(())
            });
        }
        for error in ["KeyboardInterrupt", "MemoryError", "RuntimeError", "OSError", "RecursionError", "StopIteration"]
        {
            assert_eq!(refused::<Either>(py, &format!("Bad(fail, {error}('text'))")), format!("{error}: text"));
        }
        Ok(())
    });
}

#[test]
fn an_enum_of_values_says_which() {
    #[derive(FromPy, IntoPy, Debug, PartialEq, Clone, Copy)]
    #[py(rename_all = "kebab-case")]
    enum Level {
        Off,
        VeryLoud,
        #[py(value = 11)]
        Eleven,
    }
    python(|py| {
        let level = |source: &str| object(py, source).extract::<Level>();
        flat(py, |_| {
            assert_eq!(
                (level("'off'")?, level("'very-loud'")?, level("11")?),
                (Level::Off, Level::VeryLoud, Level::Eleven)
            );
            assert_eq!(level("__import__('enum').StrEnum('E', {'A': 'off'}).A")?, Level::Off);
            assert_eq!(level("type('N', (), {'__index__': lambda self: 11})()")?, Level::Eleven);
            assert_eq!(
                format!("{:?}", [Level::Off, Level::VeryLoud, Level::Eleven].into_any(py)?),
                "['off', 'very-loud', 11]"
            );
            Ok(())
        });
        let values = "expected 'off', 'very-loud' or 11, got";
        assert_eq!(refused::<Level>(py, "'loud'"), format!("ValueError: {values} 'loud'"));
        assert_eq!(refused::<Level>(py, "'\\ud800'"), format!("ValueError: {values} '\\ud800'"));
        assert_eq!(refused::<Level>(py, "1 << 70"), format!("ValueError: {values} {}", 1_u128 << 70));
        assert_eq!(refused::<Level>(py, "11.0"), format!("TypeError: {values} float"));
        let index = "type('N', (), {'__index__': lambda self: 1 // 0})()";
        assert!(refused::<Level>(py, index).starts_with("ZeroDivisionError: "));
        Ok(())
    });
}
