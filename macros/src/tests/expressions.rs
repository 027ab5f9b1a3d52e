//! Where expressions end, and which of them are more than their tokens.

use super::tokens;
use crate::stream::{Delimiter, Group, ToTokens as _, TokenStream, TokenTree};
use crate::syntax::{Expr, Input, Lit, expression};

/// Expressions with commas between them; none if something else stands there.
fn scanned(source: &str) -> Option<Vec<String>> {
    let (mut input, mut all) = (Input::new(tokens(source)), Vec::new());
    while !input.is_empty() {
        all.push(expression(&mut input).ok()?.to_token_stream().to_string());
        if !input.has(",") && !input.is_empty() {
            return None;
        }
    }
    Some(all)
}

#[test]
fn an_expression_ends_at_its_comma() {
    for expression in [
        "1",
        "-a.b.0.c(d, e)?.await",
        "[1, 2]",
        "|a, b| a + b",
        "async move |(a, b), c: D| -> E<F, G> { h }",
        "|| a || b | c",
        "a(|b, c| d).e::<F, G>()",
        "HashMap::<K, V>::new()",
        "<Vec<(A, B)> as C<D, E>>::f::<fn(G) -> H, I>",
        "&<A as B<C, D>>::E",
        "a < b && c << 2 > d",
        "a as *const B<C, D> as usize + 1 < 2",
        "a as u8 * b < c",
        "if a < b { c } else if let Some(d) | e = f { g } else { h } + 1",
        "match a { b => c, _ => d }",
        "unsafe { a }.b",
        "loop { break 'a }",
        "'a: loop { break 'a b }",
        "..",
        "a..",
        "..=b",
        "a..b",
        "A { b: c, ..d }",
        "vec![1, 2]",
        "!a::b!(c)",
        "&mut a",
        "&raw const a",
        "x = y",
        "a != b",
        "*a += 1",
        "const { 1 }",
        "\"a\"",
    ] {
        let expected = tokens(expression).to_string();
        assert_eq!(scanned(expression), Some(vec![expected.clone()]));
        assert_eq!(scanned(&format!("{expression}, {expression},")), Some(vec![expected.clone(), expected]));
    }
}

#[test]
fn what_is_no_expression_is_refused() {
    for wrong in [
        "1 +", "a b", "+ 1", "a + / b", "a; b", "|a, b", "a.", "a @ b", "-", "a as", "\"a\" b", "a ? b", "return",
        "#[a] b",
    ] {
        assert_eq!(scanned(wrong), None, "{wrong}");
    }
}

/// The form of an expression, in a word.
fn form(of: TokenStream) -> String {
    let mut input = Input::new(of);
    let found = match expression(&mut input).expect("an expression") {
        Expr::Lit(Lit::Bool(_)) => "bool".to_owned(),
        Expr::Lit(_) => "literal".to_owned(),
        Expr::Negative(..) => "negative".to_owned(),
        Expr::Path(path) => format!("path {}", if path.qualified { "qualified" } else { "" }),
        Expr::Tuple(_, elems) => format!("tuple {}", elems.len()),
        Expr::Call(_, _, arguments) => format!("call {}", arguments.len()),
        Expr::Verbatim(_) => "tokens".to_owned(),
    };
    assert!(input.is_empty());
    found.trim().to_owned()
}

#[test]
fn the_simple_ones_have_their_forms() {
    for (source, expected) in [
        ("1", "literal"),
        ("\"a\"", "literal"),
        ("true", "bool"),
        ("-1", "negative"),
        ("- 1.5", "negative"),
        ("--1", "tokens"),
        ("a", "path"),
        ("::a::B", "path"),
        ("Self::A", "path"),
        ("crate::a", "path"),
        ("a::<B, C>::d", "path"),
        ("<A as B<C>>::d", "path qualified"),
        ("<A>::d", "path qualified"),
        ("()", "tuple 0"),
        ("(1,)", "tuple 1"),
        ("(A, \"b:C\", -1)", "tuple 3"),
        ("(1)", "tokens"),
        ("[1]", "tokens"),
        ("{ 1 }", "tokens"),
        ("Some(1)", "call 1"),
        ("a::B(1, |c, d| c)", "call 2"),
        ("a(1)(2)", "tokens"),
        ("a(1).b", "tokens"),
        ("a!(1)", "tokens"),
        ("A { b: 1 }", "tokens"),
        ("a + 1", "tokens"),
        ("a as extern \"C\" fn(B) -> C", "tokens"),
        ("a as &'static dyn B", "tokens"),
        ("a as [u8; 2]", "tokens"),
    ] {
        assert_eq!(form(tokens(source)), expected, "{source}");
    }
}

#[test]
fn what_a_macro_passed_on_is_not_looked_into() {
    for source in ["1", "None", "-1", "(1, 2)", "Some(1)"] {
        let passed = TokenTree::from(Group::new(Delimiter::None, tokens(source).into()));
        assert_eq!(form(passed.clone().into()), "tokens", "{source}");
        let mut negated = tokens("-");
        negated.append(passed);
        assert_eq!(form(negated), "tokens", "{source}");
    }
    let mut path = TokenStream::from(TokenTree::from(Group::new(Delimiter::None, tokens("a").into())));
    path.extend(tokens("::b"));
    assert_eq!(form(path), "path");
}
