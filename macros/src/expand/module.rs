//! `#[module]`: its items, the list of them, and the function that Python's import looks for.

use super::{at, class, function, hygienic, located, methods, methods_stub, respan_ident};
use crate::model::{Constant, Crate, Module, Part};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;

/// Expands a checked module; `stub` has no items in Python.
pub(crate) fn module(module: &Module, stub: bool) -> TokenStream {
    let private = module.library.private();
    let content = module.parts.iter().map(|part| content(part, stub));
    let mut items = TokenStream::new();
    let mut support = TokenStream::new();
    let mut init = TokenStream::new();
    if !stub {
        for (index, part) in module.parts.iter().enumerate() {
            items.extend(entries(part, index));
            match part {
                Part::Constant(part) => {
                    support.extend(constant(&module.library, part, &marker(index)));
                }
                Part::Init(part) => init = self::init(&private, part),
                _ => {}
            }
        }
    }
    let (name, doc) = (module.name.c_string(), module.doc.c_string());
    let entry_point = format_ident!("PyInit_{}", module.name.text, span = Span::mixed_site());
    let generated = hygienic! {
        #[doc(hidden)]
        pub struct __OwnedModule;
        const _: () = {
            #support
            impl #private::Module for __OwnedModule {
                const NAME: &'static ::core::ffi::CStr = #name;
                const DOC: &'static ::core::ffi::CStr = #doc;
                const ITEMS: &'static [#private::Item] = &[#items];
                fn cell() -> &'static #private::ModuleCell {
                    static CELL: #private::ModuleCell = #private::ModuleCell::new();
                    &CELL
                }
                #init
            }
            // It has no path, inside a constant without a name: only the import machinery finds it, by its symbol.
            #[unsafe(no_mangle)]
            pub extern "C" fn #entry_point() -> *mut #private::PyObject {
                // SAFETY: the import machinery calls it, attached.
                unsafe { #private::module_init::<__OwnedModule>() }
            }
        };
        #[doc(hidden)]
        pub fn __owned_load<'py>(
            py: #private::Python<'py>,
        ) -> #private::Result<#private::Owned<'py, #private::Any>> {
            #private::load::<__OwnedModule>(py)
        }
    };
    let attrs = &module.item.attrs;
    let (vis, unsafety) = (&module.item.vis, &module.item.unsafety);
    let (mod_token, ident) = (&module.item.mod_token, &module.item.ident);
    quote! {
        #(#attrs)*
        #vis #unsafety #mod_token #ident {
            #(#content)*
            #generated
        }
    }
}

/// The item itself.
fn content(part: &Part, stub: bool) -> TokenStream {
    match part {
        // Nothing lists the items of a stub: what it brings in is used by nobody.
        Part::Exports(item, _) if stub => quote!(#[allow(unused_imports)] #item),
        Part::Plain(item) | Part::Exports(item, _) => item.to_token_stream(),
        Part::Constant(constant) => constant.item.to_token_stream(),
        Part::Init(init) => init.item.to_token_stream(),
        Part::Class(part) if stub => class(&part.stub()),
        Part::Class(part) => class(part),
        Part::Methods(part) if stub => methods_stub(part),
        Part::Methods(part) => methods(part),
        Part::Function(part) => function(part, stub),
    }
}

/// The entries of an item in the list of the module's items.
fn entries(part: &Part, index: usize) -> TokenStream {
    let entry = |ident: &Ident, cfgs: &[syn::Attribute]| {
        let ident = respan_ident(ident);
        quote_spanned!(at(ident.span()) => #(#cfgs)* self::#ident::__OWNED_ITEM)
    };
    match part {
        Part::Plain(_) | Part::Methods(_) | Part::Init(_) => TokenStream::new(),
        Part::Class(part) => {
            let entry = entry(part.ident(), &part.cfgs);
            hygienic!(#entry,)
        }
        Part::Function(part) => {
            let entry = entry(&part.callable.ident, &part.callable.cfgs);
            hygienic!(#entry,)
        }
        Part::Constant(part) => {
            let private_item = marker(index);
            let cfgs = &part.cfgs;
            hygienic!(#(#cfgs)* #private_item::ITEM,)
        }
        Part::Exports(_, exports) => {
            let entries = exports.iter().map(|export| {
                let entry = entry(&export.ident, &export.cfgs);
                match &export.renamed {
                    Some(name) => {
                        let name = name.c_string();
                        hygienic!(#entry.named(#name),)
                    }
                    None => hygienic!(#entry,),
                }
            });
            entries.collect()
        }
    }
}

fn marker(index: usize) -> Ident {
    format_ident!("__OwnedConstant{index}", span = Span::mixed_site())
}

/// The type that stands for a constant.
fn constant(library: &Crate, constant: &Constant, marker: &Ident) -> TokenStream {
    let private = library.private();
    let (ident, cfgs) = (respan_ident(&constant.ident), &constant.cfgs);
    let name = constant.name.c_string();
    let span = at(constant.ty.span());
    let door = located(&private, span);
    let value = quote_spanned!(span => #door::ret(py, self::#ident));
    hygienic! {
        #(#cfgs)*
        struct #marker;
        #(#cfgs)*
        impl #marker {
            const ITEM: #private::Item = #private::Item::constant::<#marker>();
        }
        #(#cfgs)*
        impl #private::Constant for #marker {
            const NAME: &'static ::core::ffi::CStr = #name;
            fn value<'py>(
                py: #private::Python<'py>,
            ) -> #private::Result<#private::Owned<'py, #private::Any>> {
                #value
            }
        }
    }
}

/// The method of `Module` that calls the user's `#[init]`.
fn init(private: &TokenStream, init: &crate::model::Init) -> TokenStream {
    let ident = respan_ident(&init.item.sig.ident);
    let passed = init.tokens.iter().map(|token| if *token { hygienic!(py) } else { hygienic!(module) });
    let span = at(init.item.sig.output.span());
    let door = located(private, span);
    let convert = quote_spanned!(span => #door::plain::<(), _>(result));
    let cfgs = crate::model::cfgs(&init.item.attrs);
    hygienic! {
        #(#cfgs)*
        fn init<'py>(
            py: #private::Python<'py>,
            module: &#private::Owned<'py, #private::Any>,
        ) -> #private::Result<()> {
            let result = self::#ident(#(#passed),*);
            #convert
        }
    }
}
