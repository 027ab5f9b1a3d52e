//! Numbers: every operator in every order, beside the same class written in Python.

#![allow(missing_docs, reason = "classes of a macro")]
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod class_support;
mod support;

use class_support::run;
use owned::prelude::*;
use support::{flat, python};

/// What an operator answers: its name and both numbers, unless the other is unlucky.
fn answer<'py>(py: Python<'py>, name: &str, mine: i64, other: i64) -> Result<Owned<'py, Any>> {
    match other {
        13 => Err(ValueError::new("unlucky")),
        7 => Ok(py.not_implemented()),
        other => (name, mine, other).into_any(py),
    }
}

fn alone(name: &'static str, mine: i64) -> Result<(&'static str, i64)> {
    if mine == 13 { Err(ValueError::new("unlucky")) } else { Ok((name, mine)) }
}

/// A class of numbers with some of the methods.
macro_rules! number {
    ($(#[$option:meta])* $class:ident, $operand:ident {
        $($binary:ident = $name:literal)*; $($in_place:ident)*; $($power:ident)?; $($unary:ident = $unary_name:literal)*
    }) => {
        $(#[$option])*
        pub struct $class {
            #[field(get)]
            value: i64,
        }

        /// The number of an operand: an `int`, or another of the class.
        struct $operand(i64);

        impl<'a, 'py> FromPy<'a, 'py> for $operand {
            fn from_py(object: Borrowed<'a, 'py, Any>) -> Result<Self> {
                match object.downcast::<$class>() {
                    Ok(other) => Ok($operand(other.borrow()?.value)),
                    Err(_) => i64::from_py(object).map($operand),
                }
            }
        }

        #[methods]
        impl $class {
            #[new]
            fn new(value: i64) -> Self {
                $class { value }
            }
            fn __repr__(&self) -> String {
                format!("<{}>", self.value)
            }
            fn __int__(&self) -> i64 {
                self.value
            }
            fn __index__(slf: &Owned<'_, Self>) -> Result<i64> {
                Ok(slf.borrow()?.value)
            }
            fn __float__(&self) -> f64 {
                self.value as f64 + 0.5
            }
            $(
                fn $binary<'py>(&self, py: Python<'py>, other: $operand) -> Result<Owned<'py, Any>> {
                    answer(py, $name, self.value, other.0)
                }
            )*
            $(
                fn $in_place<'py>(&mut self, py: Python<'py>, other: $operand) -> Result<Option<Owned<'py, Any>>> {
                    match other.0 {
                        13 => Err(ValueError::new("unlucky")),
                        7 => Ok(Some(py.not_implemented())),
                        other => {
                            self.value = self.value * 10 + other;
                            Ok(None)
                        }
                    }
                }
            )*
            $(
                fn $power<'py>(
                    slf: Borrowed<'_, 'py, Self>,
                    exponent: $operand,
                    modulus: Option<i64>,
                ) -> Result<Owned<'py, Any>> {
                    let (py, mine) = (slf.py(), slf.borrow()?.value);
                    match modulus {
                        None => answer(py, "pow", mine, exponent.0),
                        Some(modulus) => ("pow", mine, exponent.0, modulus).into_any(py),
                    }
                }
            )?
            $(
                fn $unary(&self) -> Result<(&'static str, i64)> {
                    alone($unary_name, self.value)
                }
            )*
        }
    };
}

