//! What is no Rust is an error at its place, and never a panic.

use super::tokens;
use crate::drive;
use crate::item::{self, Item};
use crate::stream::{Delimiter, Group, ToTokens as _, TokenStream, TokenTree};
use crate::syntax::{Error, Input, Result, expression, inner, outer, ty};

/// The message, and the text that it is about: none at the end.
#[track_caller]
fn said(result: Result<()>) -> (String, Option<String>) {
    let error: Error = result.expect_err("an error");
    (error.message().to_owned(), error.span().source_text().filter(|text| !text.is_empty()))
}

#[track_caller]
fn wrong(result: Result<()>, message: &str, place: Option<&str>) {
    assert_eq!(said(result), (message.to_owned(), place.map(str::to_owned)));
}

fn read_item(source: &str) -> Result<()> {
    Item::read(tokens(source)).map(|_| ())
}

fn read_data(source: &str) -> Result<()> {
    Item::read(tokens(source)).and_then(item::data).map(|_| ())
}

fn read_signature(source: &str) -> Result<()> {
    Item::read(tokens(source))?.signature().map(|_| ())
}

fn read_block(source: &str) -> Result<()> {
    item::block(Item::read(tokens(source))?).map(|_| ())
}

#[test]
fn attributes_are_refused_at_what_is_wrong() {
    wrong(read_item("# struct A;"), "expected square brackets", Some("struct"));
    wrong(read_item("#[] struct A;"), "unexpected end of input, expected identifier", Some("]"));
    wrong(read_item("#[1] struct A;"), "expected identifier", Some("1"));
    wrong(read_item("#[fn] struct A;"), "expected identifier, found keyword `fn`", Some("fn"));
    wrong(read_item("#[a b] struct A;"), "unexpected token, expected `]`", Some("b"));
    wrong(read_item("#[a::] struct A;"), "unexpected end of input, expected identifier", Some("]"));
    wrong(read_item("#[a =] struct A;"), "unexpected end of input, expected an expression", Some("]"));
    wrong(read_item("#[a = #[b]] struct A;"), "expected an expression", Some("#"));
    wrong(read_item("#[a = 1 2] struct A;"), "unexpected token, expected `]`", Some("2"));
    wrong(read_item("#[a(b) c] struct A;"), "unexpected token, expected `]`", Some("c"));
    for fine in ["#[unsafe(no_mangle)]", "#[a::b { c }]", "#[a = if b { c } else { d }]", "#[a = \"b\"]", "#[cfg(a)]"] {
        assert!(read_item(&format!("{fine} struct A;")).is_ok(), "{fine}");
    }
}

#[test]
fn items_are_refused_at_what_is_wrong() {
    wrong(read_item(""), crate::messages::ONE_ITEM, None);
    wrong(read_data("struct A { a }"), "unexpected end of input, expected `:`", Some("}"));
    wrong(read_data("struct A { a: }"), "unexpected end of input, expected a type", Some("}"));
    wrong(read_data("struct A { a: , b: C }"), "expected a type", Some(","));
    wrong(read_data("struct A { a: B c: D }"), "expected `,`", Some("c"));
    wrong(read_data("struct A { 1: B }"), "expected identifier", Some("1"));
    wrong(read_data("struct A(B C);"), "expected `,`", Some("C"));
    wrong(read_data("struct A<T U>(B);"), "expected `,`", Some("U"));
    wrong(read_data("struct A<T;"), "unexpected end of input, expected `,`", None);
    wrong(read_data("struct A B;"), "unexpected token", Some("B"));
    wrong(read_data("struct fn;"), "expected identifier, found keyword `fn`", Some("fn"));
    wrong(read_data("enum A;"), "expected curly braces", Some(";"));
    wrong(read_data("enum A { B C }"), "expected `,`", Some("C"));
    wrong(read_data("enum A { B = }"), "unexpected end of input, expected an expression", Some("}"));
    wrong(read_data("enum A { B = 1 2 }"), "expected `,`", Some("2"));
    wrong(read_data("union A;"), "expected curly braces", Some(";"));
    wrong(read_signature("fn f(a) {}"), "unexpected end of input, expected `:`", Some(")"));
    wrong(read_signature("fn f(a: B c: D) {}"), "expected `,`", Some("c"));
    wrong(read_signature("fn f(a:) {}"), "unexpected end of input, expected a type", Some(")"));
    wrong(read_signature("fn f {}"), "unexpected end of input, expected parentheses", None);
    wrong(read_signature("fn f() -> {}"), "unexpected end of input, expected a type", None);
    wrong(read_signature("fn 1() {}"), "expected identifier", Some("1"));
    wrong(read_block("impl {}"), "unexpected end of input, expected a type", None);
    wrong(read_block("impl A for {}"), "unexpected end of input, expected a type", None);
}

