//! The forms of types and of parameters: as syn reads them.

use super::tokens;
use crate::stream::{Delimiter, Group, ToTokens, TokenStream, TokenTree};
use crate::syntax::{GenericArgument, GenericParam, Generics, Input, Path, Type, ty};
use crate::template::hygienic;
use quote::quote;

/// One of each that is looked into, and of each that is not.
const TYPES: &[&str] = &[
    "A",
    "r#type",
    "Self",
    "crate::A",
    "self::a::B",
    "super::super::A",
    "::a::B",
    "Vec<A>",
    "Vec::<A>",
    "Vec<A,>",
    "Vec<>",
    "a::B<C>::D",
    "Option<Box<A>>",
    "HashMap<A, Vec<Vec<B>>>",
    "Borrowed<'a, '_, A>",
    "A<'static>",
    "A<1>",
    "A<-1>",
    "A<true>",
    "A<'c', \"text\">",
    "A<{ N + 1 }>",
    "A<{ N }, B, { M }>",
    "A<N>",
    "A<Item = B>",
    "A<Item = B<C>, Other = 3>",
    "A<Item: B + C<D>>",
    "A<Item<'a> = B>",
    "A<dyn B + Send, C>",
    "A<impl B<C = D>>",
    "A<fn(B) -> C<D>, E>",
    "A<dyn Fn(B, C) -> D<E>>",
    "A<[B; 4], (C, D), &'a mut E>",
    "A<B![C]>",
    "<T as Trait>::Out",
    "<T as a::Trait<U>>::Out<V>",
    "<Vec<T>>::Out",
    "<T>::A::B",
    "T::Item",
    "&A",
    "&mut A<B>",
    "&'a A",
    "&'a mut [A]",
    "&&'a A",
    "&dyn A",
    "&(dyn A + Send)",
    "&mut impl A",
    "[A]",
    "[A; 4]",
    "[A; { N + 1 }]",
    "()",
    "(A,)",
    "(A, B)",
    "(A)",
    "*const A",
    "*mut *const A<B>",
    "!",
    "_",
    "fn()",
    "fn(A) -> B",
    "unsafe extern \"C\" fn(a: A, ...) -> B",
    "for<'a> fn(&'a A) -> &'a B",
    "dyn A",
    "dyn A + 'a + Send",
    "dyn for<'a> A<'a> + Send",
    "dyn Fn(A) -> B",
    "dyn ?Sized + A",
    "impl A",
    "impl for<'a> Fn(&'a A) -> B + 'b",
    "impl Iterator<Item = A>",
    "A + Send",
    "a!()",
    "a::b!{ c }",
];

/// What syn makes of a type, as far as a macro looks: a text that [`of_ours`] gives too.
fn of_syn(ty: &syn::Type) -> String {
    match ty {
        syn::Type::Path(path) => {
            let skipped = path.qself.as_ref().map_or(0, |qself| qself.position);
            let segments = path.path.segments.iter().skip(skipped).map(|segment| match &segment.arguments {
                syn::PathArguments::AngleBracketed(given) => {
                    let given: Vec<String> = given.args.iter().map(of_syn_argument).collect();
                    format!("{}<{}>", segment.ident, given.join(", "))
                }
                _ => segment.ident.to_string(),
            });
            let segments: Vec<String> = segments.collect();
            format!("{}{}", if path.qself.is_some() { "qualified " } else { "" }, segments.join("::"))
        }
        syn::Type::Reference(reference) => {
            format!("& {}{}", if reference.mutability.is_some() { "mut " } else { "" }, of_syn(&reference.elem))
        }
        syn::Type::ImplTrait(_) => "impl".to_owned(),
        syn::Type::Group(group) => format!("passed {}", of_syn(&group.elem)),
        _ => "tokens".to_owned(),
    }
}

fn of_syn_argument(argument: &syn::GenericArgument) -> String {
    match argument {
        syn::GenericArgument::Type(ty) => of_syn(ty),
        _ => "other".to_owned(),
    }
}

