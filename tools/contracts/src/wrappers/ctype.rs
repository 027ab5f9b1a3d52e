//! C types in Rust.

use anyhow::{Result, bail};

/// The names that `core::ffi` gives to C's types.
pub(super) const CORE: &[&str] =
    &["c_char", "c_double", "c_int", "c_long", "c_longlong", "c_uint", "c_ulong", "c_ulonglong", "c_ushort", "c_void"];

/// The Rust type of a C type, as `pyo3-ffi` spells it.
pub(super) fn rust(c: &str) -> Result<String> {
    let c = c.trim();
    if let Some(pointee) = c.strip_suffix('*') {
        let pointee = pointee.trim();
        return Ok(match pointee.strip_prefix("const ") {
            Some(pointee) if !pointee.contains('*') => format!("*const {}", rust(pointee)?),
            _ => format!("*mut {}", rust(pointee)?),
        });
    }
    Ok(match c {
        "void" => "c_void".into(),
        "char" => "c_char".into(),
        "int" => "c_int".into(),
        "unsigned int" => "c_uint".into(),
        "unsigned short" => "c_ushort".into(),
        "long" => "c_long".into(),
        "unsigned long" => "c_ulong".into(),
        "long long" => "c_longlong".into(),
        "unsigned long long" => "c_ulonglong".into(),
        "double" => "c_double".into(),
        "size_t" => "usize".into(),
        "unsigned char" | "uint8_t" => "u8".into(),
        "int32_t" => "i32".into(),
        "uint32_t" => "u32".into(),
        "int64_t" => "i64".into(),
        "uint64_t" => "u64".into(),
        "wchar_t" => "libc::wchar_t".into(),
        "FILE" => "libc::FILE".into(),
        name if name.chars().all(|letter| letter.is_alphanumeric() || letter == '_') => format!("ffi::{name}"),
        other => bail!("`{other}` is no C type that a wrapper can name: mark the function `by hand`"),
    })
}
