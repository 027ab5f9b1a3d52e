//! Functions: how they are called, and what they give.

use owned::prelude::*;

/// Nothing in, nothing out.
#[function]
pub fn nothing() {}

/// The first two by position only.
#[function]
#[signature(a, b, /, c)]
pub fn positional(a: i64, b: i64, c: i64) -> i64 {
    a + b + c
}

/// A sum, while other threads run Python.
#[function]
pub fn detached(py: Python<'_>, a: i64, b: i64) -> i64 {
    py.detach(|| a + b)
}

#[function]
#[signature(a, *, b = 2, c = None)]
pub fn keywords(a: i64, b: i64, c: Option<&str>) -> i64 {
    a + b + c.map_or(0, |c| c.len() as i64)
}

/// Defaults that Python can write, and one that it cannot.
#[function]
#[signature(text = "it's", number = -1.5, flag = true, many = Vec::new())]
pub fn defaults(text: &str, number: f64, flag: bool, many: Vec<i64>) -> String {
    format!("{text} {number} {flag} {many:?}")
}

#[function]
#[signature(first, *numbers, **named)]
pub fn rest(first: &str, numbers: Vec<i64>, named: std::collections::BTreeMap<String, f64>) -> usize {
    first.len() + numbers.len() + named.len()
}

#[function]
pub fn returns_result(text: &str) -> Result<i64> {
    text.parse().map_err(|_| ValueError::new("not a number"))
}

/// The first line.
///
/// Others, with a "quote", a \ and """three""".
#[function]
pub fn several_lines() {}

/// What is called, and with what.
#[function]
pub fn callback<'py>(
    py: Python<'py>,
    function: Borrowed<'_, 'py, Callable>,
    held: Option<Callback>,
) -> Result<Owned<'py, Any>> {
    drop(held);
    let _ = py;
    function.call(())
}

/// Waits for nothing.
#[function]
pub async fn coroutine(count: i64) -> Result<Vec<i64>> {
    Ok((0..count).collect())
}

/// The types are said by hand.
#[function]
#[hint(key: "int | slice", function: "collections.abc.Callable[[int], str] | None", -> "list[typing.Literal['a', 'b']]")]
#[signature(key, function = None)]
pub fn hinted<'py>(key: Borrowed<'_, 'py, Any>, function: Option<Borrowed<'_, 'py, Any>>) -> Vec<&'static str> {
    let _ = (key, function);
    vec!["a", "b"]
}
