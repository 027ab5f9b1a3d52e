//! `#[methods]`: the block, and a constant table of what it exports.

use super::entries::{Context, accessor, attribute, entry};
use super::module::constant;
use super::overloads::overloads;
use super::text_signature::text_signature;
use super::{any_present, arguments, at, compare, described, located, respan_ident, slots};
use crate::messages;
use crate::model::{Callable, Method, Methods, Receiver, Role};
use crate::stream::{Ident, Span, TokenStream};
use crate::template::{hygienic, spanned};
use crate::tokens::attributes;

/// Expands a checked block.
pub(crate) fn methods(methods: &Methods) -> TokenStream {
    let private = &methods.library.private();
    let mut tables = Tables::default();
    for (index, method) in methods.methods.iter().enumerate() {
        if methods.methods[..index].iter().any(|earlier| is_overload(earlier, method)) {
            continue; // it is in the entry of the first
        }
        let marker = &Ident::new(&format!("__OwnedMethod{index}"), Span::mixed_site());
        let context = Context { methods, method, marker, private };
        tables.add(&context);
    }
    for (index, item) in methods.constants.iter().enumerate() {
        let marker = &Ident::new(&format!("__OwnedAttribute{index}"), Span::mixed_site());
        let (class, ident, cfgs) = (methods.class(), respan_ident(&item.ident), attributes(&item.cfgs));
        tables.attributes.extend(hygienic!(#cfgs #private::ClassAttribute::of::<#marker>(),));
        let (ty, span) = (&item.ty, at(item.ty.span()));
        let door = located(private, span);
        let plain = spanned!(span => const PLAIN: bool = #door::Scalar::<#ty>::VALUE;);
        tables.implementations.extend(constant(private, item, &hygienic!(<#class>::#ident), marker, Some(plain)));
    }
    if let Some((entry, implementation)) = compare::compare(methods, private) {
        tables.slots.extend(entry);
        tables.implementations.extend(implementation);
    }
    let called = called(methods, private);
    let described = described::table(&described::methods(methods, private));
    let Tables { entries, properties, slots, attributes, implementations } = tables;
    let table = hygienic! {
        ::core::option::Option::Some(&#private::Methods {
            entries: &[#entries],
            properties: &[#properties],
            slots: &[#slots],
            attributes: &[#attributes],
            called: &[#called],
            #described
        })
    };
    let mut mutates = Vec::new();
    for method in &methods.methods {
        if method.receiver == Receiver::Exclusive {
            mutates.push(method.callable.cfgs.as_slice());
        }
    }
    assemble(methods, &any_present(&mutates), Some(&table), &implementations)
}

/// The block alone, and what lets its methods change the object. Of what is no class no more is asked, so that it has one
/// error.
pub(crate) fn methods_stub(methods: &Methods) -> TokenStream {
    if !methods.block.generics.params.is_empty() && methods.instances.is_empty() {
        let item = &methods.block;
        return hygienic!(#item);
    }
    assemble(methods, &hygienic!(true), None, &TokenStream::new())
}

fn assemble(
    methods: &Methods,
    mutates: &TokenStream,
    table: Option<&TokenStream>,
    implementations: &TokenStream,
) -> TokenStream {
    let private = methods.library.private();
    let (item, class) = (&methods.block, methods.class());
    let cfgs = attributes(&crate::model::cfgs(&item.attrs));
    let table = table.map(|table| {
        hygienic! {
            #[doc(hidden)]
            pub const __OWNED_METHODS:
                ::core::option::Option<&'static #private::Methods<Self>> = #table;
        }
    });
    let generated = hygienic! {
        use #private::NoScalar as _;
        #implementations
        impl #class {
            #[doc(hidden)]
            pub const __OWNED_MUTATES: bool = #mutates;
            #table
        }
    };
    if methods.instances.is_empty() {
        let generated = hygienic!(#cfgs const _: () = { #generated };);
        return hygienic!(#item #generated);
    }
    let mut all = hygienic!(#item);
    for instance in &methods.instances {
        let arguments = arguments(instance, &methods.block.generics);
        all.extend(hygienic!(#cfgs const _: () = { #arguments #generated };));
    }
    all
}

/// The tables of a block, and the impls for the marker types in them.
#[derive(Default)]
struct Tables {
    entries: TokenStream,
    properties: TokenStream,
    slots: TokenStream,
    attributes: TokenStream,
    implementations: TokenStream,
}

impl Tables {
    fn add(&mut self, context: &Context<'_>) {
        let Context { marker, private, method, methods } = context;
        if method.overload.is_some() {
            let mut all = Vec::new();
            for other in &methods.methods {
                if is_overload(other, method) {
                    all.push(Context { method: other, ..*context });
                }
            }
            self.add_overloads(&all);
            return;
        }
        let cfgs = attributes(&method.callable.cfgs);
        // What not every class can have is refused where it is written.
        let span = at(method.callable.ident.span());
        let door = located(private, span);
        let (table, entry, implementation) = match method.role {
            Role::Method => (&mut self.entries, hygienic!(#private::Entry::method::<#marker>()), entry(context)),
            Role::Static => (&mut self.entries, hygienic!(#private::Entry::static_method::<#marker>()), entry(context)),
            Role::Class => (&mut self.entries, hygienic!(#private::Entry::class_method::<#marker>()), entry(context)),
            Role::Getter => (&mut self.properties, hygienic!(#private::Property::get::<#marker>()), accessor(context)),
            Role::Setter => (&mut self.properties, hygienic!(#private::Property::set::<#marker>()), accessor(context)),
            Role::Deleter => {
                (&mut self.properties, hygienic!(#private::Property::delete::<#marker>()), accessor(context))
            }
            Role::StaticGetter => {
                (&mut self.properties, spanned!(span => #door::Property::static_get::<#marker>()), accessor(context))
            }
            Role::StaticSetter => {
                (&mut self.properties, spanned!(span => #door::Property::static_set::<#marker>()), accessor(context))
            }
            Role::Attribute => {
                (&mut self.attributes, hygienic!(#private::ClassAttribute::of::<#marker>()), attribute(context))
            }
            Role::New | Role::Slot(_) => match slots::slot(context) {
                Some((entry, implementation)) => (&mut self.slots, entry, implementation),
                // Comparisons are collected into one slot.
                None => return,
            },
        };
        table.extend(hygienic!(#cfgs #entry,));
        if method.receiver == Receiver::Exclusive {
            self.implementations.extend(not_of_an_enum(context));
        }
        self.implementations.extend(hygienic! {
            #cfgs
            struct #marker;
            #cfgs
            #implementation
        });
    }
}

impl Tables {
    fn add_overloads(&mut self, all: &[Context<'_>]) {
        let Context { marker, private, method, .. } = &all[0];
        let (table, entry) = match method.role {
            Role::New => (&mut self.slots, hygienic!(#private::Slot::new::<#marker>())),
            Role::Static => (&mut self.entries, hygienic!(#private::Entry::static_method::<#marker>())),
            Role::Class => (&mut self.entries, hygienic!(#private::Entry::class_method::<#marker>())),
            _ => (&mut self.entries, hygienic!(#private::Entry::method::<#marker>())),
        };
        table.extend(hygienic!(#entry,));
        for context in all.iter().filter(|context| context.method.receiver == Receiver::Exclusive) {
            self.implementations.extend(not_of_an_enum(context));
        }
        let implementation = overloads(all);
        self.implementations.extend(hygienic! {
            struct #marker;
            #implementation
        });
    }
}

/// Whether both are overloads of one function.
fn is_overload(one: &Method, other: &Method) -> bool {
    one.overload.is_some()
        && other.overload.is_some()
        && one.role == other.role
        && (one.role == Role::New || one.callable.name.text == other.callable.name.text)
}

/// Refuses `&mut self` in an enum, at the method.
fn not_of_an_enum(context: &Context<'_>) -> TokenStream {
    let (class, callable) = (context.methods.class(), &context.method.callable);
    let span = at(callable.ident.span());
    let (door, text) = (located(context.private, span), messages::ENUM_CHANGES);
    let cfgs = attributes(&callable.cfgs);
    spanned! {
        span => #cfgs const _: () = ::core::assert!(!<#class as #door::Class>::ENUM, #text);
    }
}

/// How Python calls the class, and what is said of that: as `__init__` is, else as each `#[new]`, which takes anything
/// where there is an `__init__`.
fn called(methods: &Methods, private: &TokenStream) -> TokenStream {
    let entry = |callable: &Callable, doc: &str| {
        let (cfgs, text) = (attributes(&callable.cfgs), text_signature(callable, None));
        hygienic!(#cfgs #private::Called { signature: #text, doc: #doc },)
    };
    let (mut each, mut docs, mut init) = (TokenStream::new(), String::new(), None);
    for Method { callable, role, .. } in &methods.methods {
        let always = callable.cfgs.is_empty();
        match role {
            Role::New => {
                each.extend(entry(callable, &callable.doc.0));
                if always {
                    paragraph(&mut docs, &callable.doc.0);
                }
            }
            Role::Slot(slot) if slot.name == "__init__" && always => init = Some(callable),
            _ => {}
        }
    }
    let Some(init) = init else { return each };
    paragraph(&mut docs, &init.doc.0);
    entry(init, &docs)
}

fn paragraph(text: &mut String, next: &str) {
    if !text.is_empty() && !next.is_empty() {
        *text += "\n\n";
    }
    *text += next;
}
