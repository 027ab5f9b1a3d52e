//! Which line of the user's code is running: the innermost on the native stack that is neither this library's nor Rust's.

use std::path::Path;

/// A file, as the debugging information has it, and a line.
pub(crate) type Place = (String, u32);

/// Where this library is compiled from.
const OURS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src");

/// `None` where the program has no debugging information.
pub(super) fn of_user() -> Option<Place> {
    let mut found = None;
    backtrace::trace(|frame| {
        backtrace::resolve_frame(frame, |symbol| {
            let place = symbol.filename().zip(symbol.lineno());
            if let Some((file, line)) = place.filter(|(file, _)| found.is_none() && is_of_user(file)) {
                found = Some((file.display().to_string(), line));
            }
        });
        found.is_none()
    });
    found
}

/// Whether a source file is neither this library's nor Rust's.
pub(super) fn is_of_user(file: &Path) -> bool {
    // The standard library is known by the place that it is compiled in; what cargo fetched, by cargo's own folder.
    let elsewhere = ["/rustc/", "/library/std/", "/library/core/", "/library/alloc/", "/.cargo/registry/"];
    let name = file.to_string_lossy();
    !file.starts_with(OURS) && !elsewhere.iter().any(|part| name.contains(part))
}
