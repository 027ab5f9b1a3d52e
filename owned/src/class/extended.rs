//! The values of an instance of a class that extends another.

/// A new instance of a class that extends another: what the base is made of, and the class's own value.
///
/// ```standalone_crate
/// use owned::prelude::*;
/// use owned::Extended;
///
/// #[class(subclass)]
/// pub struct Shape {
///     #[field(get)]
///     name: String,
/// }
///
/// #[class(extends = Shape)]
/// pub struct Circle {
///     #[field(get)]
///     radius: f64,
/// }
///
/// #[methods]
/// impl Circle {
///     #[new]
///     fn new(radius: f64) -> Extended<Shape, Circle> {
///         Extended::new(Shape { name: "circle".to_owned() }, Circle { radius })
///     }
/// }
///
/// #[owned::module]
/// mod shapes {
///     #[export]
///     pub use super::{Circle, Shape};
/// }
/// # fn main() -> Result<()> {
/// #     Python::initialize();
/// #     Python::attach(|py| {
/// #         let circle = owned::load!(py, shapes)?.call_method("Circle", (2.0,))?;
/// #         assert_eq!(circle.getattr("name")?.extract::<String>()?, "circle");
/// #         Ok(())
/// #     })
/// # }
/// ```
#[derive(Debug)]
pub struct Extended<B, C> {
    pub(super) base: B,
    pub(super) own: C,
}

impl<B, C> Extended<B, C> {
    /// `base` is the base's value (an [`Extended`] if that extends a class itself), or [`BaseArgs`].
    ///
    /// ```
    /// use owned::Extended;
    ///
    /// let extended = Extended::new("the base's value", "its own");
    /// assert!(format!("{extended:?}").contains("its own"));
    /// ```
    pub fn new(base: B, own: C) -> Self {
        Extended { base, own }
    }
}

/// The arguments that a built-in base is made with, a Rust tuple or an `Owned<Tuple>`: its `__new__` and its `__init__`
/// get them.
///
/// ```
/// use owned::prelude::*;
/// use owned::{BaseArgs, Extended};
///
/// /// An error with a code.
/// #[class(extends = owned::exceptions::ValueError)]
/// pub struct CodeError {
///     #[field(get)]
///     code: i32,
/// }
///
/// #[methods]
/// impl CodeError {
///     #[new]
///     fn new(code: i32) -> Extended<BaseArgs<(String,)>, CodeError> {
///         Extended::new(BaseArgs((format!("code {code}"),)), CodeError { code })
///     }
/// }
///
/// #[owned::module]
/// mod codes {
///     #[export]
///     pub use super::CodeError;
/// }
/// # fn main() -> Result<()> {
/// #     Python::initialize();
/// #     Python::attach(|py| {
/// #         let error = owned::load!(py, codes)?.call_method("CodeError", (7,))?;
/// #         assert_eq!(format!("{error:?}"), "CodeError('code 7')");
/// #         Ok(())
/// #     })
/// # }
/// ```
#[derive(Debug)]
pub struct BaseArgs<A>(pub A);