fn of_ours(ty: &Type) -> String {
    match ty {
        Type::Path(path) => {
            let segments = path.segments.iter().map(|segment| match &segment.arguments {
                Some(given) => {
                    let given: Vec<String> = given.iter().map(of_our_argument).collect();
                    format!("{}<{}>", segment.ident, given.join(", "))
                }
                None => segment.ident.to_string(),
            });
            let segments: Vec<String> = segments.collect();
            format!("{}{}", if path.qualified { "qualified " } else { "" }, segments.join("::"))
        }
        Type::Reference(reference) => {
            format!("& {}{}", if reference.is_mut { "mut " } else { "" }, of_ours(&reference.elem))
        }
        Type::ImplTrait(_) => "impl".to_owned(),
        Type::Group(_, elem) => format!("passed {}", of_ours(elem)),
        Type::Verbatim(_) => "tokens".to_owned(),
    }
}

fn of_our_argument(argument: &GenericArgument) -> String {
    match argument {
        GenericArgument::Type(ty) => of_ours(ty),
        GenericArgument::Other(_) => "other".to_owned(),
    }
}

/// The text without what is between the tokens.
fn packed(tokens: &dyn ToTokens) -> String {
    tokens.to_token_stream().to_string().replace(' ', "")
}

#[track_caller]
fn same(source: TokenStream) {
    let (mut input, text) = (Input::new(source.clone()), source.to_string());
    let read = ty(&mut input).unwrap_or_else(|error| panic!("{text}: {}", error.message()));
    assert!(input.is_empty(), "{text}");
    assert_eq!(packed(&read), packed(&source));
    let expected: syn::Type = syn::parse2(source.into()).unwrap_or_else(|error| panic!("{text}: {error}"));
    assert_eq!(of_ours(&read), of_syn(&expected), "{text}");
}

#[test]
fn types_have_the_forms_that_syn_sees() {
    for source in TYPES {
        same(tokens(source));
        if !source.contains('+') {
            same(tokens(&format!("Vec<{source}>")));
            same(tokens(&format!("&{source}")));
        }
    }
}

