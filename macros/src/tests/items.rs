//! Where items end, and what is read of them without syn's whole grammar.

use super::{accepted, refused, tokens};
use crate::item::{self, ArgumentKind, Item, Kind};
use crate::stream::{Delimiter, Group, Punct, Spacing, ToTokens as _, TokenStream, TokenTree};

/// One of each kind, with what could be taken for its end.
const ITEMS: &[(&str, Kind, Option<&str>)] = &[
    ("struct A;", Kind::Struct, Some("A")),
    (
        "pub(crate) struct A<const N: usize = { 1 + 1 }>(pub u8, [u8; { N }]) where B<{ N }>: C;",
        Kind::Struct,
        Some("A"),
    ),
    ("/// Text.\n#[a { b; c }] pub struct A where B<{ 1; 2 }>: Fn() -> C { a: u8 }", Kind::Struct, Some("A")),
    ("pub(in a::b) enum A { B = { 1 << 3 }, C { d: u8 } }", Kind::Enum, Some("A")),
    ("union A { a: u8 }", Kind::Union, Some("A")),
    ("union! { A }", Kind::Other, None),
    ("union::a!(A);", Kind::Other, None),
    ("fn f() {}", Kind::Fn, Some("f")),
    (
        "pub const async unsafe extern \"C\" fn r#fn<'a>() -> A<{ B < C }, fn() -> D> where E<{ 1 }>: F {}",
        Kind::Fn,
        Some("r#fn"),
    ),
    ("extern fn f() {}", Kind::Fn, Some("f")),
    ("default fn f() {}", Kind::Fn, Some("f")),
    ("fn f() -> A<{ 1 }>;", Kind::Other, Some("f")),
    ("default! {}", Kind::Other, None),
    ("impl A<{ 1 }> where B<{ 2 }>: C { fn f() {} }", Kind::Impl, None),
    ("unsafe impl<const N: usize> !A for fn() -> B<{ N }> {}", Kind::Impl, None),
    ("default impl A for B {}", Kind::Impl, None),
    ("mod a { use b; }", Kind::Mod, Some("a")),
    ("unsafe mod auto;", Kind::Mod, Some("auto")),
    ("const A: B = B { c: 1 };", Kind::Const, Some("A")),
    ("const _: () = { a; b };", Kind::Const, Some("_")),
    ("default const A: B<{ 1 }>;", Kind::Const, Some("A")),
    ("pub use ::a::{b as c, d::{self, e::*}};", Kind::Use, None),
    ("static mut A: B<{ 1 }> = if c { d } else { e };", Kind::Other, None),
    ("type A<B> = C<{ 1 }> where B: D<{ 2 }>;", Kind::Other, None),
    ("trait A<B = { C }>: D where E<{ 1 }>: F { const G: u8 = { 1 }; }", Kind::Other, None),
    ("unsafe auto trait A {}", Kind::Other, None),
    ("trait A = B + C<{ 1 }>;", Kind::Other, None),
    ("extern crate a as b;", Kind::Other, None),
    ("extern \"C\" { fn f(); static A: u8; }", Kind::Other, None),
    ("unsafe extern { safe fn f(); }", Kind::Other, None),
    ("macro_rules! a { () => {}; }", Kind::Other, None),
    ("macro_rules! a (() => {});", Kind::Other, None),
    ("pub macro a($b:expr) { $b }", Kind::Other, None),
    ("a::b! { c; }", Kind::Other, None),
    ("::a::b![c];", Kind::Other, None),
    ("self::a!(b);", Kind::Other, None),
    ("crate::a! {}", Kind::Other, None),
];

#[track_caller]
fn split(tokens: TokenStream) -> Vec<Item> {
    item::items(tokens).expect("the attributes are attributes")
}

#[test]
fn an_item_ends_where_the_next_begins() {
    let sources: Vec<&str> = ITEMS.iter().map(|(source, ..)| *source).collect();
    let found = split(tokens(&sources.join(" ")));
    for (item, (source, kind, ident)) in found.iter().zip(ITEMS) {
        assert_eq!(item.to_token_stream().to_string(), tokens(source).to_string());
        assert!(item.kind == *kind, "{source}");
        assert_eq!(item.ident.as_ref().map(ToString::to_string).as_deref(), *ident, "{source}");
    }
    assert_eq!(found.len(), ITEMS.len());
}

