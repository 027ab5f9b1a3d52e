//! Binds a C scanner that calls back for each word. The handler goes along as its `user`.

#[owned::module]
mod word_scan_twin {
    use std::ffi::{CString, c_char, c_int, c_void};

    use owned::prelude::*;

    type OnWord = unsafe extern "C" fn(*mut c_void, *const c_char, usize) -> c_int;

    unsafe extern "C" {
        fn word_scan_twin_run(text: *const c_char, on_word: OnWord, user: *mut c_void) -> c_int;
    }

    unsafe extern "C" fn on_word(user: *mut c_void, start: *const c_char, length: usize) -> c_int {
        // SAFETY: the scanner calls on the thread that called it, which is attached.
        let py = unsafe { Python::assume_attached() };
        // SAFETY: the handler that `scan` passes along.
        let handler = unsafe { Owned::<Any>::from_borrowed(py, user.cast()) }.expect("scan passes it");
        // SAFETY: the scanner gives a piece of the text.
        let word = unsafe { std::slice::from_raw_parts(start.cast::<u8>(), length) };
        match handler.call((String::from_utf8_lossy(word).into_owned(),)) {
            Ok(_) => 0,
            Err(error) => {
                error.restore(py);
                -1
            }
        }
    }

    /// Calls `handler` with each word of `text`, and says how many there were.
    #[function]
    fn scan(py: Python<'_>, text: &str, handler: Owned<'_, Any>) -> Result<c_int> {
        let text = CString::new(text).map_err(|_| ValueError::new("NUL in the text"))?;
        let user = handler.as_ptr();
        // SAFETY: a C string, and a function for the C signature.
        let count = unsafe { word_scan_twin_run(text.as_ptr(), on_word, user.cast()) };
        if count < 0 {
            return Err(PyErr::take(py).expect("the handler raised"));
        }
        Ok(count)
    }
}
