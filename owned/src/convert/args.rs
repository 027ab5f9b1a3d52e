//! Arguments: matching what Python passes with a function's parameters, and the messages when they do not match.
#![expect(unsafe_code, reason = "reads the argument arrays of the vectorcall protocol")]

use core::slice;
use std::borrow::Cow;

use crate::err::{Result, TypeError};
use crate::object::{Dict, Str, Tuple};
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::{BorrowedRef, PyObject};
use crate::token::Python;

use super::FromPy;

/// A named parameter.
#[derive(Debug)]
pub struct Param {
    /// Its name in Python.
    pub name: &'static str,
    /// Whether it has no default.
    pub required: bool,
}

/// The parameters of a function.
#[derive(Debug)]
pub struct Signature {
    /// The class of a method, for messages.
    pub class: Option<&'static str>,
    /// The function's name; `__new__` for a constructor.
    pub function: &'static str,
    /// The named parameters: those that can be given by position, then those that cannot.
    pub params: &'static [Param],
    /// How many of them can be given by position.
    pub positional: usize,
    /// How many of those cannot be given by name.
    pub positional_only: usize,
    /// Whether there is `*args`.
    pub rest: bool,
    /// Whether there is `**kwargs`.
    pub options: bool,
}

/// What Python passes: by vectorcall, or as a tuple and a dict.
#[derive(Clone, Copy, Debug)]
pub struct Args<'a, 'py> {
    positional: Positional<'a>,
    keywords: Keywords<'a, 'py>,
}

