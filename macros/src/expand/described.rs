//! What stub files say of functions, properties and values: written where the feature `stubs` is on.

use super::arguments::with_class;
#[cfg(feature = "derive")]
pub(super) use super::conversion_hint::hint;
use super::text_signature::python;
use super::{at, located};
use crate::features;
use crate::model::{Answer, Callable, Constant, Documentation, Field, Method, Methods, Name, Role, Signature, Slot};
use crate::stream::{Group, Ident, Span, ToTokens, TokenStream, TokenTree, Word as _};
use crate::syntax::{Attribute, LitStr, Type};
use crate::template::{hygienic, spanned};
use crate::tokens::attributes;

/// The constant of a table with these entries; nothing without the feature.
pub(super) fn table(entries: &TokenStream) -> Option<TokenStream> {
    features::stubs().then(|| hygienic!(described: &[#entries],))
}

/// All that a block exports.
pub(super) fn methods(methods: &Methods, private: &TokenStream) -> TokenStream {
    let mut entries = TokenStream::new();
    if !features::stubs() {
        return entries;
    }
    let has_init = methods.methods.iter().any(|method| method.callable.ident.is("__init__"));
    for method in &methods.methods {
        // It takes what `__init__` does, which says so.
        if has_init && method.role == Role::New && method.callable.inputs.is_empty() {
            continue;
        }
        let (cfgs, entry) = (attributes(&method.callable.cfgs), method_entry(method, methods.class(), private));
        entries.extend(hygienic!(#cfgs #entry,));
    }
    for item in &methods.constants {
        let (cfgs, entry) = (attributes(&item.cfgs), constant(item, private));
        entries.extend(hygienic!(#cfgs #entry,));
    }
    entries
}

/// A function of a module.
pub(super) fn function(callable: &Callable, private: &TokenStream) -> TokenStream {
    let returns = returned(callable, None, "IntoReturn", private);
    let what = function_of("Nothing", callable, None, (false, false), &returns, private);
    described(&callable.name, &callable.doc, &what, private)
}

/// A value.
pub(super) fn constant(constant: &Constant, private: &TokenStream) -> TokenStream {
    let hint = match &constant.hint {
        Some(text) => written(text, private),
        None => of_type(&constant.ty, None, "IntoReturn", private),
    };
    described(&constant.name, &constant.doc, &hygienic!(#private::What::Value(#hint)), private)
}

/// The properties that a field is.
pub(super) fn field(field: &Field, private: &TokenStream) -> TokenStream {
    let (ty, cfgs, mut entries) = (&field.ty, attributes(&field.cfgs), TokenStream::new());
    let mut add = |what: &str, hint: TokenStream| {
        let what = Ident::new(what, Span::mixed_site());
        let entry = described(&field.name, &field.doc, &hygienic!(#private::What::#what(#hint)), private);
        entries.extend(hygienic!(#cfgs #entry,));
    };
    let hint = |by: &dyn Fn() -> TokenStream| field.hint.as_ref().map_or_else(by, |text| written(text, private));
    if field.access.get {
        add("Getter", hint(&|| of_type(&hygienic!(&#ty), None, "IntoReturn", private)));
    }
    if field.access.set {
        add("Setter", hint(&|| of_type(ty, None, "FromPy", private)));
        let span = at(ty.span());
        let door = located(private, span);
        add("Deletes", spanned!(span => #door::FieldOf::<#ty>::IS_OBJECT));
    }
    entries
}

/// A field of a variant.
pub(super) fn variant_field(name: &Name, doc: &Documentation, ty: &dyn ToTokens, private: &TokenStream) -> TokenStream {
    let hint = of_type(ty, None, "IntoReturn", private);
    described(name, doc, &hygienic!(#private::What::Getter(#hint)), private)
}

/// A constructor, of the class or of a variant.
pub(super) fn new(callable: &Callable, class: &Type, private: &TokenStream) -> TokenStream {
    let what = function_of("New", callable, Some(class), (false, false), &any(private), private);
    let name = Name { text: "__new__".to_owned(), span: callable.name.span };
    described(&name, &Documentation::default(), &what, private)
}

/// A method without parameters that is made of fields.
pub(super) fn made(name: &str, returns: &str, private: &TokenStream) -> TokenStream {
    let what = hygienic! {
        #private::What::Function(#private::DescribedFunction {
            first: #private::First::Object,
            params: &[],
            returns: #private::TypeHint::named("", #returns),
            asynchronous: false,
            overload: false,
        })
    };
    described(&named(name), &Documentation::default(), &what, private)
}

/// `__match_args__`.
pub(super) fn match_args(names: &TokenStream, private: &TokenStream) -> TokenStream {
    let what = hygienic!(#private::What::MatchArgs(&[#names]));
    described(&named("__match_args__"), &Documentation::default(), &what, private)
}

/// The comparisons that are made of fields.
pub(super) fn comparisons(ordered: bool, private: &TokenStream) -> TokenStream {
    let what = hygienic!(#private::What::Comparisons(#ordered));
    described(&named("__eq__"), &Documentation::default(), &what, private)
}

/// What a conversion to the class itself takes, an enum.
pub(super) fn accepted_class(class: &Ident, private: &TokenStream) -> Option<TokenStream> {
    features::stubs().then(|| hygienic!(const ACCEPTS: #private::TypeHint = <#class as #private::TypeInfo>::HINT;))
}

/// A value of an enum: an instance.
pub(super) fn enum_value(name: &Name, class: &Ident, private: &TokenStream) -> TokenStream {
    let what = hygienic!(#private::What::Value(<#class as #private::TypeInfo>::HINT));
    described(name, &Documentation::default(), &what, private)
}

fn named(name: &str) -> Name {
    Name { text: name.to_owned(), span: Span::mixed_site() }
}

fn described(name: &Name, doc: &Documentation, what: &TokenStream, private: &TokenStream) -> TokenStream {
    let (name, doc) = (&name.text, &doc.0);
    hygienic!(#private::Described { name: #name, doc: #doc, what: #what })
}

fn method_entry(method: &Method, class: &Type, private: &TokenStream) -> TokenStream {
    let callable = &method.callable;
    let class = Some(class);
    let returned = |by: &str| returned(callable, class, by, private);
    let overload = method.overload.is_some();
    let function = |first: &str, positional: bool, returns: &TokenStream| {
        function_of(first, callable, class, (positional, overload), returns, private)
    };
    let what = match method.role {
        Role::New => return renamed("__new__", callable, &function("New", false, &any(private)), private),
        Role::Method => function("Object", false, &returned("IntoReturn")),
        Role::Static => function("Static", false, &returned("IntoReturn")),
        Role::Class => function("Class", false, &returned("IntoReturn")),
        Role::Getter => {
            let hint = returned("IntoReturn");
            hygienic!(#private::What::Getter(#hint))
        }
        Role::Attribute => {
            let hint = returned("IntoReturn");
            hygienic!(#private::What::Value(#hint))
        }
        Role::StaticGetter => {
            let hint = returned("IntoReturn");
            hygienic!(#private::What::Static(#hint))
        }
        Role::Setter | Role::StaticSetter => {
            let hint = callable.arguments().first().map(|(name, ty)| param_hint(callable, name, ty, class, private));
            let hint = hint.unwrap_or_else(|| any(private));
            // Of the class itself, the value is what the getter says.
            if method.role == Role::StaticSetter {
                hygienic!(#private::What::Static(#hint))
            } else {
                hygienic!(#private::What::Setter(#hint))
            }
        }
        Role::Deleter => hygienic!(#private::What::Deleter),
        Role::Slot(slot) if slot.name == "__buffer__" => {
            return buffer(callable, "flags", "int", "memoryview", private);
        }
        Role::Slot(slot) if slot.name == "__release_buffer__" => {
            return buffer(callable, "buffer", "memoryview", "None", private);
        }
        Role::Slot(slot) => {
            let chosen = slot.protocol.operands().is_none();
            function("Object", !chosen, &answer(slot, callable, class, private))
        }
    };
    described(&callable.name, &callable.doc, &what, private)
}

fn renamed(name: &str, callable: &Callable, what: &TokenStream, private: &TokenStream) -> TokenStream {
    described(&named(name), &callable.doc, what, private)
}

/// The two methods of memory that is lent, as Python calls them: those of Rust are told less.
fn buffer(callable: &Callable, param: &str, takes: &str, gives: &str, private: &TokenStream) -> TokenStream {
    let what = hygienic! {
        #private::What::Function(#private::DescribedFunction {
            first: #private::First::Object,
            params: &[#private::DescribedParam {
                name: #param,
                kind: #private::ParamKind::Position,
                default: ::core::option::Option::None,
                hint: #private::TypeHint::named("", #takes),
            }],
            returns: #private::TypeHint::named("", #gives),
            asynchronous: false,
            overload: false,
        })
    };
    described(&callable.name, &callable.doc, &what, private)
}

/// What a special method gives.
fn answer(slot: &Slot, callable: &Callable, class: Option<&Type>, private: &TokenStream) -> TokenStream {
    let plain = |name: &str| hygienic!(#private::TypeHint::named("", #name));
    if callable.hints.returns.is_some() {
        return returned(callable, class, "IntoReturn", private);
    }
    // What is returned without a value is the object.
    if slot.name.starts_with("__i")
        && callable.output_type.is_none()
        && !matches!(slot.protocol.answer, Answer::Plain(_))
    {
        return hygienic!(#private::TypeHint::named("typing", "Self"));
    }
    match slot.protocol.answer {
        Answer::Next => returned(callable, class, "IntoNext", private),
        Answer::Object | Answer::Comparable => returned(callable, class, "IntoReturn", private),
        Answer::Memory => plain("memoryview"), // see `buffer`
        Answer::Plain("bool") => plain("bool"),
        Answer::Plain("()") => plain("None"),
        Answer::Plain(_) => plain("int"),
    }
}

fn function_of(
    first: &str,
    callable: &Callable,
    class: Option<&Type>,
    (positional, overload): (bool, bool),
    returns: &TokenStream,
    private: &TokenStream,
) -> TokenStream {
    let (first, asynchronous) = (Ident::new(first, Span::mixed_site()), callable.is_async());
    let params = params(callable, class, positional, private);
    hygienic! {
        #private::What::Function(#private::DescribedFunction {
            first: #private::First::#first,
            params: &[#params],
            returns: #returns,
            asynchronous: #asynchronous,
            overload: #overload,
        })
    }
}

/// The parameters; `position` says that Python passes all of them by position.
fn params(callable: &Callable, class: Option<&Type>, position: bool, private: &TokenStream) -> TokenStream {
    let Signature { params, positional, positional_only, rest, options } = callable.signature();
    let mut all = TokenStream::new();
    let mut add = |ident: &Ident, kind: &str, default: Option<String>| {
        let mut hint = any(private);
        for (name, ty) in callable.arguments() {
            if name.same(ident) {
                hint = param_hint(callable, ident, ty, class, private);
            }
        }
        let (name, kind) = (Name::of(ident).text, Ident::new(kind, Span::mixed_site()));
        let default = match default {
            Some(default) => hygienic!(::core::option::Option::Some(#default)),
            None => hygienic!(::core::option::Option::None),
        };
        all.extend(hygienic! {
            #private::DescribedParam {
                name: #name,
                kind: #private::ParamKind::#kind,
                default: #default,
                hint: #hint,
            },
        });
    };
    for (index, param) in params.iter().enumerate() {
        if index == positional
            && let Some(rest) = &rest
        {
            add(rest, "Rest", None);
        }
        let kind = match index {
            _ if position || index < positional_only => "Position",
            _ if index < positional => "Either",
            _ => "Name",
        };
        // The modulus of a power is the one operand that may be left out.
        let modulus = position && index == 1 && callable.ident.is("__pow__");
        let default = if modulus { Some("None".to_owned()) } else { param.default.as_deref().map(python) };
        add(&param.ident, kind, default);
    }
    if positional == params.len()
        && let Some(rest) = &rest
    {
        add(rest, "Rest", None);
    }
    if let Some(options) = &options {
        add(options, "Options", None);
    }
    all
}

fn param_hint(
    callable: &Callable,
    name: &Ident,
    ty: &Type,
    class: Option<&Type>,
    private: &TokenStream,
) -> TokenStream {
    match callable.hints.param(name) {
        Some(text) => written(text, private),
        None => of_type(ty, class, "FromPy", private),
    }
}

fn returned(callable: &Callable, class: Option<&Type>, by: &str, private: &TokenStream) -> TokenStream {
    match (&callable.hints.returns, &callable.output_type) {
        (Some(text), _) => written(text, private),
        (None, Some(ty)) => of_type(ty, class, by, private),
        (None, None) => hygienic!(#private::TypeHint::NONE),
    }
}

fn written(text: &LitStr, private: &TokenStream) -> TokenStream {
    let text = text.value();
    hygienic!(#private::TypeHint::written(#text))
}

fn any(private: &TokenStream) -> TokenStream {
    hygienic!(#private::TypeHint::ANY)
}

/// What a trait of conversions says of a type; anything, of one that cannot be named where nothing is inferred.
fn of_type(ty: &dyn ToTokens, class: Option<&Type>, by: &str, private: &TokenStream) -> TokenStream {
    let mut tokens = ty.to_token_stream();
    if let Some(class) = class {
        tokens = with_class(tokens, class);
    }
    let Some(ty) = without_lifetimes(tokens) else { return any(private) };
    let says = Ident::new(if by == "FromPy" { "ACCEPTS" } else { "GIVES" }, Span::mixed_site());
    if by == "FromPy" {
        return hygienic!(<#ty as #private::FromPy<'_, '_>>::#says);
    }
    let by = Ident::new(by, Span::mixed_site());
    hygienic!(<#ty as #private::#by<'_>>::#says)
}

/// The type with each lifetime left to be inferred: those of the function have no names in a constant.
fn without_lifetimes(tokens: TokenStream) -> Option<TokenStream> {
    let mut all = TokenStream::new();
    let mut trees = tokens.into_iter();
    while let Some(tree) = trees.next() {
        match tree {
            TokenTree::Punct(quote) if quote.as_char() == '\'' => {
                let name = trees.next()?;
                let is_static = matches!(&name, TokenTree::Ident(name) if name.is("static"));
                let inferred = TokenTree::from(Ident::new("_", name.span()));
                all.append(quote);
                all.append(if is_static { name } else { inferred });
            }
            TokenTree::Ident(word) if ["impl", "for", "_"].iter().any(|other| word.is(other)) => return None,
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), without_lifetimes(group.stream().into())?.into());
                inner.set_span(group.span());
                all.append(inner);
            }
            other => all.append(other),
        }
    }
    Some(all)
}

/// The entry under the `cfg`s of what it is about.
pub(super) fn under(cfgs: &[Attribute], entry: &TokenStream) -> TokenStream {
    let cfgs = attributes(cfgs);
    hygienic!(#cfgs #entry)
}
