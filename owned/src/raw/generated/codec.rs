//! Codecs: looking them up, registering them, and what they do on errors. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::c_char;

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PyCodec_BackslashReplaceErrors`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn codec_backslash_replace_errors(exception: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCodec_BackslashReplaceErrors(exception.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyCodec_Decode`. Can run Python code.
///
/// `errors` can be NULL.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn codec_decode(
    object: BorrowedRef<'_>,
    encoding: *const c_char,
    errors: *const c_char,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCodec_Decode(object.as_ptr(), encoding, errors) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyCodec_Decoder`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn codec_decoder(encoding: *const c_char) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCodec_Decoder(encoding) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyCodec_Encode`. Can run Python code.
///
/// `errors` can be NULL.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn codec_encode(
    object: BorrowedRef<'_>,
    encoding: *const c_char,
    errors: *const c_char,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCodec_Encode(object.as_ptr(), encoding, errors) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyCodec_Encoder`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn codec_encoder(encoding: *const c_char) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCodec_Encoder(encoding) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyCodec_IgnoreErrors`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn codec_ignore_errors(exception: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCodec_IgnoreErrors(exception.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyCodec_IncrementalDecoder`. Can run Python code.
///
/// `errors` can be NULL.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn codec_incremental_decoder(encoding: *const c_char, errors: *const c_char) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCodec_IncrementalDecoder(encoding, errors) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyCodec_IncrementalEncoder`. Can run Python code.
///
/// `errors` can be NULL.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn codec_incremental_encoder(encoding: *const c_char, errors: *const c_char) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCodec_IncrementalEncoder(encoding, errors) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyCodec_LookupError`. Can run Python code.
///
/// NULL as `name` means "strict".
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn codec_lookup_error(name: *const c_char) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCodec_LookupError(name) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyCodec_NameReplaceErrors`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn codec_name_replace_errors(exception: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyCodec_NameReplaceErrors(exception.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyCodec_Register`. Takes a reference of its own to `search_function`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn codec_register(search_function: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCodec_Register(search_function.as_ptr()) };
    results::status(outcome)
}

/// `PyCodec_RegisterError`. Takes a reference of its own to `handler`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn codec_register_error(name: *const c_char, handler: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCodec_RegisterError(name, handler.as_ptr()) };
    results::status(outcome)
}

/// `PyCodec_ReplaceErrors`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn codec_replace_errors(exception: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCodec_ReplaceErrors(exception.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyCodec_StreamReader`. Takes a reference of its own to `stream`. Can run Python code.
///
/// `errors` can be NULL.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn codec_stream_reader(
    encoding: *const c_char,
    stream: BorrowedRef<'_>,
    errors: *const c_char,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCodec_StreamReader(encoding, stream.as_ptr(), errors) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyCodec_StreamWriter`. Takes a reference of its own to `stream`. Can run Python code.
///
/// `errors` can be NULL.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn codec_stream_writer(
    encoding: *const c_char,
    stream: BorrowedRef<'_>,
    errors: *const c_char,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCodec_StreamWriter(encoding, stream.as_ptr(), errors) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyCodec_StrictErrors`. Takes a reference of its own to `exception`. Can run Python code.
///
/// Sets `exception`.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn codec_strict_errors(exception: BorrowedRef<'_>) -> Failed {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCodec_StrictErrors(exception.as_ptr()) };
    let _ = outcome;
    Failed::set()
}

/// `PyCodec_Unregister`. Can run Python code.
///
/// 0 also where it was never registered.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn codec_unregister(search_function: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCodec_Unregister(search_function.as_ptr()) };
    results::status(outcome)
}

/// `PyCodec_XMLCharRefReplaceErrors`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn codec_xml_char_ref_replace_errors(exception: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCodec_XMLCharRefReplaceErrors(exception.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

crate::raw::libpython! {
    #[cfg(feature = "raw")]
    fn PyCodec_NameReplaceErrors(exception: *mut ffi::PyObject) -> *mut ffi::PyObject;
}
