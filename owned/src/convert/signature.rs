//! Matching what Python passes with a function's parameters, and the messages when they do not match.
//!
//! What is usual is inlined where the function is entered, everything else is out of its way.
#![expect(unsafe_code, reason = "counts the arguments that it reads")]

use std::borrow::Cow;

use crate::err::{MemoryError, PyErr, Result, TypeError, UnicodeEncodeError, lossy, together};
use crate::object::{Dict, Str, Tuple};
use crate::ptr::{Any, Borrowed, Owned};
use crate::token::Python;

use super::args::{Args, Passed, Vector, each};
use super::arrange::{beginning, find};
use super::names::SeenNames;

/// A named parameter.
#[derive(Debug)]
pub struct Param {
    /// Its name in Python.
    pub(super) name: &'static str,
    /// The beginning of that, for the way to find it by.
    pub(super) begins: u64,
    /// Whether it has no default.
    pub(super) required: bool,
}

impl Param {
    /// A parameter of this name in Python, `required` if it has no default.
    pub const fn new(name: &'static str, required: bool) -> Self {
        Param { name, begins: beginning(name.as_bytes()), required }
    }
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
    /// How many arguments by position are enough; more than can be given where some must be given by name.
    pub least: usize,
    /// Whether there is `*args`.
    pub rest: bool,
    /// Whether there is `**kwargs`.
    pub options: bool,
}

impl Signature {
    /// That of a function which reads its arguments by itself.
    pub const ANYTHING: Self = Signature {
        class: None,
        function: "",
        params: &[],
        positional: 0,
        positional_only: 0,
        least: 0,
        rest: true,
        options: true,
    };
}

/// What `*args` and `**kwargs` take, if they are there.
type Variable<'py> = (Option<Owned<'py, Tuple>>, Option<Owned<'py, Dict>>);