/// A generator of numbers that look random, the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).expect("it is below an `usize`")
    }
}

/// What is put where it does not belong, with `~` between them.
const PIECES: &str = "< ~ > ~ , ~ :: ~ = ~ + ~ - ~ & ~ 'a ~ x ~ Self ~ dyn ~ impl ~ fn ~ for ~ where ~ as ~ mut ~ const ~ 1 ~ -1 ~ \
    \"a\" ~ 'c' ~ 1.5 ~ 0xff_u8 ~ b\"x\" ~ () ~ (x,) ~ [x] ~ { x } ~ pub ~ pub(in a) ~ # ~ #[x] ~ #![x] ~ ! ~ ? ~ \
    -> ~ => ~ .. ~ ... ~ : ~ ; ~ | ~ _ ~ true ~ ref ~ unsafe ~ extern \"C\" ~ async ~ @ ~ * ~ <T as U>::V ~ \
    name = \"b\" ~ default = 1 ~ for<'a> ~ Fn(A) -> B ~ x!() ~ if a { b } else { c } ~ |a, b| ~ struct ~ enum ~ \
    union ~ use a::{b} ~ mod ~ crate = \"a::b\" ~ **kw ~ / ~ extends = (A, \"b:C\") ~ instances(A = B<C>) ~ \
    unsafe(adopt(A, type = B)) ~ signature(a, /, b = 1) ~ hint(a: \"b\", -> \"c\")";

fn piece(numbers: &mut Numbers) -> TokenStream {
    let pieces: Vec<&str> = PIECES.split('~').collect();
    tokens(pieces[numbers.below(pieces.len())])
}

fn mutated(from: TokenStream, numbers: &mut Numbers) -> TokenStream {
    let mut trees: Vec<TokenTree> = from.into_iter().collect();
    if trees.is_empty() {
        return piece(numbers);
    }
    let at = numbers.below(trees.len());
    match (&trees[at], numbers.below(8)) {
        (TokenTree::Group(group), 0..6) => {
            trees[at] = Group::new(group.delimiter(), mutated(group.stream().into(), numbers).into()).into();
        }
        (_, 0) => {
            trees.remove(at);
        }
        (tree, 1) => {
            let again = tree.clone();
            trees.insert(at, again);
        }
        (_, 2) => {
            let other = numbers.below(trees.len());
            trees.swap(at, other);
        }
        (_, 3) => trees.truncate(at),
        (_, 4 | 5) => {
            let end = (at + 1 + numbers.below(3)).min(trees.len());
            let delimiters = [Delimiter::None, Delimiter::Parenthesis, Delimiter::Brace, Delimiter::Bracket];
            let inner = trees[at..end].iter().cloned().collect();
            let group = Group::new(delimiters[numbers.below(4)], inner);
            trees.splice(at..end, [TokenTree::from(group)]);
        }
        _ => {
            trees.splice(at..at, piece(numbers));
        }
    }
    trees.into_iter().collect()
}

