//! A reference to a struct converts if each field's reference does.
//! expect: error[E0277]: `&Channel` cannot be turned into a Python object

use owned::prelude::*;

#[derive(IntoPy)]
pub struct Channel {
    pub text: Text,
}

pub struct Text;
impl<'py> IntoPy<'py> for Text {
    type Target = Str;
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Str>> {
        Str::new(py, "text")
    }
}

fn give<'py>(py: Python<'py>, value: impl IntoPy<'py>) -> Result<Owned<'py, Any>> {
    value.into_any(py)
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let channel = Channel { text: Text };
        give(py, &channel).map(drop)
    })
}