/// The tokens as a `macro_rules!` passes them on.
fn passed(source: &str) -> TokenTree {
    Group::new(Delimiter::None, tokens(source).into()).into()
}

#[test]
fn what_a_macro_passed_on_counts_as_written() {
    for (source, kind, _) in ITEMS {
        let (one, other) = (TokenStream::from(passed(source)), tokens("#[a] struct B;"));
        let found = split([other.clone(), one, other].into_iter().flatten().collect());
        assert!(found.len() == 3 && found[1].kind == *kind, "{source}");
    }
    let mut function: TokenStream = [passed(""), passed("pub")].into_iter().collect();
    function.extend(tokens("fn f() ->"));
    function.append(passed("A<{ 1 }>"));
    function.append(passed("{ 1 }"));
    function.extend(tokens("const A: u8 ="));
    function.append(passed("{ 1 }"));
    function.append(Punct::new(';', Spacing::Alone));
    let found = split(function);
    assert!(found.len() == 2 && found[0].kind == Kind::Fn && found[0].is_public());
    assert!(matches!(found[1].kind, Kind::Const));
}

#[track_caller]
fn first(signature: &str) -> ArgumentKind {
    let mut item = Item::read(tokens(&format!("{signature} {{}}"))).expect("an item");
    item.signature().expect("a function").inputs.swap_remove(0).kind
}

#[test]
fn receivers_have_their_forms() {
    for shared in ["&self", "&'a self", "&'_ self,", "#[a] &self, b: u8"] {
        assert!(matches!(first(&format!("fn f<'a>({shared})")), ArgumentKind::Shared), "{shared}");
    }
    for exclusive in ["&mut self", "&'a mut self"] {
        assert!(matches!(first(&format!("fn f<'a>({exclusive})")), ArgumentKind::Exclusive), "{exclusive}");
    }
    for value in ["self", "mut self"] {
        assert!(matches!(first(&format!("unsafe fn f({value})")), ArgumentKind::Value), "{value}");
    }
    for typed in ["self: Box<Self>", "mut self: &A<{ 1; 2 }>"] {
        assert!(matches!(first(&format!("async fn f({typed})")), ArgumentKind::Typed), "{typed}");
    }
    for variadic in ["...", "a: ...", "#[a] _: ..."] {
        assert!(matches!(first(&format!("extern \"C\" fn f({variadic})")), ArgumentKind::Variadic), "{variadic}");
    }
}

#[test]
fn patterns_give_names() {
    for (pattern, name, is_plain) in [
        ("a", Some("a"), true),
        ("mut r#in", Some("r#in"), true),
        ("ref a", Some("a"), false),
        ("ref mut a", Some("a"), false),
        ("a @ Some(_)", Some("a"), false),
        ("_", None, false),
        ("(a, b)", None, false),
        ("&a", None, false),
        ("a::B { c: d, .. }", None, false),
        ("a::B::<C, D>(e)", None, false),
        ("a!()", None, false),
    ] {
        let ArgumentKind::Pattern(found, ty) = first(&format!("fn f({pattern}: ::g::H<I, J>, k: u8) -> L")) else {
            panic!("{pattern} is a pattern");
        };
        assert_eq!(found.tokens.to_string(), tokens(pattern).to_string());
        assert_eq!(found.ident.map(|ident| ident.to_string()).as_deref(), name);
        assert_eq!(found.plain, is_plain, "{pattern}");
        assert_eq!(ty.to_token_stream().to_string(), tokens("::g::H<I, J>").to_string());
    }
}

#[test]
fn what_is_not_looked_into_is_handed_on() {
    let written = accepted(
        "module",
        "",
        "mod m { //! Text.\n #![allow(a)] #[function] fn f() { #![allow(b)] 1 } #[rust] a! { b } }",
    );
    assert!(written.contains("mod m {\n    //! Text.\n    #![allow(a)]"), "{written}");
    assert!(written.contains("#![allow(b)]") && written.contains("c\"Text.\""), "{written}");
    let written =
        accepted("methods", "", "unsafe impl A { #![allow(a)] type B = C; a!(b); const D: E<{ 1 }> = F { g: 1 }; }");
    assert!(written.contains("#![allow(a)]") && written.contains("type B = C;"), "{written}");
    refused(
        "methods",
        "",
        "impl<T> a::B for C<T> {}",
        "a::B",
        "`#[methods]` goes on `impl Class { … }`: methods of a trait are not exported",
    );
}
