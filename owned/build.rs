//! Passes the configured interpreter's version on as `cfg`s (`Py_3_12`, …) for the `raw` floor.
fn main() {
    pyo3_build_config::use_pyo3_cfgs();
}
