//! `#[test]`.

use super::{accepted, refused};

#[test]
fn a_test_is_a_function_of_nothing_or_a_token() {
    refused("test", "", "struct A;", "struct A;", "`#[owned::test]` goes on a function");
    let message = "a test is no `async fn`: run the coroutine with `asyncio.run`, from Python";
    refused("test", "", "async fn a() {}", "async", message);
    let message = "a test takes nothing, or `py: Python<'_>`";
    refused("test", "", "fn a(py: Python<'_>, n: u8) {}", "n: u8", message);
    refused("test", "", "fn a(&self) {}", "&self", message);
    let written = accepted("test", "", "#[ignore] fn a(py: Python<'_>) -> Result<()> { Ok(()) }");
    assert!(written.contains("#[ignore]") && written.contains("testing::run(|py| a(py))"), "{written}");
    assert!(accepted("test", "crate = \"::other\"", "fn a() {}").contains("::other::__private::testing::run(|_| a())"));
}