#[derive(Clone, Copy, Debug)]
enum Positional<'a> {
    Array(&'a [*mut PyObject]),
    Tuple(BorrowedRef<'a>),
}

#[derive(Clone, Copy, Debug)]
enum Keywords<'a, 'py> {
    None,
    /// The names; the values follow the positional arguments.
    Names(Borrowed<'a, 'py, Tuple>, &'a [*mut PyObject]),
    /// Names and values. Not in a dict: the collector shows a dict to any Python code that runs while an argument is
    /// converted, and what that code removes would go while it is lent.
    Pairs(&'a [(Owned<'py, Any>, Owned<'py, Any>)]),
}

impl<'a, 'py> Args<'a, 'py> {
    /// # Safety
    /// The arguments of a `METH_FASTCALL | METH_KEYWORDS` function: `args` holds `count` borrowed positional arguments
    /// and after them the values of `names`, a tuple of str or NULL; all live for `'a`.
    pub(crate) unsafe fn vector(
        py: Python<'py>,
        args: *const *mut PyObject,
        count: isize,
        names: *mut PyObject,
    ) -> Self {
        // SAFETY: NULL or a tuple that lives for `'a`, by the caller.
        let names = unsafe { Borrowed::<Tuple>::from_ptr(py, names) };
        let (count, keywords) = (count.unsigned_abs(), names.map_or(0, |names| names.len()));
        let all = match count + keywords {
            0 => &[],
            // SAFETY: so many pointers, which live for `'a`, by the caller.
            total => unsafe { slice::from_raw_parts(args, total) },
        };
        let (positional, values) = all.split_at(count);
        let keywords = names.map_or(Keywords::None, |names| Keywords::Names(names, values));
        Args { positional: Positional::Array(positional), keywords }
    }

    /// # Safety
    /// `args` is a tuple that lives for `'a`.
    pub(crate) unsafe fn tuple(args: *mut PyObject, keywords: &'a [(Owned<'py, Any>, Owned<'py, Any>)]) -> Self {
        // SAFETY: alive for `'a`, by the caller.
        let args = unsafe { BorrowedRef::from_ptr(args) }.expect("CPython passes a tuple");
        Args { positional: Positional::Tuple(args), keywords: Keywords::Pairs(keywords) }
    }

    fn positional(&self, py: Python<'py>) -> impl ExactSizeIterator<Item = Borrowed<'a, 'py, Any>> {
        let this = *self;
        let count = match this.positional {
            Positional::Array(array) => array.len(),
            // SAFETY: a tuple, by the constructor.
            Positional::Tuple(tuple) => unsafe { crate::raw::tuple_size(tuple) }.unwrap_or(0),
        };
        (0..count).map(move |at| match this.positional {
            // SAFETY: an argument lives for `'a`, by the constructor.
            Positional::Array(array) => unsafe { lend(py, array[at]) },
            Positional::Tuple(tuple) => {
                // SAFETY: a tuple, which lives for `'a`, by the constructor.
                let item = unsafe { crate::raw::tuple_get_item(tuple, at.cast_signed()) };
                // SAFETY: any object is an `Any`.
                unsafe { Borrowed::from_ref(py, item.expect("an index below the length")) }
            }
        })
    }
}

/// # Safety
/// A live object, for `'a`.
unsafe fn lend<'a, 'py>(py: Python<'py>, object: *mut PyObject) -> Borrowed<'a, 'py, Any> {
    // SAFETY: the caller's.
    unsafe { Borrowed::from_ptr(py, object) }.expect("an argument is not NULL")
}

/// The arguments in the order of the parameters; `None` where a default applies.
#[derive(Debug)]
pub struct Parsed<'a, 'py, const N: usize> {
    /// One for each named parameter. Those that are required are there.
    pub values: [Option<Borrowed<'a, 'py, Any>>; N],
    /// What `*args` takes.
    pub rest: Option<Owned<'py, Tuple>>,
    /// What `**kwargs` takes.
    pub options: Option<Owned<'py, Dict>>,
}

impl Signature {
    /// What messages call the function: `add`, `Tally.tick`, `Tally`.
    fn name(&self) -> Cow<'static, str> {
        match (self.class, self.function) {
            (Some(class), "__new__") => class.into(),
            (Some(class), function) => format!("{class}.{function}").into(),
            (None, function) => function.into(),
        }
    }

    /// Matches the arguments with the parameters.
    ///
    /// # Errors
    /// `TypeError` for too many, unknown, repeated or missing arguments, by name.
    #[track_caller]
    pub fn parse<'a, 'py, const N: usize>(&self, py: Python<'py>, args: Args<'a, 'py>) -> Result<Parsed<'a, 'py, N>> {
        debug_assert_eq!(self.params.len(), N, "the macro counts the parameters");
        let mut values = [None; N];
        let given = args.positional(py);
        let count = given.len();
        if count > self.positional && !self.rest {
            return Err(self.too_many(count));
        }
        let mut extra = Vec::new();
        for (at, value) in given.enumerate() {
            if at < self.positional { values[at] = Some(value) } else { extra.push(value.to_owned()) }
        }
        let rest = if self.rest { Some(Tuple::from_vec(py, extra)?) } else { None };
        let options = if self.options { Some(Dict::empty(py)?) } else { None };
        match args.keywords {
            Keywords::None => {}
            Keywords::Names(names, keywords) => {
                for (name, &value) in names.items().zip(keywords) {
                    // SAFETY: an argument lives for `'a`, by the constructor.
                    let value = unsafe { lend(py, value) };
                    self.keyword(&mut values, options.as_ref(), &name, value)?;
                }
            }
            Keywords::Pairs(pairs) => {
                for (name, value) in pairs {
                    self.keyword(&mut values, options.as_ref(), name, value.as_borrowed())?;
                }
            }
        }
        self.check_required(&values)?;
        Ok(Parsed { values, rest, options })
    }

    #[track_caller]
    fn keyword<'a, 'py>(
        &self,
        values: &mut [Option<Borrowed<'a, 'py, Any>>],
        options: Option<&Owned<'py, Dict>>,
        name: &Owned<'py, Any>,
        value: Borrowed<'a, 'py, Any>,
    ) -> Result<()> {
        let Ok(text) = name.as_borrowed().downcast::<Str>() else {
            return Err(TypeError::new(format!("{}() keywords must be strings", self.name())));
        };
        let text = text.as_str()?;
        match self.params.iter().skip(self.positional_only).position(|param| param.name == text) {
            Some(at) => {
                let slot = &mut values[self.positional_only + at];
                if slot.is_some() {
                    return Err(TypeError::new(format!("{}() got multiple values for argument '{text}'", self.name())));
                }
                *slot = Some(value);
                Ok(())
            }
            None => match options {
                Some(options) => options.put(name, &value),
                None => Err(self.unknown(text)),
            },
        }
    }

    fn unknown(&self, name: &str) -> crate::err::PyErr {
        let function = self.name();
        TypeError::new(if self.params.iter().take(self.positional_only).any(|param| param.name == name) {
            format!("{function}() got a positional-only argument passed as keyword argument: '{name}'")
        } else {
            format!("{function}() got an unexpected keyword argument '{name}'")
        })
    }

    fn too_many(&self, given: usize) -> crate::err::PyErr {
        let least = self.params.iter().take(self.positional).filter(|param| param.required).count();
        let takes = if least == self.positional {
            format!("{least} positional argument{}", if least == 1 { "" } else { "s" })
        } else {
            format!("from {least} to {} positional arguments", self.positional)
        };
        let were = if given == 1 { "was" } else { "were" };
        TypeError::new(format!("{}() takes {takes} but {given} {were} given", self.name()))
    }

    fn check_required(&self, values: &[Option<Borrowed<'_, '_, Any>>]) -> Result<()> {
        let missing: Vec<String> = self
            .params
            .iter()
            .zip(values)
            .filter(|(param, value)| param.required && value.is_none())
            .map(|(param, _)| format!("'{}'", param.name))
            .collect();
        match missing.split_last() {
            None => Ok(()),
            Some((only, [])) => Err(TypeError::new(format!("{}() missing 1 required argument: {only}", self.name()))),
            Some((last, others)) => Err(TypeError::new(format!(
                "{}() missing {} required arguments: {} and {last}",
                self.name(),
                missing.len(),
                others.join(", ")
            ))),
        }
    }
}

/// Converts one argument; an error names it.
///
/// # Panics
/// If a required argument is not there, which [`Signature::parse`] has excluded.
#[track_caller]
pub fn argument<'a, 'py, T: FromPy<'a, 'py>>(
    signature: &Signature,
    index: usize,
    value: Option<Borrowed<'a, 'py, Any>>,
) -> Result<T> {
    let value = value.expect("a required argument was checked to be there");
    T::from_py(value).map_err(|error| error.within(&at(signature, signature.params[index].name)))
}

/// Converts what `*args` took.
#[track_caller]
pub fn rest<'a, 'py, T: FromPy<'a, 'py>>(signature: &Signature, value: &'a Option<Owned<'py, Tuple>>) -> Result<T> {
    let value = value.as_ref().expect("a signature with *args makes the tuple").as_borrowed().into_any();
    T::from_py(value).map_err(|error| error.within(&at(signature, "*args")))
}

/// Converts what `**kwargs` took.
#[track_caller]
pub fn options<'a, 'py, T: FromPy<'a, 'py>>(signature: &Signature, value: &'a Option<Owned<'py, Dict>>) -> Result<T> {
    let value = value.as_ref().expect("a signature with **kwargs makes the dict").as_borrowed().into_any();
    T::from_py(value).map_err(|error| error.within(&at(signature, "**kwargs")))
}

fn at(signature: &Signature, name: &str) -> String {
    format!("{}() argument '{name}'", signature.name())
}

/// Converts the value of an attribute or an operand; an error names it.
#[track_caller]
pub fn value<'a, 'py, T: FromPy<'a, 'py>>(value: Borrowed<'a, 'py, Any>, what: &'static str) -> Result<T> {
    T::from_py(value).map_err(|error| error.within(what))
}

/// Converts the operand of a comparison: one of another type is `None`, for which Python is answered `NotImplemented`.
#[track_caller]
pub fn operand<'a, 'py, T: FromPy<'a, 'py>>(other: Borrowed<'a, 'py, Any>) -> Result<Option<T>> {
    match T::from_py(other) {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.is::<TypeError>(other.py()) => Ok(None),
        Err(error) => Err(error),
    }
}
