//! An option that a field does not have is refused, with those that it has; two derives say it once.
//! expect: error: `#[py]` on a field has no option `rename`

use owned::prelude::*;

#[derive(FromPy, IntoPy)]
pub struct Point {
    #[py(rename = "X")]
    pub x: f64,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
