//! What `#[class(new, eq, ord, hash, repr)]` makes of the fields.

use super::entries::{Context, holder, section};
use super::text_signature::text_signature;
use super::{at, bounds, described, located, slots};
use crate::features;
use crate::item::Block;
use crate::messages;
use crate::model::{
    Callable, Class, Documentation, Entry, Hints, Input, Method, Methods, Name, Receiver, Role, Start, Value,
};
use crate::stream::{Ident, Span, TokenStream};
use crate::template::{hygienic, spanned};
use crate::tokens::{attributes, separated};

/// What goes into the table of the class besides its properties, and the impls for the marker types in it.
pub(super) struct Given {
    pub(super) methods: TokenStream,
    pub(super) slots: TokenStream,
    pub(super) attributes: TokenStream,
    /// The constructor, as the docstring tells of it.
    pub(super) called: TokenStream,
    /// The function that says which value of an enum it is.
    pub(super) value: TokenStream,
    pub(super) implementations: TokenStream,
    /// What stub files say of all of it.
    pub(super) described: TokenStream,
}

pub(super) fn from_fields(class: &Class, private: &TokenStream) -> Given {
    let mut all = Given {
        methods: TokenStream::new(),
        slots: TokenStream::new(),
        attributes: TokenStream::new(),
        called: TokenStream::new(),
        value: TokenStream::new(),
        implementations: TokenStream::new(),
        described: TokenStream::new(),
    };
    let made = &class.made;
    if let Some(new) = &made.new {
        constructor(class, private, &mut all);
        all.only(class, new, "Py_tp_new", "`#[new]`", private);
    }
    if let Some(eq) = &made.eq {
        compare(class, private, &mut all);
        all.only(class, eq, "Py_tp_richcompare", "a comparison in `#[methods]`", private);
    }
    if let Some(hash) = &made.hash {
        self::hash(class, hash.span(), private, &mut all);
        all.only(class, hash, "Py_tp_hash", "`__hash__`", private);
    }
    if let Some(repr) = &made.repr {
        self::repr(class, private, &mut all);
        all.only(class, repr, "Py_tp_repr", "`__repr__`", private);
    }
    all
}

