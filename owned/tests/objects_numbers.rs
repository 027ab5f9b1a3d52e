//! The number protocol of every object, compared with Python's own operators.

mod support;

use owned::prelude::*;
use support::{eval, flat, python, raised_kind};

/// An operator of Rust's side, by name, with the expression that it stands for.
type Operator = for<'py> fn(&Owned<'py, Any>, &Owned<'py, Any>) -> Result<Owned<'py, Any>>;

const OPERATORS: &[(&str, Operator)] = &[
    ("a + b", |a, b| a.add(b)),
    ("a - b", |a, b| a.sub(b)),
    ("a * b", |a, b| a.mul(b)),
    ("a @ b", |a, b| a.matmul(b)),
    ("a / b", |a, b| a.div(b)),
    ("a // b", |a, b| a.floor_div(b)),
    ("a % b", |a, b| a.rem(b)),
    ("divmod(a, b)", |a, b| a.divmod(b)),
    ("a ** b", |a, b| a.pow(b)),
    ("pow(a, b, 7)", |a, b| a.pow_mod(b, 7)),
    ("a << b", |a, b| a.lshift(b)),
    ("a >> b", |a, b| a.rshift(b)),
    ("a & b", |a, b| a.bit_and(b)),
    ("a | b", |a, b| a.bit_or(b)),
    ("a ^ b", |a, b| a.bit_xor(b)),
    ("operator.iadd(a, b)", |a, b| a.in_place_add(b)),
    ("operator.isub(a, b)", |a, b| a.in_place_sub(b)),
    ("operator.imul(a, b)", |a, b| a.in_place_mul(b)),
    ("operator.imatmul(a, b)", |a, b| a.in_place_matmul(b)),
    ("operator.itruediv(a, b)", |a, b| a.in_place_div(b)),
    ("operator.ifloordiv(a, b)", |a, b| a.in_place_floor_div(b)),
    ("operator.imod(a, b)", |a, b| a.in_place_rem(b)),
    ("operator.ipow(a, b)", |a, b| a.in_place_pow(b)),
    ("operator.ilshift(a, b)", |a, b| a.in_place_lshift(b)),
    ("operator.irshift(a, b)", |a, b| a.in_place_rshift(b)),
    ("operator.iand(a, b)", |a, b| a.in_place_bit_and(b)),
    ("operator.ior(a, b)", |a, b| a.in_place_bit_or(b)),
    ("operator.ixor(a, b)", |a, b| a.in_place_bit_xor(b)),
    ("-a", |a, _| a.neg()),
    ("+a", |a, _| a.pos()),
    ("~a", |a, _| a.invert()),
    ("abs(a)", |a, _| a.abs()),
    ("int(a)", |a, _| Ok(a.to_int()?.clone().into_any())),
    ("float(a)", |a, _| Ok(a.to_float()?.clone().into_any())),
];

const OPERANDS: &[&str] =
    &["6", "-4", "0", "2.5", "True", "(1+2j)", "'text'", "[1]", "(2,)", "{3}", "{3: 4}", "None", "2**70", "' 12 '"];

#[test]
fn each_operator_does_what_pythons_does() {
    python(|py| {
        let globals = Dict::empty(py)?;
        globals.set("operator", py.import("operator")?)?;
        let reference = |expression: &str, a: &str, b: &str| -> Result<String> {
            globals.set("a", eval(py, a)?)?;
            globals.set("b", eval(py, b)?)?;
            let value: Result<Owned<'_, Any>> = py.import("builtins")?.call_method("eval", (expression, &globals));
            Ok(outcome(value))
        };
        let mut compared = 0;
        for (expression, operator) in OPERATORS {
            for a in OPERANDS {
                for b in OPERANDS {
                    if *b == "2**70"
                        && (expression.contains("**")
                            || expression.contains("pow")
                            || expression.contains("<<")
                            || expression.contains("shift"))
                    {
                        continue; // too long to compute
                    }
                    let ours = outcome(operator(&eval(py, a)?, &eval(py, b)?));
                    assert_eq!(ours, reference(expression, a, b)?, "{expression} of {a} and {b}");
                    compared += 1;
                }
            }
        }
        assert!(compared > 6000, "{compared}");
        Ok(())
    });
}

fn outcome(result: Result<Owned<'_, Any>>) -> String {
    match result {
        Ok(value) => format!("{value:?}"),
        Err(error) => error.to_string().split(':').next().unwrap_or_default().to_owned(),
    }
}

#[test]
fn nothing_is_left_behind() {
    python(|py| {
        flat(py, |probe| {
            let (a, b) = (eval(py, "10**30")?, eval(py, "12")?);
            for (expression, operator) in OPERATORS {
                assert_eq!(
                    operator(&a, &b).is_err(),
                    expression.contains('@') || expression.contains("matmul"),
                    "{expression}"
                );
                assert_eq!(raised_kind(operator(probe, probe)), "TypeError", "{expression}");
            }
            assert!(a.is_number() && a.is_index() && !probe.is_number() && !probe.is_index());
            let list = eval(py, "[1]")?;
            assert!(list.in_place_add(List::new(py, [probe])?)?.is(&list));
            Ok(())
        });
        Ok(())
    });
}