#[test]
fn a_type_ends_where_syn_says() {
    for source in TYPES {
        for behind in [", A", "= A", "; A", ": A", "where A: B"] {
            let mut input = Input::new(tokens(&format!("{source} {behind}")));
            let read = ty(&mut input).expect("a type");
            assert_eq!(packed(&read), packed(&tokens(source)), "{source}");
            assert_eq!(packed(&input.rest()), packed(&tokens(behind)), "{source}");
        }
    }
    // In angle brackets what closes them is not a part of it, nor is it joined to what follows.
    let mut input = Input::new(tokens("A<B<C>>"));
    let Type::Path(path) = ty(&mut input).expect("a type") else { panic!("a path") };
    let Some([GenericArgument::Type(inner)]) = path.last().and_then(|last| last.arguments.as_deref()) else {
        panic!("an argument")
    };
    assert_eq!(hygienic!(let a: #inner = b).to_string(), "let a : B < C > = b");
}

/// As a `macro_rules!` passes it on.
fn passed(source: &str) -> TokenTree {
    Group::new(Delimiter::None, tokens(source).into()).into()
}

#[test]
fn what_a_macro_passed_on_stays_together() {
    for source in ["A", "a::B<C>", "&'a A", "(A, B)", "dyn A + B", "impl A", "[A; { N }]"] {
        same(passed(source).into());
        let (group, nested) = (passed(source), Group::new(Delimiter::None, passed(source).into()));
        same(hygienic!(#nested));
        same(hygienic!(Vec<#group>));
        same(hygienic!(& #group));
    }
    let group = passed("a::B");
    let read = ty(&mut Input::new(hygienic!(#group<C>))).expect("a type");
    assert_eq!((of_ours(&read), packed(&read)), ("a::B<C>".to_owned(), "a::B<C>".to_owned()));
    let read = ty(&mut Input::new(hygienic!(#group::C))).expect("a type");
    assert_eq!((of_ours(&read), packed(&read)), ("a::B::C".to_owned(), "a::B::C".to_owned()));
    let group = passed("(A, B)");
    let read = ty(&mut Input::new(hygienic!(#group::C))).expect("a type");
    assert_eq!((of_ours(&read), packed(&read)), ("qualified C".to_owned(), "<(A,B)>::C".to_owned()));
}

/// Of what syn reads with its whole grammar alone.
#[test]
fn a_type_with_an_expression_keeps_its_form() {
    for (source, form) in [
        ("&'a mut [u8; if A { 1 } else { 2 }]", "& mut tokens"),
        ("::a::B<'c, { d; e }, F = [u8; match g { _ => 1 }]>", "a::B<other, other, other>"),
        ("Option<Box<[fn() -> A<B>; [1, 2].len()]>>", "Option<Box<tokens>>"),
        ("a::B::<{ c; d }>", "a::B<other>"),
        ("impl Fn(A) -> B + use<'c, D>", "impl"),
        ("dyn A<{ b; c }> + D", "tokens"),
        ("(A<{ b; c }>, D)", "tokens"),
        ("for<'a> fn(&'a A<{ b; c }>)", "tokens"),
        ("<A<{ b; c }> as D>::E", "qualified E"),
        ("Box<Fn(A) -> B>", "Box<tokens>"),
    ] {
        let read = ty(&mut Input::new(tokens(source))).expect("a type");
        assert_eq!((of_ours(&read).as_str(), packed(&read)), (form, packed(&tokens(source))));
    }
}

#[test]
fn parameters_are_what_syn_makes_of_them() {
    for source in [
        "<T>",
        "<'a>",
        "<'a, 'b: 'a, T>",
        "<T, 'a>",
        "<T: A + ?Sized, U = Vec<T>>",
        "<T: for<'a> Fn(&'a U) -> Vec<V> + 'static, U>",
        "<const N: usize>",
        "<const N: usize = 4, const M: u8 = { 1 + 1 }, T = ()>",
        "<#[cfg(a)] T: A, #[b] 'c>",
        "<T: A<Item = B>,>",
        "<>",
        "",
        "<T> where T: A",
        "<T> where T: A, Vec<T>: B<{ N }>, for<'a> &'a T: C,",
        "<T> where",
    ] {
        let mut input = Input::new(tokens(source));
        let mut ours = Generics::read(&mut input).unwrap_or_else(|error| panic!("{source}: {}", error.message()));
        ours.read_where(&mut input);
        assert!(input.is_empty(), "{source}");
        let item = syn::parse_str::<syn::ItemStruct>(&match source.split_once("where") {
            Some((params, clause)) => format!("struct A{params} where {clause};"),
            None => format!("struct A{source};"),
        });
        let syns = item.expect("a struct").generics;
        let (parameters, arguments, bounds) = ours.split_for_impl();
        let written = syn::parse2(hygienic!(impl #parameters A #arguments #bounds {}).into()).expect("ours");
        let (parameters, arguments, bounds) = syns.split_for_impl();
        let expected = syn::parse2(quote!(impl #parameters A #arguments #bounds {})).expect("syn's");
        let [written, expected] = [written, expected].map(|file| prettyplease::unparse(&file));
        assert_eq!(written, expected, "{source}");
    }
}

#[test]
fn bounds_and_predicates_are_added() {
    let mut input = Input::new(tokens("<'a, T: A +, U> where T: B,"));
    let mut generics = Generics::read(&mut input).expect("parameters");
    generics.read_where(&mut input);
    for param in &mut generics.params {
        if let GenericParam::Type(param) = param {
            param.add_bound(&hygienic!(C));
        }
    }
    generics.add_predicate(&hygienic!(Vec<U>: D));
    let (parameters, arguments, bounds) = generics.split_for_impl();
    assert_eq!(packed(&parameters), "<'a,T:A+C,U:C>");
    assert_eq!((packed(&arguments).as_str(), packed(&bounds).as_str()), ("<'a,T,U>", "whereT:B,Vec<U>:D"));
}

#[test]
fn a_path_of_names_has_no_more() {
    let names = |source: &str| Path::names(&mut Input::new(tokens(source)));
    for path in ["a", "::a", "crate::a::r#type", "self", "Self::a", "super::super::a"] {
        assert_eq!(packed(&names(path).expect("a path")), path);
    }
    assert!(names("a").expect("a path").is_ident("a") && !names("::a").expect("a path").is_ident("a"));
    for wrong in ["", "::", "a::", "a::1", "fn", "1", "<A>::b", "a::fn"] {
        assert!(names(wrong).is_err(), "{wrong}");
    }
}