macro_rules! everything {
    ($(#[$option:meta])* $class:ident, $operand:ident) => {
        number! {
            $(#[$option])* $class, $operand {
                __add__ = "add" __radd__ = "radd" __sub__ = "sub" __rsub__ = "rsub" __mul__ = "mul" __rmul__ = "rmul"
                __matmul__ = "matmul" __rmatmul__ = "rmatmul" __truediv__ = "truediv" __rtruediv__ = "rtruediv"
                __floordiv__ = "floordiv" __rfloordiv__ = "rfloordiv" __mod__ = "mod" __rmod__ = "rmod"
                __divmod__ = "divmod" __rdivmod__ = "rdivmod" __lshift__ = "lshift" __rlshift__ = "rlshift"
                __rshift__ = "rshift" __rrshift__ = "rrshift" __and__ = "and" __rand__ = "rand" __xor__ = "xor"
                __rxor__ = "rxor" __or__ = "or" __ror__ = "ror" __rpow__ = "rpow";
                __iadd__ __isub__ __imul__ __imatmul__ __itruediv__ __ifloordiv__ __imod__ __ilshift__ __irshift__
                __iand__ __ixor__ __ior__ __ipow__;
                __pow__;
                __neg__ = "neg" __pos__ = "pos" __abs__ = "abs" __invert__ = "invert"
            }
        }
    };
}

everything!(
    #[class]
    Final,
    FinalOperand
);
everything!(
    #[class(subclass)]
    Open,
    OpenOperand
);
number!(#[class] Forwards, ForwardsOperand { __add__ = "add" __sub__ = "sub"; ; __pow__; });
number!(#[class(subclass)] OpenForwards, OpenForwardsOperand { __add__ = "add" __sub__ = "sub"; ; __pow__; });
number!(#[class] Backwards, BackwardsOperand { __radd__ = "radd" __rsub__ = "rsub" __rpow__ = "rpow"; ; ; });
number!(#[class(subclass)] OpenBackwards, OpenBackwardsOperand { __radd__ = "radd" __rsub__ = "rsub" __rpow__ = "rpow"; ; ; });

/// Methods that return nothing, and one whose operand is of a type of its own.
#[class]
pub struct Sum {
    #[field(get)]
    total: i64,
}

#[methods]
impl Sum {
    #[new]
    fn new() -> Self {
        Sum { total: 0 }
    }
    fn __iadd__(&mut self, other: i64) {
        self.total += other;
    }
    fn __isub__(&mut self, other: i64) -> Result<()> {
        self.total = self.total.checked_sub(other).ok_or_else(|| OverflowError::new("too small"))?;
        Ok(())
    }
    fn __imul__<'a, 'py>(slf: Borrowed<'a, 'py, Self>, _other: i64) -> Borrowed<'a, 'py, Self> {
        slf
    }
    fn __pow__(&self, exponent: u32) -> i64 {
        self.total.pow(exponent)
    }
    /// Converts by hand.
    fn __add__(&self, other: i8) -> i64 {
        self.total + i64::from(other)
    }
}

#[owned::module]
mod numbers {
    #[export]
    pub use super::{Backwards, Final, Forwards, Open, OpenBackwards, OpenForwards, Sum};
}

const TWINS: &str = include_str!("class_support/numbers.py");

#[track_caller]
fn check(source: &str) {
    python(|py| run(&owned::load!(py, numbers)?, &format!("{TWINS}\n{source}")));
}

#[test]
fn a_class_of_all_operators_does_what_its_twin_does() {
    check("assert differences(m.Final, everything, derive=False) > 1000");
}

#[test]
fn classes_of_python_derive_from_it_as_from_its_twin() {
    check("assert differences(m.Open, everything, derive=True) > 10000");
}

#[test]
fn one_order_alone() {
    check(
        "differences(m.Forwards, forwards, derive=False)\n\
         differences(m.OpenForwards, forwards, derive=True)\n\
         differences(m.Backwards, backwards, derive=False)\n\
         differences(m.OpenBackwards, backwards, derive=True)",
    );
}

#[test]
fn nothing_returned_in_place_is_the_object() {
    check(
        "s = before = m.Sum()\n\
         s += 3\n\
         s -= 1\n\
         s *= 9\n\
         assert s is before\n\
         same(s.total, 2)\n\
         same(s ** 3, 8)\n\
         same(raised(pow, s, 3, 5), 'TypeError: __pow__() takes no modulus')\n\
         same(raised(operator.isub, s, -2**63), 'OverflowError: too small')\n\
         assert raised(operator.add, s, 1000).startswith('OverflowError: ')\n\
         same(raised(operator.iadd, s, 'x').split(':')[0], 'TypeError')\n\
         same(outcome(lambda: operator.iadd(s, 1.5)), TypeError)",
    );
}

#[test]
fn methods_say_what_they_are() {
    check(
        "import inspect\n\
         for kind in (m.Final, m.Open):\n    \
             same(str(inspect.signature(kind.__add__)), '(self, value, /)')\n    \
             same(str(inspect.signature(kind.__rsub__)), '(self, value, /)')\n    \
             same(str(inspect.signature(kind.__pow__)), '(self, value, modulus=None, /)')\n    \
             same(raised(kind.__add__, 1, 2).split(':')[0], 'TypeError')\n\
         same(m.Forwards(1).__radd__(2), NotImplemented)",
    );
}

#[test]
fn nothing_is_left_behind() {
    python(|py| {
        let module = owned::load!(py, numbers)?;
        let globals = Dict::empty(py)?;
        globals.set("m", &module)?;
        support::exec(&globals, include_str!("class_support/twins.py"))?;
        support::exec(
            &globals,
            "class Derived(m.Open):\n    def __radd__(self, other): return super().__radd__(other)",
        )?;
        let source = "for kind in (m.Final, m.Open, Derived):\n    \
            n = kind(2)\n    \
            for call in (operator.add, operator.matmul, operator.iadd, pow, divmod):\n        \
                for other in (1, 7, 13, 'x', n, kind(1), probe):\n            \
                    outcome(lambda: call(n, other)); outcome(lambda: call(other, n))\n    \
            pow(n, 2, 5); n.__pow__(3); outcome(lambda: n.__pow__()); -n; int(n)\n\
            del n, other, call, kind";
        let code = py.import("builtins")?.call_method("compile", (source, "<test>", "exec"))?;
        let exec = py.import("builtins")?.getattr("exec")?;
        flat(py, |probe| {
            globals.set("probe", probe)?;
            exec.call((&code, &globals))?;
            globals.set("probe", ())
        });
        Ok(())
    });
}