/// Items with all that the macros look into.
const SOURCES: &[&str] = &[
    "#[a(b)] #[c = \"d\"] pub struct A<'a, T: B + 'a, const N: usize = 1>(#[traverse(skip = \"e\")] pub &'a [T; N], B<C>) \
     where T: D<{ N }>;",
    "#[py(items, rename_all = \"camelCase\")] struct A<'py> { #[py(item = -1, default = Some(1))] a: Owned<'py, B>, \
     #[field(get, set, name = \"c\", default = 1 + 1)] pub(crate) d: Option<Box<E>> }",
    "#[repr(C)] enum A { #[variant(name = \"a\")] B = 1 << 2, C(#[field(default = None)] D), E { f: G } }",
    "union A { a: u8, b: [u8; 4] }",
    "impl<T: A, const N: usize> B<T, N> where T: C { #![d] #[classattr] const E: F<{ 1 }> = G { h: 1 }; \
     #[method(name = \"i\", overload)] #[signature(a, /, b = |c, d| c, *, e = -1)] #[hint(a: \"int\", -> \"str\")] \
     pub async unsafe extern \"C\" fn j<'k>(self: Box<Self>, mut a: &'k mut L, (b, _): (M, N), ...) -> Result<O> {} }",
    "mod a { #![b] #[export] pub use c::{d as e, f::{self, *}}; #[export(name = \"g\")] pub const H: I = 1; \
     #[init] fn j(py: Python<'_>) -> K {} #[module(submodule)] mod l { #[function] fn m(n: impl O) {} } p! {} \
     #[class(extends = (Q, \"r:S\"), freelist = 3)] struct T; #[enumeration(IntEnum)] enum U { V } #[methods] impl T {} }",
    "#[signature(a = 1)] fn f(slf: &Owned<'_, Self>, a: &dyn for<'b> Fn(&'b C) -> D, ref b: *const [E; { 1; 2 }]) {}",
];

#[test]
fn no_tokens_are_a_panic() {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    for source in SOURCES {
        for _ in 0..300 {
            let mut changed = tokens(source);
            for _ in 0..=numbers.below(4) {
                changed = mutated(changed, &mut numbers);
            }
            each_reader(&changed);
            for macro_of in
                [drive::class, drive::enumeration, drive::methods, drive::function, drive::module, drive::test]
            {
                macro_of(TokenStream::new(), changed.clone());
            }
            for derive in [drive::derive_traverse, drive::derive_no_refs, drive::derive_from_py, drive::derive_into_py]
            {
                derive(changed.clone());
            }
        }
    }
}

/// What reads tokens, on all of them.
fn each_reader(of: &TokenStream) {
    for item in item::items(of.clone()).into_iter().flatten() {
        let _ = item.clone().signature();
        let _ = item::data(item.clone()).map(|data| data.to_token_stream());
        let _ = item::constant(&item);
        let _ = item::block(item).map(|block| block.to_token_stream());
    }
    let mut input = Input::new(of.clone());
    while !input.is_empty() {
        let mut ahead = input.clone();
        let _ = outer(&mut input.clone());
        let _ = inner(&mut input.clone());
        let _ = ty(&mut ahead);
        let _ = expression(&mut input.clone()).map(|read| read.to_token_stream());
        input.take();
    }
}

/// The options in an attribute's parentheses.
#[test]
fn no_options_are_a_panic() {
    const OPTIONS: &[&str] = &[
        "name = \"a\", extends = (A<B>, \"b:C\"), metaclass = \"d:E\", nested_in = F::G, subclass, new, eq, freelist = 64",
        "instances(A = B<C>, D = E<[F; { 1 }]>), crate = \"::owned\", rename_all = \"camelCase\"",
        "unsafe(adopt(A, type = B)), name = r#\"a\"#",
        "instances(A<B>, C<D>), crate = \"a\"",
        "IntEnum, name = \"a\"",
    ];
    let mut numbers = Numbers(0xD1B5_4A32_D192_ED03);
    for source in OPTIONS {
        for _ in 0..250 {
            let mut changed = tokens(source);
            for _ in 0..=numbers.below(4) {
                changed = mutated(changed, &mut numbers);
            }
            drive::class(changed.clone(), tokens("struct A<T> { #[field(get)] a: T }"));
            drive::methods(changed.clone(), tokens("impl<T> A<T> { fn b(&self) {} }"));
            drive::module(changed.clone(), tokens("mod a {}"));
            drive::enumeration(changed, tokens("enum A { B }"));
        }
    }
}
