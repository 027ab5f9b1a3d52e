//! `#[class]`: the struct, `Traverse`, `Class`, and the properties of its fields.

use super::adopted::adopted;
use super::entries::holder;
use super::enums;
use super::from_fields::{Given, from_fields};
use super::{arguments, at, bounds, c_constant, described, lent, located, object, traverse};
use crate::features;
use crate::messages;
use crate::model::{Class, Crate, Field, Fields, Name, Shape};
use crate::stream::{Ident, Literal, Span, ToTokens as _, TokenStream};
use crate::syntax::{Attribute, GenericParam, Generics, Path};
use crate::template::{hygienic, spanned};
use crate::tokens::{attributes, separated};

/// Expands a checked class, or the stub of one.
pub(crate) fn class(class: &Class) -> TokenStream {
    let item = &class.item;
    if !class.instances.is_empty() {
        let instances = instances(class);
        return hygienic!(#item #instances);
    }
    if !class.generics.params.is_empty() {
        let stub = generic_stub(class);
        return hygienic!(#item #stub);
    }
    let generated = match &class.adopts {
        Some(adopts) => adopted(class, adopts),
        None => generated(class, &class.name),
    };
    let cfgs = attributes(&class.cfgs);
    let generated = hygienic!(#cfgs const _: () = { #generated };);
    hygienic!(#item #generated)
}

/// A class for each type of a generic struct. Each is written as if the struct were not generic, where the names of the
/// struct and of its parameters stand for that type and its arguments.
fn instances(class: &Class) -> TokenStream {
    let (mut all, cfgs) = (TokenStream::new(), attributes(&class.cfgs));
    let visibility = &class.vis;
    for instance in &class.instances {
        let (ty, ident) = (&instance.ty, class.ident());
        let Some(alias) = &instance.alias else { continue };
        let (arguments, generated) = (arguments(instance, &class.generics), generated(class, &Name::of(alias)));
        let doc = format!("`{}` as a class of Python's.", ty.to_token_stream());
        all.extend(hygienic! {
            #[doc = #doc]
            #cfgs
            #visibility type #alias = #ty;
            #cfgs
            const _: () = {
                #[allow(dead_code)]
                type #ident = #alias;
                #arguments
                #generated
            };
        });
    }
    all
}

/// What the class is to Python; `name` is its name there.
fn generated(class: &Class, name: &Name) -> TokenStream {
    let private = class.library.private();
    let ident = class.ident();
    let traverse = traverse::class(class);
    let (name, doc) = (c_constant("NAME", &name.c_string()), c_constant("DOC", &class.doc.c_string()));
    let options = options(class, &private);
    let threads = any_thread(class, &private);
    let outer = class.outer.as_ref().map(|outer| {
        let door = located(&private, at(outer.span()));
        let of = spanned!(at(outer.span()) => #door::Outer::of::<#outer>());
        hygienic!(const OUTER: ::core::option::Option<#private::Outer> = ::core::option::Option::Some(#of);)
    });
    let takes_inner = takes_inner(class, &private);
    let (base, extensible) = base(class);
    let allocates = allocates(class);
    let (state, holds) = (state(class), holds_references(class));
    let (mut entries, mut accessors) = (TokenStream::new(), TokenStream::new());
    for (index, field) in class.fields.iter().enumerate() {
        property(class, index, field, &mut entries, &mut accessors);
    }
    let mut given = from_fields(class, &private);
    if features::stubs() {
        for field in &class.fields {
            given.described.extend(described::field(field, &private));
        }
    }
    enums::given(class, &private, &mut given);
    let Given { methods, slots, attributes, called, value, implementations, described } = given;
    let described = described::table(&described);
    hygienic! {
            use #private::{
                AnyDrop as _, NoMethods as _, NoMethodsTable as _, NoOwnDrop as _, NoScalar as _, OwnField as _, Unknown as _,
            };
            #traverse
            #extensible
            #takes_inner
            #allocates
            #threads
            unsafe impl #private::Class for #ident {
                #name
                #doc
                const OPTIONS: #private::Options = #options;
            #outer
                type Base = #base;
                #holds
                type State = <#private::Choose<{ #state }> as #private::Choice>::State;
                const FIELDS: &'static #private::Methods<Self> = &#private::Methods {
                    entries: &[#methods],
                    properties: &[#entries],
                    slots: &[#slots],
                    attributes: &[#attributes],
                    called: &[#called],
                    #described
                };
                const METHODS: ::core::option::Option<&'static #private::Methods<Self>> =
                    #ident::__OWNED_METHODS;
                fn cell() -> &'static #private::TypeCell<Self> {
                    static CELL: #private::TypeCell<#ident> = #private::TypeCell::new();
                    &CELL
                }
                #value
            }
            impl #ident {
                #[doc(hidden)]
                pub const __OWNED_ITEM: #private::Item = #private::Item::class::<#ident>();
            }
            #accessors
            #implementations
    }
}

/// The check that the class may be used on any thread, shown at the field that keeps it from that.
fn any_thread(class: &Class, private: &TokenStream) -> TokenStream {
    let (ident, mut checks) = (class.ident(), TokenStream::new());
    match &class.visited {
        Shape::Nothing => {}
        Shape::Struct(fields) => checks.extend(fields_any_thread(&[], fields, private)),
        Shape::Enum(variants) => {
            for (_, cfgs, fields) in variants {
                checks.extend(fields_any_thread(cfgs, fields, private));
            }
        }
    }
    hygienic! {
        const _: () = {
            use #private::NotAnyThread as _;
            let class = #private::Threads::<#ident>::ANY;
            let mut fields = true;
            #checks
            ::core::assert!(class || !fields);
        };
    }
}

/// The part of the check for the fields of the struct, or of one variant.
fn fields_any_thread(variant: &[Attribute], Fields(visited): &Fields, private: &TokenStream) -> TokenStream {
    let (mut checks, outer) = (TokenStream::new(), attributes(variant));
    for field in visited {
        let (ty, cfgs, span) = (&field.ty, attributes(&field.cfgs), at(field.ty.span()));
        let door = located(private, span);
        let seen = if field.skipped { hygienic!(true) } else { spanned!(span => #door::Threads::<#ty>::SEEN) };
        let check = spanned!(span => #door::any_thread(class, #door::Threads::<#ty>::ANY, #seen));
        checks.extend(hygienic!(#outer #cfgs { fields &= #check; }));
    }
    checks
}

/// What the class asked for, and nothing else.
fn options(class: &Class, private: &TokenStream) -> TokenStream {
    let mut asked = TokenStream::new();
    for (option, is_asked) in [
        ("subclass", class.subclass),
        ("dict", class.dict),
        ("weakref", class.weakref),
        ("sequence", class.sequence),
        ("mapping", class.mapping),
    ] {
        if is_asked {
            let option = Ident::new(option, Span::mixed_site());
            asked.extend(hygienic!(#option: true,));
        }
    }
    if let Some((_, number)) = &class.freelist {
        let number = Literal::u16_unsuffixed(*number);
        asked.extend(hygienic!(freelist: #number,));
    }
    if !class.python_bases.is_empty() {
        let mut bases = TokenStream::new();
        for base in &class.python_bases {
            separated(&mut bases, base);
        }
        asked.extend(hygienic!(bases: &[#bases],));
    }
    if let Some(metaclass) = &class.metaclass {
        asked.extend(hygienic!(metaclass: ::core::option::Option::Some(#metaclass),));
    }
    if asked.is_empty() {
        return hygienic!(#private::Options::PLAIN);
    }
    hygienic!(#private::Options { #asked ..#private::Options::PLAIN })
}

/// What stands for a generic class, which has been refused.
fn generic_stub(class: &Class) -> TokenStream {
    refused(&class.library, class.ident(), &class.generics, &class.cfgs)
}

/// What stands for a type that cannot be a class: a class, so that those who use it say nothing.
pub(crate) fn refused(library: &Crate, ident: &Ident, generics: &Generics, cfgs: &[Attribute]) -> TokenStream {
    let (private, cfgs) = (library.private(), attributes(cfgs));
    let traverse = traverse::nothing(library, ident, generics);
    let item = item_of_one(ident, generics).map(|one| {
        hygienic! {
            impl #one {
                #[doc(hidden)]
                pub const __OWNED_ITEM: #private::Item = #private::Item::class::<#one>();
            }
        }
    });
    let mut generics = generics.clone();
    bounds::require(&mut generics, &Ident::new("Self", Span::mixed_site()), &hygienic!('static));
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let (name, doc) = (c_constant("NAME", c"refused"), c_constant("DOC", c""));
    hygienic! {
        #cfgs
        const _: () = {
            #traverse
            unsafe impl #parameters #private::Class for #ident #arguments #bounds {
                #name
                #doc
                const OPTIONS: #private::Options = #private::Options::PLAIN;
                type Base = #private::Any;
                type State = #private::Mutable;
                const FIELDS: &'static #private::Methods<Self> = &#private::Methods::NONE;
                const METHODS: ::core::option::Option<&'static #private::Methods<Self>> =
                    ::core::option::Option::None;
                fn cell() -> &'static #private::TypeCell<Self> {
                    loop {}
                }
            }
            #item
        };
    }
}

/// The type with each parameter filled in: a module names the class without them, and one such type is found. None
/// where nothing fits.
fn item_of_one(ident: &Ident, generics: &Generics) -> Option<TokenStream> {
    let mut arguments = TokenStream::new();
    for parameter in &generics.params {
        arguments.extend(match parameter {
            GenericParam::Lifetime(_) => hygienic!('static,),
            GenericParam::Type(_) => hygienic!((),),
            GenericParam::Const(_) => return None,
        });
    }
    Some(if generics.params.is_empty() { hygienic!(#ident) } else { hygienic!(#ident<#arguments>) })
}

/// What the class extends, and the check that it can be extended, shown where the user names it.
fn base(class: &Class) -> (TokenStream, TokenStream) {
    let private = class.library.private();
    let Some(base) = &class.base else {
        return (hygienic!(#private::Any), TokenStream::new());
    };
    let (span, text) = (base.span(), messages::final_base(&path_text(base)));
    let door = located(&private, at(span));
    let check = spanned! {
        at(span) => const _: () = ::core::assert!(<#base as #door::Base>::EXTENSIBLE, #text);
    };
    (hygienic!(#base), check)
}

/// Has the constant looked at that asks whether the outer class can be given one.
fn takes_inner(class: &Class, private: &TokenStream) -> TokenStream {
    let (ident, is_nested) = (class.ident(), class.outer.is_some());
    let check = hygienic! {
        const _: ::core::option::Option<#private::Outer> = <#ident as #private::Class>::OUTER;
    };
    if is_nested { check } else { TokenStream::new() }
}

/// The check that a class with a free list allocates its instances itself, shown at the option.
fn allocates(class: &Class) -> TokenStream {
    let (Some(base), Some((option, _))) = (&class.base, &class.freelist) else {
        return TokenStream::new();
    };
    let text = messages::FREELIST_OF_BUILT_IN;
    let door = located(&class.library.private(), at(option.span()));
    spanned! {
        at(option.span()) => const _: () = ::core::assert!(<#base as #door::Base>::SIZE.is_some(), #text);
    }
}

fn path_text(path: &Path) -> String {
    let mut text = String::new();
    for segment in &path.segments {
        text += if text.is_empty() { "" } else { "::" };
        text += &segment.ident.to_string();
    }
    text
}

/// Whether a field can hold a reference, and whether dropping them all runs no code of anybody's. A field that is left out by its
/// `cfg` is not asked; of one that is skipped the author has said that it holds no reference.
fn holds_references(class: &Class) -> TokenStream {
    let private = class.library.private();
    let fields: &[_] = match &class.visited {
        Shape::Struct(fields) => &fields.0,
        Shape::Nothing => &[],
        // It has the header anyway, for the classes in it.
        Shape::Enum(_) => return TokenStream::new(),
    };
    let (mut holds, mut quiet) = (TokenStream::new(), TokenStream::new());
    for field in fields {
        let (ty, cfgs) = (&field.ty, attributes(&field.cfgs));
        let private = located(&private, at(ty.span()));
        if !field.skipped {
            holds.extend(spanned!(at(ty.span()) => #cfgs { holds |= #private::MayHold::<#ty>::REFERENCES; }));
        }
        quiet.extend(spanned!(at(ty.span()) => #cfgs { quiet &= #private::DropOf::<#ty>::QUIET; }));
    }
    let holds = if holds.is_empty() { hygienic!(false) } else { hygienic!({ let mut holds = false; #holds holds }) };
    let ident = class.ident();
    hygienic! {
        const HOLDS_REFERENCES: bool = #holds;
        const DROPS_QUIETLY: bool = {
            let mut quiet = !#private::OwnDrop::<#ident>::RUNS;
            #quiet
            quiet
        };
    }
}

/// Whether something of the class can change, and does not see to it itself: a settable field, or a `&mut self` in `#[methods]`,
/// whose inherent constant shadows that of the trait. An instance over a built-in type needs the word to say when its own part is there.
fn state(class: &Class) -> TokenStream {
    let (private, ident, mut settable) = (class.library.private(), class.ident(), TokenStream::new());
    for Field { ty, cfgs, .. } in class.fields.iter().filter(|field| field.access.set) {
        let (door, cfgs) = (located(&private, at(ty.span())), attributes(cfgs));
        settable.extend(spanned!(at(ty.span()) => #cfgs { changes |= !#door::FieldOf::<#ty>::IN_PLACE; }));
    }
    if let Some(base) = &class.base {
        settable.extend(hygienic!({ changes |= <#base as #private::Base>::SIZE.is_none(); }));
    }
    if settable.is_empty() {
        return hygienic!(#ident::__OWNED_MUTATES);
    }
    hygienic! {
        let mut changes = #ident::__OWNED_MUTATES;
        #settable
        changes
    }
}

/// The check that a method or an accessor has not the name of the field in Python, shown at the field.
fn once(class: &Class, field: &Field) -> TokenStream {
    let (ident, cfgs, span) = (class.ident(), attributes(&field.cfgs), at(field.name.span));
    let door = located(&class.library.private(), span);
    let (name, get, set) = (field.name.c_string(), field.access.get, field.access.set);
    let text = messages::field_and_method(&field.name.text);
    spanned! {
        span => #cfgs const _: () = ::core::assert!(!#door::is_of_methods::<#ident>(#name, #get, #set), #text);
    }
}

/// Adds the entries of a field in the table of properties, and the types that stand for its accessors.
fn property(class: &Class, index: usize, field: &Field, entries: &mut TokenStream, accessors: &mut TokenStream) {
    let private = class.library.private();
    let (ident, cfgs) = (class.ident(), attributes(&field.cfgs));
    let (member, ty) = (&field.member, &field.ty);
    let holder = holder(&field.name.text, &private);
    let (name, doc) = (c_constant("NAME", &field.name.c_string()), c_constant("DOC", &field.doc.c_string()));
    let (slf, object) = (lent(&private, ident), object(&private));
    let span = at(ty.span());
    let door = located(&private, span);
    let is_object = spanned!(span => #door::FieldOf::<#ty>::IS_OBJECT);
    let place = hygienic! {
        const PLACE: ::core::option::Option<usize> =
            #private::place_of(#is_object, ::core::mem::offset_of!(#ident, #member));
    };
    accessors.extend(once(class, field));
    if field.access.get {
        let marker = Ident::new(&format!("__OwnedGet{index}"), at(ident.span()));
        let quiet = spanned!(span => #door::Scalar::<#ty>::VALUE);
        let read = spanned!(span => #door::FieldOf::<#ty>::read(&this.#member, slf, Self::NAME));
        entries.extend(hygienic!(#cfgs #private::Property::get::<#marker>(),));
        accessors.extend(hygienic! {
            #cfgs
            struct #marker;
            #cfgs
            impl #private::Getter<#ident> for #marker {
                #name
                #doc
                const QUIET: bool = #quiet;
                #place
                #[inline]
                fn get<'a, 'py>(slf: #slf) -> #private::Result<#object> {
                    #private::read::<#ident, { #quiet }, _>(slf, #holder, |this| #read)
                }
            }
        });
    }
    if field.access.set {
        let marker = Ident::new(&format!("__OwnedSet{index}"), at(ident.span()));
        let write = spanned! {
            span => #door::FieldOf::<#ty>::write(
                slf,
                value,
                (Self::NAME, #holder),
                |this| &this.#member,
                |this| &mut this.#member,
            )
        };
        entries.extend(hygienic!(#cfgs #private::Property::set::<#marker>(),));
        accessors.extend(hygienic! {
            #cfgs
            struct #marker;
            #cfgs
            impl #private::Setter<#ident> for #marker {
                #name
                #place
                #[inline]
                fn set<'a, 'py>(
                    slf: #slf,
                    value: ::core::option::Option<#private::Borrowed<'a, 'py, #private::Any>>,
                ) -> #private::Result<()> {
                    #write
                }
            }
        });
    }
}
