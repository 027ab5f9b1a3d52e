//! What Rust believes about the header, where a mistake would not show in the other tests.

use std::mem::{offset_of, size_of};
use std::process::Command;

use crate::ink::EventKind;
use crate::ink::ffi::{InkEvent, InkRenderer, Rect};

/// The C compiler that built the library checks sizes, offsets and numbers against its own header.
#[test]
fn matches_the_header() {
    let kinds = [
        "INK_DRAW",
        "INK_TAP",
        "INK_ENTER",
        "INK_LEAVE",
        "INK_KEY",
        "INK_LEFT_CLICK",
        "INK_RIGHT_CLICK",
        "INK_MOUSE_OVER",
        "INK_GAIN_FOCUS",
        "INK_LOSE_FOCUS",
        "INK_TIMER",
    ];
    let statuses = [
        "INK_OK",
        "INK_ERR_SIZE",
        "INK_ERR_VALUE",
        "INK_ERR_MEMORY",
        "INK_ERR_BUSY",
        "INK_ERR_ATTACHED",
        "INK_ERR_DETACHED",
        "INK_ERR_RENDER",
        "INK_STOPPED",
    ];
    let ends = ["INK_END_IDLE", "INK_END_STOPPED", "INK_END_QUIT"];
    let mut facts = vec![
        ("sizeof(ink_rect)", size_of::<Rect>()),
        ("offsetof(ink_rect, h)", offset_of!(Rect, h)),
        ("sizeof(ink_renderer)", size_of::<InkRenderer>()),
        ("offsetof(ink_renderer, destroy)", offset_of!(InkRenderer, destroy)),
        ("sizeof(ink_event)", size_of::<InkEvent>()),
        ("offsetof(ink_event, element)", offset_of!(InkEvent, element)),
        ("offsetof(ink_event, timer)", offset_of!(InkEvent, timer)),
        ("offsetof(ink_event, now)", offset_of!(InkEvent, now)),
        ("offsetof(ink_event, x)", offset_of!(InkEvent, x)),
        ("offsetof(ink_event, y)", offset_of!(InkEvent, y)),
        ("offsetof(ink_event, button)", offset_of!(InkEvent, button)),
        ("offsetof(ink_event, keysym)", offset_of!(InkEvent, keysym)),
        ("offsetof(ink_event, text)", offset_of!(InkEvent, text)),
        ("offsetof(ink_event, text_len)", offset_of!(InkEvent, text_len)),
        ("sizeof(ink_kind)", size_of::<std::ffi::c_int>()),
        ("sizeof(ink_status)", size_of::<std::ffi::c_int>()),
    ];
    for names in [&kinds[..], &statuses, &ends] {
        facts.extend(names.iter().enumerate().map(|(value, name)| (*name, value)));
    }
    for (value, kind) in EventKind::ALL.iter().enumerate() {
        assert_eq!(usize::try_from(kind.code()), Ok(value));
    }
    assert!(compiles(&facts), "the header says otherwise; see the compiler's messages");
    // The check can fail.
    facts[0].1 += 1;
    assert!(!compiles(&facts));
}

fn compiles(facts: &[(&str, usize)]) -> bool {
    let mut source = String::from("#include \"inkcanvas.h\"\n");
    for (number, (expression, value)) in facts.iter().enumerate() {
        // An array of negative length is C99's static assertion.
        source += &format!("typedef char fact_{number}[({expression}) == {value} ? 1 : -1];\n");
    }
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("inkcanvas");
    let file = std::env::temp_dir().join(format!("inkcanvas-layout-{}.c", std::process::id()));
    std::fs::write(&file, source).expect("the temporary directory is writable");
    let status = Command::new(env!("INKCANVAS_CC"))
        .args(["-std=c99", "-fsyntax-only", "-I"])
        .arg(root.join("include"))
        .arg(&file)
        // Under a preloaded sanitizer the compiler would be told of its own leaks.
        .env_remove("LD_PRELOAD")
        .status()
        .expect("the C compiler that built the library can be started");
    let _ = std::fs::remove_file(&file);
    status.success()
}
