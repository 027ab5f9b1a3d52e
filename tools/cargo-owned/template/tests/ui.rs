//! What must not compile: each `NAME.rs` in the folder, beside a twin, `NAME.pass.rs`, that does.

owned::ui_tests!("tests/ui");
