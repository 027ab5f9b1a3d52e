//! What must leave nothing behind. `#[owned::test]` counts handles before and after, cycles collected, and names the line of
//! each that stays every time.

use owned::prelude::*;

/// Runs a program with the module as `m`.
fn run(py: Python<'_>, program: &str) -> Result<()> {
    let globals = Dict::empty(py)?;
    globals.set("m", owned::load!(py, my_binding::my_binding)?)?;
    py.run(program, Some(&globals))
}

#[test]
fn handles_are_counted() {
    assert!(
        owned::report::ENABLED,
        "without the feature `ledger` these tests would find nothing"
    );
}

#[owned::test]
fn functions(py: Python<'_>) -> Result<()> {
    run(py, "assert m.count('a b a') == {'a': 2, 'b': 1}")
}

#[owned::test]
fn a_listener_that_holds_its_tally(py: Python<'_>) -> Result<()> {
    run(
        py,
        "tally = m.Tally()\n\
         tally.on_new = lambda word, tally=tally: tally.most()\n\
         assert tally.add('a b a') == 2 and tally['a'] == 2",
    )
}

#[owned::test]
fn every_way_out_by_an_error(py: Python<'_>) -> Result<()> {
    run(
        py,
        "def fails(error, call, *args, **kwargs):\n\
         \x20   try: call(*args, **kwargs)\n\
         \x20   except error: return\n\
         \x20   raise AssertionError(f'no {error.__name__}')\n\
         def refuse(word): raise RuntimeError(word)\n\
         fails(m.FullError, m.Tally(limit=1).add, 'a b')\n\
         fails(RuntimeError, m.Tally(on_new=refuse).add, 'a b')\n\
         fails(TypeError, m.Tally, on_new='not callable')\n\
         fails(KeyError, lambda: m.Tally()['a'])\n\
         fails(TypeError, m.count, 3)",
    )
}
