//! What stub files say of the items of a module: constants that the macros write where the feature `stubs` is on.

use core::any::TypeId;

use crate::ptr::{Derived, TypeHint, TypeInfo};

#[cfg(feature = "enums")]
use super::Enumeration;
use super::{Class, CreatedException, Methods, Options, VariantClass};

/// Something with a name: a function, a property, a value.
#[derive(Clone, Copy, Debug)]
pub struct Described {
    /// Its name in Python.
    pub name: &'static str,
    /// Its docstring, without a signature.
    pub doc: &'static str,
    /// What it is.
    pub what: What,
}

/// What it is.
#[derive(Clone, Copy, Debug)]
pub enum What {
    /// A function or a method.
    Function(DescribedFunction),
    /// The getter of a property.
    Getter(TypeHint),
    /// The setter of one, by what it takes.
    Setter(TypeHint),
    /// The deleter of one.
    Deleter,
    /// Whether a field that is set can be deleted.
    Deletes(bool),
    /// A value of a module or of a class.
    Value(TypeHint),
    /// A property of the class itself.
    Static(TypeHint),
    /// `__match_args__`.
    MatchArgs(&'static [&'static str]),
    /// The comparisons that `#[class]` makes of fields: all of them, or `==` and `!=` alone.
    Comparisons(bool),
}

/// A function: how it is called, and with what.
#[derive(Clone, Copy, Debug)]
pub struct DescribedFunction {
    /// What comes before the parameters.
    pub first: First,
    /// The parameters, in their order.
    pub params: &'static [DescribedParam],
    /// What it gives; of an `async fn`, what its coroutine does.
    pub returns: TypeHint,
    /// Whether it is an `async fn`.
    pub asynchronous: bool,
    /// Whether it is one of several of its name.
    pub overload: bool,
}

/// What comes before the parameters that Python passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// Nothing: a function of a module.
    Nothing,
    /// Nothing: a static method.
    Static,
    /// The object.
    Object,
    /// The class, of a class method.
    Class,
    /// The class, of a constructor.
    New,
}

/// One parameter.
#[derive(Clone, Copy, Debug)]
pub struct DescribedParam {
    /// Its name in Python.
    pub name: &'static str,
    /// How it is passed.
    pub kind: ParamKind,
    /// Its default as Python writes it, if there is one.
    pub default: Option<&'static str>,
    /// What it takes.
    pub hint: TypeHint,
}

/// How a parameter is passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamKind {
    /// By position only.
    Position,
    /// By position or by name.
    Either,
    /// By name only.
    Name,
    /// `*args`
    Rest,
    /// `**kwargs`
    Options,
}

/// A class.
#[derive(Clone, Copy)]
pub(crate) struct DescribedClass {
    pub(crate) id: TypeId,
    pub(crate) doc: &'static str,
    pub(crate) options: Options,
    pub(crate) base: TypeHint,
    pub(crate) outer: Option<TypeId>,
    /// What `#[class]` made of fields, and what `#[methods]` did.
    pub(crate) members: [&'static [Described]; 2],
    pub(crate) variants: &'static [VariantClass],
    /// Whether C makes its type, and has members that nobody here knows of.
    pub(crate) adopted: bool,
}

impl DescribedClass {
    /// `C`.
    pub(crate) const fn of<C: Class>() -> &'static Self {
        const {
            &DescribedClass {
                id: TypeId::of::<C>(),
                doc: text(C::DOC),
                options: C::OPTIONS,
                base: <C::Base as TypeInfo>::HINT,
                outer: match C::OUTER {
                    Some(outer) => Some(outer.id),
                    None => None,
                },
                members: [
                    C::FIELDS.described,
                    match C::METHODS {
                        Some(Methods { described, .. }) => described,
                        None => &[],
                    },
                ],
                variants: C::VARIANTS,
                adopted: C::ADOPTED,
            }
        }
    }
}

/// An exception.
#[derive(Clone, Copy)]
pub(crate) struct DescribedException {
    pub(crate) id: TypeId,
    pub(crate) doc: &'static str,
    pub(crate) base: TypeHint,
}

impl DescribedException {
    /// `E`.
    pub(crate) const fn of<E: CreatedException>() -> &'static Self {
        const { &DescribedException { id: TypeId::of::<E>(), doc: E::DOC, base: <<E as Derived>::Base as TypeInfo>::HINT } }
    }
}

/// An enum of the module `enum`.
#[cfg(feature = "enums")]
#[derive(Clone, Copy)]
pub(crate) struct DescribedEnum {
    pub(crate) id: TypeId,
    pub(crate) doc: &'static str,
    pub(crate) kind: &'static str,
    /// The name and the value of a member, by its number.
    pub(crate) member: fn(usize) -> Option<(&'static str, EnumeratedValue)>,
}

/// The value of a member.
#[cfg(feature = "enums")]
#[derive(Clone, Copy, Debug)]
pub(crate) enum EnumeratedValue {
    /// A number.
    Number(i64),
    /// A text.
    Text(&'static str),
}

#[cfg(feature = "enums")]
impl DescribedEnum {
    /// `E`.
    pub(crate) const fn of<E: Enumeration>() -> &'static Self {
        const { &DescribedEnum { id: TypeId::of::<E>(), doc: text(E::DOC), kind: E::KIND, member: member::<E> } }
    }
}

#[cfg(feature = "enums")]
fn member<E: Enumeration>(at: usize) -> Option<(&'static str, EnumeratedValue)> {
    let member = E::MEMBERS.get(at)?;
    let value = member.text.map_or(EnumeratedValue::Number(member.number), EnumeratedValue::Text);
    Some((member.name, value))
}

/// The text of a C string, which the macros write of a text.
pub(crate) const fn text(of: &'static core::ffi::CStr) -> &'static str {
    match of.to_str() {
        Ok(text) => text,
        Err(_) => "",
    }
}
