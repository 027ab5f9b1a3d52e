//! `Uuid`: `uuid.UUID`.

use ::uuid::Uuid;

use super::by_value;
use super::imported::Imported;
use crate::convert::{FromPy, IntoPy};
use crate::err::{Result, TypeError};
use crate::object::Dict;
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::token::Python;

const UUID: Imported = Imported { key: c"owned.uuid.UUID", module: "uuid", name: "UUID" };

impl FromPy<'_, '_> for Uuid {
    const ACCEPTS: TypeHint = TypeHint::named("uuid", "UUID");

    /// A `uuid.UUID`. (`Uuid::parse_str` takes texts.)
    ///
    /// # Errors
    /// `TypeError` for anything else.
    #[track_caller]
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        if !UUID.is_type_of(object)? {
            return Err(TypeError::new(format!("expected uuid.UUID, got {}", object.type_name())));
        }
        object.getattr("int")?.extract().map(Uuid::from_u128)
    }
}

impl<'py> IntoPy<'py> for &Uuid {
    type Target = Any;
    const GIVES: TypeHint = TypeHint::named("uuid", "UUID");

    /// A `uuid.UUID`.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        UUID.get(py)?.call_with((), &Dict::new(py, [("int", self.as_u128())])?)
    }
}

by_value! {
    Uuid => Any;
}
