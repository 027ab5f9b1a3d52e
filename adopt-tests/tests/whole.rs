//! C code that uses a class of Rust's in place of its own type.

#[path = "../../owned/tests/support/mod.rs"]
mod support;

mod adopted;

use adopted::{python, run};

#[test]
fn c_makes_asks_and_fills_it() {
    run("
import whole
pair = whole.make(3)
assert type(pair) is whole.Pair and whole.is_pair(pair) and not whole.is_pair(3) and pair.right is None
whole.set_right(pair, 4)
assert whole.weight(pair) == 7 and whole.half(pair) == 1.5
assert whole.weight(whole.Pair(-1, 0)) == -1 and whole.half(whole.Pair(-2.0, 0)) == -1.0
");
}

#[test]
fn what_is_wrong_is_said_by_function_and_parameter() {
    run("
import sys, whole
def error(function, *args):
    try:
        function(*args)
    except Exception as error:
        return f'{type(error).__name__}: {error}'
    raise AssertionError
pair = whole.make('x')
assert error(whole.weight, 5) == \"TypeError: Pair_Weight() argument 'pair': expected Pair, got int\"
assert error(whole.weight, pair) == 'TypeError: expected int, got str', error(whole.weight, pair)
assert error(whole.half, pair).startswith('TypeError: ')
assert error(whole.set_right, 5, object()) == \"TypeError: Pair_SetRight() argument 'pair': expected Pair, got int\"
assert error(whole.touch_while_raising, whole.make(list)) == 'KeyError: \"C\\'s own\"'
seen = []
sys.unraisablehook = lambda it: seen.append((f'{type(it.exc_value).__name__}: {it.exc_value}', it.object))
assert error(whole.touch_while_raising, pair) == 'KeyError: \"C\\'s own\"'
assert whole.touch(pair) is None
assert whole.touch(None) is None and whole.touch(whole.make(None)) is None
sys.unraisablehook = sys.__unraisablehook__
assert [text for text, _ in seen][:3] == [
    \"TypeError: 'str' object is not callable\", \"TypeError: 'str' object is not callable\",
    \"SystemError: Pair_Touch() argument 'pair': NULL\"], seen
assert 'nothing to call' in seen[3][0] and seen[1][1] == 'Pair_Touch', seen
");
}

#[test]
fn references_are_flat_on_success_and_failure() {
    python(|py| {
        let whole = py.import("whole")?;
        // What C cannot be told is heard elsewhere.
        py.import("sys")?.setattr("unraisablehook", py.import("builtins")?.getattr("type")?)?;
        support::flat(py, |probe| {
            let pair = whole.call_method("make", (probe,))?;
            let held = probe.refcount();
            whole.call_method("set_right", (&pair, probe))?;
            assert_eq!(probe.refcount(), held + 1);
            assert!(whole.call_method("set_right", (5, probe)).is_err());
            assert_eq!(probe.refcount(), held + 1, "what was stolen is released on failure, too");
            assert!(whole.call_method("weight", (&pair,)).is_err());
            assert!(whole.call_method("touch_while_raising", (&pair,)).is_err());
            whole.call_method("set_right", (&pair, &pair))?;
            drop(pair);
            support::collect(py).map(drop)
        });
        let sys = py.import("sys")?;
        sys.setattr("unraisablehook", sys.getattr("__unraisablehook__")?)
    });
}

#[test]
fn every_kind_of_parameter() {
    run("
import whole
assert whole.many(whole, 1, 0) == 1 + 2 + 3.5 + 4 + 5 + 6 + 7 + 8 + 4 + 10 + 0.5
assert whole.nothing() == -1
def error(function, *args):
    try: function(*args)
    except BaseException as error: return f'{type(error).__name__}: {error}'
    raise AssertionError
assert error(whole.many, whole, 1, 1) == \"SystemError: Pair_Many() argument 'answer': NULL\"
assert error(whole.many, whole, 1, 3) == \"SystemError: Pair_Many() argument 'given': NULL\"
assert error(whole.many, whole, None, 0) == 'ValueError: others'
assert error(whole.panics, whole).startswith('PanicError: '), error(whole.panics, whole)
assert error(whole.panics, None) == \"TypeError: 'NoneType' object is not callable\"
");
}

#[test]
fn what_is_stolen_is_gone_also_where_rust_is_not_entered() {
    python(|py| {
        let whole = py.import("whole")?;
        let pair = whole.call_method("Pair", (3, 4))?;
        support::flat(py, |probe| {
            let held = probe.refcount();
            let error = whole.call_method("set_right_deep", (&pair, probe)).unwrap_err().to_string();
            assert!(error.starts_with("RecursionError: the stack is nearly full"), "{error}");
            assert_eq!(probe.refcount(), held);
            assert!(whole.call_method("panics", (probe,)).is_err());
            assert!(whole.call_method("many", (probe, probe, 1)).is_err());
            assert!(whole.call_method("many", (probe, probe, 3)).is_err());
            assert_eq!(probe.refcount(), held);
            Ok(())
        });
        Ok(())
    });
}
