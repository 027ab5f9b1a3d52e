//! The code that turns what Python passes into the arguments of the user's function.

use super::{at, located};
use crate::model::{Callable, Input, Kind, Name, Receiver, Signature};
use crate::stream::{Delimiter, Group, Ident, Span, ToTokens, TokenStream, TokenTree, Word as _};
use crate::syntax::{Expr, Type};
use crate::template::{hygienic, spanned};
use crate::tokens::separated;

/// The function's `Signature`. `name` is what the function is called in Python; `class` is its class, which messages
/// name too.
pub(super) fn signature(callable: &Callable, name: &str, class: Option<&Type>, private: &TokenStream) -> TokenStream {
    let signature = callable.signature();
    let mut params = TokenStream::new();
    for param in &signature.params {
        let name = Name::of(&param.ident).text;
        let required = param.default.is_none();
        separated(&mut params, &hygienic!(#private::Param::new(#name, #required)));
    }
    let owner = match class {
        Some(class) => hygienic!(::core::option::Option::Some(<#class as #private::TypeInfo>::NAME)),
        None => hygienic!(::core::option::Option::None),
    };
    let (positional, positional_only) = (signature.positional, signature.positional_only);
    let (rest, options) = (signature.rest.is_some(), signature.options.is_some());
    // Where one that has no default can only be given by name, no number of others is enough.
    let least = match signature.params.iter().rposition(|param| param.default.is_none()) {
        None => 0,
        Some(last) if last < positional => last + 1,
        Some(_) => usize::MAX,
    };
    hygienic! {
        #private::Signature {
            class: #owner,
            function: #name,
            params: &[#params],
            positional: #positional,
            positional_only: #positional_only,
            least: #least,
            rest: #rest,
            options: #options,
        }
    }
}

/// Statements that read `args` by the signature that `place` names, and bind one variable for each argument. `class` is
/// what `Self` means in a default.
pub(super) fn parse(
    callable: &Callable,
    place: &TokenStream,
    class: Option<&Type>,
    private: &TokenStream,
) -> TokenStream {
    let signature = callable.signature();
    let count = signature.params.len();
    let mut bindings = TokenStream::new();
    for (index, (ident, ty)) in callable.arguments().into_iter().enumerate() {
        let variable = variable(index, ty);
        let value = argument(&signature, ident, ty, class, place, private);
        bindings.extend(hygienic!(let #variable = #value;));
    }
    let object = hygienic!(#private::Borrowed<'_, '_, #private::Any>);
    let by_name = signature.positional_only < count;
    let names = hygienic!(static __OWNED_NAMES: #private::SeenNames<#count> = #private::SeenNames::new(););
    let values = match signature.kind() {
        Kind::Required if by_name => hygienic! {
            #names
            let values: [#object; #count] = #place.required_or_named(py, args, &__OWNED_NAMES)?;
        },
        Kind::Required => hygienic!(let values: [#object; #count] = #place.required(py, args)?;),
        Kind::Defaults if by_name => hygienic! {
            #names
            let values: [::core::option::Option<#object>; #count] = #place.values_or_named(py, args, &__OWNED_NAMES)?;
        },
        Kind::Defaults => {
            hygienic!(let values: [::core::option::Option<#object>; #count] = #place.values(py, args)?;)
        }
        Kind::Variable => hygienic! {
            let parsed: #private::Parsed<'_, '_, #count> = #place.parse(py, args)?;
            let values = parsed.values;
        },
    };
    hygienic! {
        #values
        #bindings
    }
}

/// One argument, converted at the user's type, so that a type that cannot be one is shown there.
fn argument(
    signature: &Signature,
    ident: &Ident,
    ty: &Type,
    class: Option<&Type>,
    place: &TokenStream,
    private: &TokenStream,
) -> TokenStream {
    let span = at(ty.span());
    let call = |function, arguments| {
        let call = call_at(ty.span(), private, function, arguments);
        spanned!(span => #call?)
    };
    if signature.rest.as_ref().is_some_and(|rest| rest.same(ident)) {
        return call("rest", spanned!(span => #place, &parsed.rest));
    }
    if signature.options.as_ref().is_some_and(|options| options.same(ident)) {
        return call("options", spanned!(span => #place, &parsed.options));
    }
    let position = signature.params.iter().position(|param| param.ident.same(ident));
    let index = position.expect("the signature has been checked against the parameters");
    let Some(default) = &signature.params[index].default else {
        let convert = if signature.kind() == Kind::Required { "argument" } else { "given" };
        return call(convert, spanned!(span => #place, #index, values[#index]));
    };
    let given = call("argument", spanned!(span => #place, #index, value));
    let default = default_value(default, class);
    hygienic! {
        match values[#index] {
            ::core::option::Option::Some(value) => #given,
            ::core::option::Option::None => #default,
        }
    }
}

/// A call of one of our functions that stands where the user's tokens do, for the compiler's messages and for the ledger: a
/// call that is known to come from a macro is at the line of the macro.
fn call_at(span: Span, private: &TokenStream, function: &str, arguments: TokenStream) -> TokenStream {
    let mut call = located(private, span);
    let function = Ident::new(function, span);
    call.extend(spanned!(span => ::#function));
    let mut arguments = Group::new(Delimiter::Parenthesis, arguments.into());
    arguments.set_span(span);
    call.append(arguments);
    call
}

/// The default as the user wrote it. `None` is known even without a prelude, and `Self` is the class.
fn default_value(default: &Expr, class: Option<&Type>) -> TokenStream {
    if let Expr::Path(path) = default
        && path.is_ident("None")
    {
        return spanned!(at(path.span()) => ::core::option::Option::None);
    }
    let tokens = default.to_token_stream();
    match class {
        Some(class) => with_class(tokens, class),
        None => tokens,
    }
}

/// Writes the class for `Self`: the tokens move into an `impl` for another type.
pub(super) fn with_class(tokens: TokenStream, class: &Type) -> TokenStream {
    let mut replaced = TokenStream::new();
    for tree in tokens {
        match tree {
            TokenTree::Ident(word) if word.is("Self") => class.to_tokens(&mut replaced),
            TokenTree::Group(group) => {
                let inner = with_class(group.stream().into(), class);
                let mut inside = Group::new(group.delimiter(), inner.into());
                inside.set_span(group.span());
                inside.to_tokens(&mut replaced);
            }
            other => other.to_tokens(&mut replaced),
        }
    }
    replaced
}

/// The variable that [`parse`] binds for the argument of this index.
pub(super) fn variable(index: usize, ty: &Type) -> Ident {
    Ident::new(&format!("argument_{index}"), at(ty.span()))
}

/// What the user's function is called with, the receiver included.
pub(super) fn passed(callable: &Callable, receiver: Receiver) -> TokenStream {
    let mut all = match receiver {
        Receiver::None => TokenStream::new(),
        Receiver::Shared => hygienic!(&*this),
        Receiver::Exclusive => hygienic!(&mut *this),
        Receiver::Kept => hygienic!(cx.keep(&slf)),
        Receiver::Handle(false) => hygienic!(slf),
        Receiver::Handle(true) => hygienic!(&slf),
    };
    let mut next = 0;
    for input in &callable.inputs {
        let passed = match input {
            Input::Python => hygienic!(py),
            Input::Async => hygienic!(::core::clone::Clone::clone(cx)),
            Input::Class(_) if callable.is_async() => hygienic!(cx.keep(&class)),
            Input::Class(false) => hygienic!(class),
            Input::Class(true) => hygienic!(&class),
            Input::Argument { ty, .. } => {
                next += 1;
                variable(next - 1, ty).to_token_stream()
            }
        };
        separated(&mut all, &passed);
    }
    all
}