/// How C calls a function.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Convention {
    /// It has no parameters.
    Nothing,
    /// It has one, which is always given, and never by name.
    One,
    /// Any other.
    Keywords,
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
    /// The cheapest of C's conventions that every call fits.
    #[inline]
    pub(crate) const fn convention(&self) -> Convention {
        if self.rest || self.options || self.positional_only < self.params.len() {
            return Convention::Keywords;
        }
        match (self.params.len(), self.least) {
            (0, _) => Convention::Nothing,
            (1, 1) => Convention::One,
            _ => Convention::Keywords,
        }
    }

    /// Whether so many arguments by position are enough and not too many.
    #[inline]
    fn is_usual(&self, count: usize) -> bool {
        self.least <= count && count <= self.positional
    }

    /// What messages call the function: `add`, `Tally.tick`, `Tally`.
    #[inline]
    pub(super) fn name(&self) -> Cow<'static, str> {
        match (self.class, self.function) {
            (Some(class), "__new__") => class.into(),
            (Some(class), function) => together(&[class, ".", function]).into(),
            (None, function) => function.into(),
        }
    }

    /// The arguments of a function whose parameters are all required and given by position, and that takes no `*args` or
    /// `**kwargs`.
    ///
    /// # Errors
    /// `TypeError` for too many, unknown, repeated or missing arguments, by name.
    #[track_caller]
    #[inline]
    pub fn required<'a, 'py, const N: usize>(
        &self,
        py: Python<'py>,
        args: Args<'a, 'py>,
    ) -> Result<[Borrowed<'a, 'py, Any>; N]> {
        debug_assert_eq!(self.params.len(), N, "the macro counts the parameters");
        if let Passed::Vector(vector) = args.0
            && let Some(values) = vector.exactly(py)
        {
            return Ok(values);
        }
        let values = self.matched(py, args.anew())?;
        Ok(all(values).expect("a required argument was checked to be there"))
    }

    /// The same, of a function with parameters that are given by name, too.
    ///
    /// # Errors
    /// `TypeError` for too many, unknown, repeated or missing arguments, by name.
    #[track_caller]
    #[inline]
    pub fn required_or_named<'a, 'py, const N: usize>(
        &self,
        py: Python<'py>,
        args: Args<'a, 'py>,
        names: &'static SeenNames<N>,
    ) -> Result<[Borrowed<'a, 'py, Any>; N]> {
        debug_assert_eq!(self.params.len(), N, "the macro counts the parameters");
        if let Passed::Vector(vector) = args.0 {
            // The usual call gives each parameter its argument by position.
            if let Some(values) = vector.exactly(py)
                && self.positional == N
            {
                return Ok(values);
            }
            if let Some(values) = self.by_name(py, vector, names).and_then(all) {
                return Ok(values);
            }
        }
        let values = self.matched(py, args.anew())?;
        Ok(all(values).expect("a required argument was checked to be there"))
    }

    /// The arguments of a function whose parameters are given by position, and that takes no `*args` or `**kwargs`; `None` where
    /// a default applies.
    ///
    /// # Errors
    /// `TypeError` for too many, unknown, repeated or missing arguments, by name.
    #[track_caller]
    #[inline]
    pub fn values<'a, 'py, const N: usize>(
        &self,
        py: Python<'py>,
        args: Args<'a, 'py>,
    ) -> Result<[Option<Borrowed<'a, 'py, Any>>; N]> {
        debug_assert_eq!(self.params.len(), N, "the macro counts the parameters");
        if let Passed::Vector(vector) = args.0
            && vector.names.is_none()
            && self.is_usual(vector.count)
        {
            return Ok(vector.first(py));
        }
        let values = self.matched(py, args.anew())?;
        Ok(values)
    }

    /// The same, of a function with parameters that are given by name, too.
    ///
    /// # Errors
    /// `TypeError` for too many, unknown, repeated or missing arguments, by name.
    #[track_caller]
    #[inline]
    pub fn values_or_named<'a, 'py, const N: usize>(
        &self,
        py: Python<'py>,
        args: Args<'a, 'py>,
        names: &'static SeenNames<N>,
    ) -> Result<[Option<Borrowed<'a, 'py, Any>>; N]> {
        debug_assert_eq!(self.params.len(), N, "the macro counts the parameters");
        if let Passed::Vector(vector) = args.0 {
            // The usual call gives the first parameters their arguments by position, and leaves out the others.
            if vector.names.is_none() && self.is_usual(vector.count) {
                return Ok(vector.first(py));
            }
            if let Some(values) = self.by_name(py, vector, names) {
                return Ok(values);
            }
        }
        // Taken apart: handed on as it is, the result of the usual call would be in memory too.
        let values = self.matched(py, args.anew())?;
        Ok(values)
    }

    /// The arguments of a call that gives some by name, where nothing is wrong.
    #[inline]
    fn by_name<'a, 'py, const N: usize>(
        &self,
        py: Python<'py>,
        vector: Vector<'a, 'py>,
        seen: &'static SeenNames<N>,
    ) -> Option<[Option<Borrowed<'a, 'py, Any>>; N]> {
        let names = vector.names?;
        // The macros count them, so these are comparisons of constants, but for those who take some by name only.
        if self.params.len() != N || self.positional < N && vector.count > self.positional {
            return None;
        }
        let mut values = vector.first::<N>(py);
        // In pieces, which stay in registers: whole, they would be written to memory before the usual call too.
        let (all, seen) = (values.as_mut_ptr(), seen.as_ptr());
        // SAFETY: behind those by position.
        let named = unsafe { vector.first.add(vector.count) };
        // SAFETY: of one vector; `N` values and `N` places.
        unsafe { self.arrange(py, named, vector.count, names, all, seen) }.then_some(values)
    }

    #[track_caller]
    #[cold]
    fn matched<'a, 'py, const N: usize>(
        &self,
        py: Python<'py>,
        args: Args<'a, 'py>,
    ) -> Result<[Option<Borrowed<'a, 'py, Any>>; N]> {
        let mut values = [None; N];
        self.match_up(py, &args, &mut values)?;
        Ok(values)
    }

    /// The arguments of any function.
    ///
    /// # Errors
    /// `TypeError` for too many, unknown, repeated or missing arguments, by name.
    #[track_caller]
    pub fn parse<'a, 'py, const N: usize>(&self, py: Python<'py>, args: Args<'a, 'py>) -> Result<Parsed<'a, 'py, N>> {
        debug_assert_eq!(self.params.len(), N, "the macro counts the parameters");
        let mut values = [None; N];
        let (rest, options) = self.match_up(py, &args, &mut values)?;
        Ok(Parsed { values, rest, options })
    }

    /// Matches the arguments with the parameters; what `*args` and `**kwargs` take is the result.
    #[track_caller]
    fn match_up<'a, 'py>(
        &self,
        py: Python<'py>,
        args: &Args<'a, 'py>,
        values: &mut [Option<Borrowed<'a, 'py, Any>>],
    ) -> Result<Variable<'py>> {
        let count = args.count();
        if count > self.positional && !self.rest {
            return Err(self.too_many(count));
        }
        let taken = count.min(self.positional);
        for (at, value) in values[..taken].iter_mut().enumerate() {
            // SAFETY: less than there are.
            *value = Some(unsafe { args.get(py, at) });
        }
        let mut extra = Vec::new();
        for at in taken..count {
            // SAFETY: less than there are.
            extra.push(unsafe { args.get(py, at) }.to_owned().into_ref());
        }
        let rest = if self.rest { Some(Tuple::of(py, extra)?) } else { None };
        let options = if self.options { Some(Dict::empty(py)?) } else { None };
        match args.0 {
            Passed::Vector(vector) => {
                if let Some(names) = vector.names {
                    for (at, name) in names.items().enumerate() {
                        let value = vector.named(py, at).expect("each name has a value");
                        self.keyword(values, options.as_ref(), &name, value)?;
                    }
                }
            }
            Passed::Tuple(_, pairs) => {
                for (name, value) in pairs {
                    self.keyword(values, options.as_ref(), name, value.as_borrowed())?;
                }
            }
        }
        self.check_required(values)?;
        Ok((rest, options))
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
            return Err(self.refused(&["() keywords must be strings"]));
        };
        let known = match text.as_str() {
            Ok(text) => find(self.params, self.positional_only, text.as_bytes()),
            // A lone surrogate, which UTF-8 cannot say and no parameter has in its name.
            Err(error) if error.is::<UnicodeEncodeError>(name.py()) => None,
            Err(error) => return Err(error),
        };
        match known {
            Some(at) => {
                let (slot, name) = (&mut values[at], self.params[at].name);
                if slot.is_some() {
                    return Err(self.refused(&["() got multiple values for argument '", name, "'"]));
                }
                *slot = Some(value);
                Ok(())
            }
            None => match options {
                Some(options) => options.put(name, &value),
                None => Err(self.unknown(&lossy(text.raw()).ok_or_else(|| MemoryError::new("no memory for a name"))?)),
            },
        }
    }

    /// `TypeError`, beginning with the function's name.
    #[cold]
    #[track_caller]
    fn refused(&self, parts: &[&str]) -> PyErr {
        let mut text = self.name().into_owned();
        for part in parts {
            text += part;
        }
        TypeError::new(text)
    }

    #[track_caller]
    fn unknown(&self, name: &str) -> PyErr {
        let mut got = "() got an unexpected keyword argument '";
        for param in &self.params[..self.positional_only] {
            if param.name == name {
                got = "() got a positional-only argument passed as keyword argument: '";
            }
        }
        self.refused(&[got, name, "'"])
    }

    #[cold]
    #[track_caller]
    fn too_many(&self, given: usize) -> PyErr {
        let mut least = 0;
        for param in &self.params[..self.positional] {
            least += usize::from(param.required);
        }
        let (least_said, most_said, given_said) = (least.to_string(), self.positional.to_string(), given.to_string());
        let were = if given == 1 { " was given" } else { " were given" };
        if least == self.positional {
            let arguments = if least == 1 { " positional argument but " } else { " positional arguments but " };
            return self.refused(&["() takes ", &least_said, arguments, &given_said, were]);
        }
        let arguments = " positional arguments but ";
        self.refused(&["() takes from ", &least_said, " to ", &most_said, arguments, &given_said, were])
    }

    #[track_caller]
    fn check_required(&self, values: &[Option<Borrowed<'_, '_, Any>>]) -> Result<()> {
        let mut missing = Vec::new();
        for (at, param) in self.params.iter().enumerate() {
            if param.required && values[at].is_none() {
                missing.push(param.name);
            }
        }
        if missing.is_empty() { Ok(()) } else { Err(self.missing(&missing)) }
    }

    #[cold]
    #[track_caller]
    fn missing(&self, names: &[&str]) -> PyErr {
        let count = names.len().to_string();
        let arguments = if names.len() == 1 { " required argument: " } else { " required arguments: " };
        let mut parts = vec!["() missing ", &count, arguments];
        for (at, name) in names.iter().enumerate() {
            let before = match at {
                0 => "'",
                _ if at + 1 < names.len() => "', '",
                _ => "' and '",
            };
            parts.extend_from_slice(&[before, *name]);
        }
        parts.push("'");
        self.refused(&parts)
    }
}

/// The values, if all are there.
#[inline]
fn all<'a, 'py, const N: usize>(values: [Option<Borrowed<'a, 'py, Any>>; N]) -> Option<[Borrowed<'a, 'py, Any>; N]> {
    for value in &values {
        if value.is_none() {
            return None;
        }
    }
    Some(each(|at| values[at].expect("all are there")))
}