impl Given {
    /// Adds what stub files say, where they are asked for.
    pub(super) fn describe(&mut self, entry: impl FnOnce() -> TokenStream) {
        if features::stubs() {
            let entry = entry();
            self.described.extend(hygienic!(#entry,));
        }
    }

    fn slot(&mut self, entry: &TokenStream, implementation: &TokenStream) {
        self.slots.extend(hygienic!(#entry,));
        self.implementations.extend(implementation.clone());
    }

    /// Refuses a method of the block for the same slot.
    fn only(&mut self, class: &Class, option: &Ident, place: &str, method: &str, private: &TokenStream) {
        let (ident, place) = (class.ident(), Ident::new(place, Span::mixed_site()));
        let text = messages::given_twice(&option.to_string(), method);
        let span = at(option.span());
        let door = located(private, span);
        self.implementations.extend(spanned! {
            span => const _: () = ::core::assert!(!#door::fills_slot::<#ident>(#door::place::#place), #text);
        });
    }
}

/// `__new__`, with a parameter for each field that has no value of its own, and `__match_args__`.
fn constructor(class: &Class, private: &TokenStream, all: &mut Given) {
    let ident = class.ident();
    let function = Ident::new("__owned_from_fields", Span::mixed_site());
    let (mut inputs, mut entries) = (Vec::new(), Vec::new());
    let (mut parameters, mut values) = (TokenStream::new(), TokenStream::new());
    for (index, start) in class.starts.iter().enumerate() {
        let Start { member, ty, cfgs, .. } = start;
        let parameter = Ident::new(&format!("field_{index}"), Span::mixed_site());
        let given = match (&start.value, &start.name) {
            (Value::Given, Some(name)) => Some((name, None)),
            (Value::Default(default), Some(name)) => Some((name, Some(default.clone()))),
            _ => None,
        };
        if let Some((name, default)) = given {
            inputs.push(Input::Argument { ident: name.clone(), ty: Box::new(ty.clone()) });
            entries.push(Entry::Named(name.clone(), default));
            parameters.extend(hygienic!(#parameter: #ty,));
            values.extend(hygienic!(#member: #parameter,));
        } else if let Value::Fixed(value) = &start.value {
            let cfgs = attributes(cfgs);
            values.extend(hygienic!(#cfgs #member: #value,));
        }
    }
    let name = Name { text: "__new__".to_owned(), span: ident.span() };
    let callable = Callable {
        ident: function.clone(),
        name,
        doc: Documentation::default(),
        cfgs: Vec::new(),
        inputs,
        written: Some((ident.span(), entries)),
        asynchronous: None,
        hints: Hints::default(),
        output_type: None,
        output: ident.span(),
        output_borrows: false,
    };
    let text = text_signature(&callable, None);
    all.called = hygienic!(#private::Called { signature: #text, doc: "" });
    let methods = Methods {
        instances: Vec::new(),
        library: class.library.clone(),
        block: Block::of(bounds::named(ident)),
        methods: vec![Method { callable, role: Role::New, receiver: Receiver::None, overload: None }],
        constants: Vec::new(),
    };
    let marker = &Ident::new("__OwnedFromFields", Span::mixed_site());
    all.describe(|| described::new(&methods.methods[0].callable, methods.class(), private));
    let context = Context { methods: &methods, method: &methods.methods[0], marker, private };
    if let Some((entry, implementation)) = slots::slot(&context) {
        all.slot(
            &entry,
            &hygienic! {
                impl #ident {
                    fn #function(#parameters) -> Self {
                        Self { #values }
                    }
                }
                struct #marker;
                #implementation
            },
        );
    }
    match_args(class, private, all);
}

/// `__match_args__`: the parameters up to the first that Python cannot read.
fn match_args(class: &Class, private: &TokenStream, all: &mut Given) {
    let mut names = TokenStream::new();
    for start in class.starts.iter().filter(|start| !matches!(start.value, Value::Fixed(_))) {
        let Some(field) = class.fields.iter().find(|field| field.member.is(&start.member) && field.access.get) else {
            break;
        };
        separated(&mut names, &field.name.text);
    }
    all.describe(|| described::match_args(&names, private));
    let marker = Ident::new("__OwnedMatchArgs", Span::mixed_site());
    all.attributes.extend(hygienic!(#private::ClassAttribute::of::<#marker>(),));
    all.implementations.extend(hygienic! {
        struct #marker;
        impl #private::Constant for #marker {
            const NAME: &'static ::core::ffi::CStr = c"__match_args__";
            const PLAIN: bool = true;
            fn value<'py>(
                py: #private::Python<'py>,
            ) -> #private::Result<#private::Owned<'py, #private::Any>> {
                #private::match_args(py, &[#names])
            }
        }
    });
}

/// `__eq__` and `__ne__`, and with `ord` the others, by Rust's traits.
fn compare(class: &Class, private: &TokenStream, all: &mut Given) {
    let ident = class.ident();
    let (function, asked) = match (&class.made.ord, &class.made.eq) {
        (Some(ord), _) => ("ordered", ord.span()),
        (None, Some(eq)) => ("equal", eq.span()),
        (None, None) => return,
    };
    let span = at(asked);
    let (door, function) = (located(private, span), Ident::new(function, span));
    let answer = spanned!(span => #door::#function::<#ident>(&this, &other, operator));
    let (holder, section) = (holder("__eq__", private), section(private));
    all.describe(|| described::comparisons(class.made.ord.is_some(), private));
    let marker = Ident::new("__OwnedCompareFields", Span::mixed_site());
    all.slot(&hygienic!(#private::Slot::compare::<#marker>()), &hygienic! {
        struct #marker;
        impl #private::Compare<#ident> for #marker {
            const EQUALITY: bool = true;
            fn compare<'a, 'py>(
                slf: #private::Borrowed<'a, 'py, #ident>,
                operand: #private::Borrowed<'a, 'py, #private::Any>,
                operator: #private::CompareOp,
            ) -> #private::Result<::core::option::Option<#private::Owned<'py, #private::Any>>> {
                let ::core::option::Option::Some(other) = #private::operand::<#private::Ref<'_, #ident>>(operand)? else {
                    return ::core::result::Result::Ok(::core::option::Option::None);
                };
                #section
                let this = #private::hold(slf, #holder, &mut section)?;
                let answer: ::core::option::Option<bool> = #answer;
                ::core::mem::drop(this);
                match answer {
                    ::core::option::Option::Some(answer) => #private::ret(slf.py(), answer).map(::core::option::Option::Some),
                    ::core::option::Option::None => ::core::result::Result::Ok(::core::option::Option::None),
                }
            }
        }
    });
}

/// `__hash__`, by Rust's trait.
fn hash(class: &Class, asked: Span, private: &TokenStream, all: &mut Given) {
    let ident = class.ident();
    let span = at(asked);
    let door = located(private, span);
    let answer = spanned!(span => #door::hash_of::<#ident>(&this));
    let (holder, section) = (holder("__hash__", private), section(private));
    all.describe(|| described::made("__hash__", "int", private));
    let marker = Ident::new("__OwnedHashFields", Span::mixed_site());
    all.slot(
        &hygienic!(#private::Slot::hash::<#marker>()),
        &hygienic! {
            struct #marker;
            impl #private::Hash<#ident> for #marker {
                fn hash<'a, 'py>(slf: #private::Borrowed<'a, 'py, #ident>) -> #private::Result<isize> {
                    #section
                    let this = #private::hold(slf, #holder, &mut section)?;
                    ::core::result::Result::Ok(#answer)
                }
            }
        },
    );
}

/// `__repr__`, of the fields that Python can read.
fn repr(class: &Class, private: &TokenStream, all: &mut Given) {
    let ident = class.ident();
    let (mut names, mut values) = (TokenStream::new(), TokenStream::new());
    for field in class.fields.iter().filter(|field| field.access.get && field.cfgs.is_empty()) {
        separated(&mut names, &field.name.text);
        let (member, span) = (&field.member, at(field.ty.span()));
        let door = located(private, span);
        separated(&mut values, &spanned!(span => #door::ret(py, &this.#member)?));
    }
    let (holder, section) = (holder("__repr__", private), section(private));
    all.describe(|| described::made("__repr__", "str", private));
    let marker = Ident::new("__OwnedReprFields", Span::mixed_site());
    all.slot(
        &hygienic!(#private::Slot::unary::<#marker, { #private::place::Py_tp_repr }>()),
        &hygienic! {
            struct #marker;
            impl #private::Unary<#ident> for #marker {
                fn unary<'a, 'py>(
                    slf: #private::Borrowed<'a, 'py, #ident>,
                ) -> #private::Result<#private::Owned<'py, #private::Any>> {
                    #private::repr_of(slf.py(), slf, &[#names], |py| {
                        #section
                        let this = #private::hold(slf, #holder, &mut section)?;
                        let _ = (&this, py);
                        ::core::result::Result::Ok([#values].into())
                    })
                }
            }
        },
    );
}
