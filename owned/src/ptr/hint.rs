//! [`TypeHint`]: a Python type as type checkers are told of it.

use core::any::TypeId;
use core::fmt;

/// A Python type as a stub file writes it: `int`, `list[str]`, `Path | None`.
///
/// Conversions say what they take and give by constants of this type, [`FromPy::ACCEPTS`](crate::FromPy::ACCEPTS) and
/// [`IntoPy::GIVES`](crate::IntoPy::GIVES). Only the feature `stubs` looks at them. It borrows statics and allocates nothing.
///
/// ```
/// use owned::prelude::*;
/// use owned::TypeHint;
///
/// /// An angle, which Python has as a number, or as a text.
/// struct Degrees(f64);
///
/// impl<'a, 'py> FromPy<'a, 'py> for Degrees {
///     const ACCEPTS: TypeHint = TypeHint::union(&[f64::ACCEPTS, <&str>::ACCEPTS]);
///
///     fn from_py(object: Borrowed<'a, 'py, Any>) -> Result<Self> {
///         match <&str>::from_py(object) {
///             Ok(text) => text.parse().map(Degrees).map_err(|_| ValueError::new("not a number")),
///             Err(_) => f64::from_py(object).map(Degrees),
///         }
///     }
/// }
/// assert_eq!(Degrees::ACCEPTS.to_string(), "float | str");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct TypeHint(pub(crate) Hint);

/// How it is known.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(feature = "stubs"), allow(dead_code, reason = "who writes stubs reads it"))]
pub(crate) enum Hint {
    /// Nothing is known, or everything is taken.
    Anything,
    /// A type of the interpreter, by its `TypeInfo::NAME`.
    BuiltIn(&'static str),
    /// A name of a module; the module is empty for the built-in names.
    Named(&'static str, &'static str),
    /// A type with what stands in its brackets.
    Generic(&'static TypeHint, &'static [TypeHint]),
    /// One of several.
    Union(&'static [TypeHint]),
    /// As the user wrote it.
    Written(&'static str),
    /// A class that a module of ours makes, which knows where it is.
    Class(fn() -> TypeId, &'static str),
    /// What may mention itself: asked for when it is written, known by a name till then.
    Later(&'static str, fn() -> TypeHint),
}

impl TypeHint {
    /// Any object: `object` of a parameter, `Any` everywhere else.
    pub const ANY: Self = TypeHint(Hint::Anything);
    /// `None`.
    pub const NONE: Self = Self::named("", "None");
    /// `...`, in brackets: `tuple[int, ...]`.
    pub const ELLIPSIS: Self = Self::named("", "...");

    pub(crate) const BOOL: Self = Self::named("", "bool");
    pub(crate) const BYTEARRAY: Self = Self::named("", "bytearray");
    pub(crate) const BYTES: Self = Self::named("", "bytes");
    pub(crate) const DICT: Self = Self::named("", "dict");
    pub(crate) const FLOAT: Self = Self::named("", "float");
    pub(crate) const FROZENSET: Self = Self::named("", "frozenset");
    pub(crate) const INT: Self = Self::named("", "int");
    pub(crate) const ITERABLE: Self = Self::named("collections.abc", "Iterable");
    pub(crate) const LIST: Self = Self::named("", "list");
    pub(crate) const SET: Self = Self::named("", "set");
    pub(crate) const STR: Self = Self::named("", "str");
    pub(crate) const TUPLE: Self = Self::named("", "tuple");

    /// A name of a module, or with an empty module a built-in one: `TypeHint::named("pathlib", "Path")`.
    ///
    /// ```
    /// use owned::TypeHint;
    ///
    /// const PATH: TypeHint = TypeHint::named("pathlib", "Path");
    /// const INT: TypeHint = TypeHint::named("", "int");
    /// # let _ = (PATH, INT);
    /// ```
    #[inline]
    pub const fn named(module: &'static str, name: &'static str) -> Self {
        TypeHint(Hint::Named(module, name))
    }

    /// A type with arguments: `list[int]`.
    ///
    /// ```
    /// use owned::{FromPy, TypeHint};
    ///
    /// const LIST: TypeHint = TypeHint::named("", "list");
    /// const INTS: TypeHint = TypeHint::generic(&LIST, &[<i64 as FromPy>::ACCEPTS]);
    /// assert_eq!(INTS.to_string(), "list[int]");
    /// ```
    #[inline]
    pub const fn generic(of: &'static TypeHint, arguments: &'static [TypeHint]) -> Self {
        TypeHint(Hint::Generic(of, arguments))
    }

    /// One of several types: `int | None`.
    ///
    /// ```
    /// use owned::TypeHint;
    ///
    /// const NUMBER: TypeHint = TypeHint::union(&[TypeHint::named("", "int"), TypeHint::named("", "float")]);
    /// # let _ = NUMBER;
    /// ```
    #[inline]
    pub const fn union(of: &'static [TypeHint]) -> Self {
        TypeHint(Hint::Union(of))
    }

    /// As it stands, modules in full: `TypeHint::written("collections.abc.Callable[[int], str]")`.
    ///
    /// ```
    /// use owned::TypeHint;
    ///
    /// const HANDLER: TypeHint = TypeHint::written("collections.abc.Callable[[int], str]");
    /// # let _ = HANDLER;
    /// ```
    #[inline]
    pub const fn written(text: &'static str) -> Self {
        TypeHint(Hint::Written(text))
    }

    /// A type of the interpreter.
    #[inline]
    pub(crate) const fn built_in(name: &'static str) -> Self {
        TypeHint(Hint::BuiltIn(name))
    }

    /// A class that a module makes of `C`.
    #[doc(hidden)]
    #[inline]
    pub const fn class<C: 'static>(name: &'static str) -> Self {
        TypeHint(Hint::Class(TypeId::of::<C>, name))
    }

    /// What may mention itself.
    #[doc(hidden)]
    #[inline]
    pub const fn later(name: &'static str, hint: fn() -> TypeHint) -> Self {
        TypeHint(Hint::Later(name, hint))
    }
}

/// As a stub file would have it, each name with its module.
impl fmt::Display for TypeHint {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Hint::Anything => f.write_str("typing.Any"),
            Hint::BuiltIn(name) | Hint::Named("", name) | Hint::Written(name) | Hint::Class(_, name) => {
                f.write_str(name)
            }
            Hint::Named(module, name) => write!(f, "{module}.{name}"),
            Hint::Generic(of, arguments) => {
                write!(f, "{of}[")?;
                joined(f, arguments, ", ")?;
                f.write_str("]")
            }
            Hint::Union(of) => joined(f, of, " | "),
            Hint::Later(name, _) => f.write_str(name),
        }
    }
}

#[inline]
fn joined(f: &mut fmt::Formatter<'_>, hints: &[TypeHint], between: &str) -> fmt::Result {
    for (at, hint) in hints.iter().enumerate() {
        write!(f, "{}{hint}", if at == 0 { "" } else { between })?;
    }
    Ok(())
}
