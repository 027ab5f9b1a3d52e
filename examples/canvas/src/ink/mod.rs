//! The safe wrapper of the C library `inkcanvas`.
