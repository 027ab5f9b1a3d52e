//! The numbers of a type's slots, as `PyType_Spec` has them, by the names that C has for them.
//!
//! ```
//! # use owned::{prelude::*, raw};
//! # Python::initialize();
//! # Python::attach(|py| {
//! let int = py.eval("int", None)?;
//! // SAFETY: attached, by `py`.
//! assert!(!unsafe { raw::type_get_slot(int.raw(), raw::place::Py_tp_repr) }?.is_null());
//! # Ok::<(), PyErr>(())
//! # }).unwrap();
//! ```

pub use pyo3_ffi::{
    Py_am_aiter, Py_am_anext, Py_am_await, Py_bf_getbuffer, Py_bf_releasebuffer, Py_mp_ass_subscript, Py_mp_length,
    Py_mp_subscript, Py_nb_absolute, Py_nb_add, Py_nb_and, Py_nb_bool, Py_nb_divmod, Py_nb_float, Py_nb_floor_divide,
    Py_nb_index, Py_nb_inplace_add, Py_nb_inplace_and, Py_nb_inplace_floor_divide, Py_nb_inplace_lshift,
    Py_nb_inplace_matrix_multiply, Py_nb_inplace_multiply, Py_nb_inplace_or, Py_nb_inplace_power,
    Py_nb_inplace_remainder, Py_nb_inplace_rshift, Py_nb_inplace_subtract, Py_nb_inplace_true_divide,
    Py_nb_inplace_xor, Py_nb_int, Py_nb_invert, Py_nb_lshift, Py_nb_matrix_multiply, Py_nb_multiply, Py_nb_negative,
    Py_nb_or, Py_nb_positive, Py_nb_power, Py_nb_remainder, Py_nb_rshift, Py_nb_subtract, Py_nb_true_divide, Py_nb_xor,
    Py_sq_ass_item, Py_sq_contains, Py_sq_item, Py_sq_length, Py_tp_call, Py_tp_descr_get, Py_tp_descr_set,
    Py_tp_finalize, Py_tp_getattro, Py_tp_hash, Py_tp_init, Py_tp_iter, Py_tp_iternext, Py_tp_new, Py_tp_repr,
    Py_tp_richcompare, Py_tp_setattro, Py_tp_str,
};
