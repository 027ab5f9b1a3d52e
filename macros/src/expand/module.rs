//! `#[module]`: its items, the list of them, and the function that Python's import looks for.

use super::{
    at, c_constant, class, described, function, located, methods, methods_stub, object, python_enum, respan_ident,
};
use crate::features;
use crate::model::{Constant, Module, Part};
use crate::stream::{Ident, Span, ToTokens as _, TokenStream};
use crate::syntax::Attribute;
use crate::template::{hygienic, spanned};
use crate::tokens::{attributes, inner_attributes, separated};

/// Expands a checked module; `stub` has no items in Python.
pub(crate) fn module(module: &Module, stub: bool) -> TokenStream {
    let private = module.library.private();
    let mut written = TokenStream::new();
    for part in &module.parts {
        written.extend(content(part, stub));
    }
    let mut items = TokenStream::new();
    let mut support = TokenStream::new();
    let mut init = TokenStream::new();
    if !stub {
        for (index, part) in module.parts.iter().enumerate() {
            items.extend(entries(part, index));
            match part {
                Part::Constant(_, part) => {
                    let ident = respan_ident(&part.ident);
                    let marker = marker(index);
                    support.extend(constant(&private, part, &hygienic!(self::#ident), &marker, None));
                    let cfgs = attributes(&part.cfgs);
                    let described = features::stubs().then(|| {
                        let described = described::constant(part, &private);
                        hygienic!(const DESCRIBED: #private::Described = #described;)
                    });
                    let says = features::stubs().then(|| hygienic!(.described(&Self::DESCRIBED)));
                    support.extend(hygienic! {
                        #cfgs
                        impl #marker {
                            #described
                            const ITEM: #private::Item = #private::Item::constant::<#marker>()#says;
                        }
                    });
                }
                Part::Init(part) => init = self::init(&private, part),
                _ => {}
            }
        }
    }
    let (name, doc) = (c_constant("NAME", &module.name.c_string()), c_constant("DOC", &module.doc.c_string()));
    let object = object(&private);
    let gil_used = module.gil_used.then(|| {
        hygienic!(
            const GIL_USED: bool = true;
        )
    });
    let adopted = module.adopts.then(|| {
        let (declared, adopted) = adopted(module, &private);
        support.extend(declared);
        adopted
    });
    let entry_point = (!module.submodule).then(|| entry_point(module, &private));
    let generated = hygienic! {
        #[doc(hidden)]
        pub struct __OwnedModule;
        const _: () = {
            #support
            impl #private::Module for __OwnedModule {
                #name
                #doc
                const ITEMS: &'static [#private::Item] = &[#items];
                #gil_used
                #adopted
                fn cell() -> &'static #private::ModuleCell {
                    static CELL: #private::ModuleCell = #private::ModuleCell::new();
                    &CELL
                }
                #init
            }
            #entry_point
        };
        #[doc(hidden)]
        pub const __OWNED_ITEM: #private::Item = #private::Item::module::<__OwnedModule>();
        #[doc(hidden)]
        pub fn __owned_load<'py>(
            py: #private::Python<'py>,
        ) -> #private::Result<#object> {
            #private::load::<__OwnedModule>(py)
        }
    };
    let attrs = attributes(&module.item.attrs);
    let inner = inner_attributes(&module.item.attrs);
    let (vis, head) = (&module.item.vis, &module.item.head);
    hygienic! {
        #attrs
        #vis #head {
            #inner
            #written
            #generated
        }
    }
}

/// C's own init, which was compiled as `PyInit_…_c`; and what `PyInit_…` and `load!` do of the module that it makes.
fn adopted(module: &Module, private: &TokenStream) -> (TokenStream, TokenStream) {
    let c_init = Ident::new(&format!("PyInit_{}_c", module.name.text), Span::mixed_site());
    let declared = hygienic! {
        unsafe extern "C" {
            fn #c_init() -> *mut #private::PyObject;
        }
    };
    let adopted = hygienic! {
        const ADOPTS: bool = true;
        fn begin(py: #private::Python<'_>) -> #private::Result<*mut #private::PyObject> {
            #private::begin_over::<Self>(py, #c_init)
        }
        fn load(py: #private::Python<'_>) -> #private::Result<#private::Owned<'_, #private::Any>> {
            #private::load_over::<Self>(py, #c_init)
        }
    };
    (declared, adopted)
}

/// `PyInit_…`. It has no path, inside a constant without a name: only the import machinery finds it, by its symbol.
fn entry_point(module: &Module, private: &TokenStream) -> TokenStream {
    let name = Ident::new(&format!("PyInit_{}", module.name.text), Span::mixed_site());
    hygienic! {
        #[unsafe(no_mangle)]
        pub extern "C" fn #name() -> *mut #private::PyObject {
            // SAFETY: the import machinery calls it, attached.
            unsafe { #private::module_init::<__OwnedModule>() }
        }
    }
}

/// The item itself.
fn content(part: &Part, stub: bool) -> TokenStream {
    match part {
        // Nothing lists the items of a stub: what it brings in is used by nobody.
        Part::Exports(item, _) if stub => hygienic!(#[allow(unused_imports)] #item),
        Part::Plain(item) | Part::Exports(item, _) | Part::Constant(item, _) => item.to_token_stream(),
        Part::Init(init) => init.item.to_token_stream(),
        Part::Class(part) if stub => class(&part.stub()),
        Part::Class(part) => class(part),
        Part::Enumeration(part) => python_enum(part, stub),
        Part::Methods(part) if stub => methods_stub(part),
        Part::Methods(part) => methods(part),
        Part::Function(part) => function(part, stub),
        Part::Module(part) => module(part, stub),
    }
}

/// The entries of an item in the list of the module's items.
fn entries(part: &Part, index: usize) -> TokenStream {
    let entry = |ident: &Ident, cfgs: &[Attribute]| {
        let (ident, cfgs) = (respan_ident(ident), attributes(cfgs));
        spanned!(at(ident.span()) => #cfgs self::#ident::__OWNED_ITEM)
    };
    match part {
        Part::Plain(_) | Part::Methods(_) | Part::Init(_) => TokenStream::new(),
        Part::Class(part) if part.instances.is_empty() => {
            let entry = entry(part.ident(), &part.cfgs);
            hygienic!(#entry,)
        }
        Part::Class(part) => {
            let mut entries = TokenStream::new();
            for name in part.instances.iter().filter_map(|instance| instance.alias.as_ref()) {
                let entry = entry(name, &part.cfgs);
                entries.extend(hygienic!(#entry,));
            }
            entries
        }
        Part::Enumeration(part) => {
            let entry = entry(part.ident(), &part.cfgs);
            hygienic!(#entry,)
        }
        Part::Function(part) => {
            let entry = entry(&part.callable.ident, &part.callable.cfgs);
            hygienic!(#entry,)
        }
        Part::Module(part) => {
            let entry = entry(&part.ident, &part.cfgs);
            hygienic!(#entry,)
        }
        Part::Constant(_, part) => {
            let private_item = marker(index);
            let cfgs = attributes(&part.cfgs);
            hygienic!(#cfgs #private_item::ITEM,)
        }
        Part::Exports(_, exports) => {
            let mut entries = TokenStream::new();
            for export in exports {
                let entry = entry(&export.ident, &export.cfgs);
                entries.extend(match &export.renamed {
                    Some(name) => {
                        let name = name.c_string();
                        hygienic!(#entry.named(#name),)
                    }
                    None => hygienic!(#entry,),
                });
            }
            entries
        }
    }
}

fn marker(index: usize) -> Ident {
    Ident::new(&format!("__OwnedConstant{index}"), Span::mixed_site())
}

/// The type that stands for a constant; `path` is where the value is.
pub(super) fn constant(
    private: &TokenStream,
    constant: &Constant,
    path: &TokenStream,
    marker: &Ident,
    plain: Option<TokenStream>,
) -> TokenStream {
    let cfgs = attributes(&constant.cfgs);
    let (name, object) = (c_constant("NAME", &constant.name.c_string()), object(private));
    let span = at(constant.ty.span());
    let door = located(private, span);
    let path = located(path, span);
    let value = spanned!(span => #door::ret(py, #path));
    hygienic! {
        #cfgs
        struct #marker;
        #cfgs
        impl #private::Constant for #marker {
            #name
            #plain
            fn value<'py>(py: #private::Python<'py>) -> #private::Result<#object> {
                #value
            }
        }
    }
}

/// The method of `Module` that calls the user's `#[init]`.
fn init(private: &TokenStream, init: &crate::model::Init) -> TokenStream {
    let ident = respan_ident(&init.ident);
    let mut passed = TokenStream::new();
    for is_token in &init.tokens {
        separated(&mut passed, &if *is_token { hygienic!(py) } else { hygienic!(module) });
    }
    let span = at(init.output);
    let door = located(private, span);
    let convert = spanned!(span => #door::plain::<(), _>(result));
    let cfgs = attributes(&crate::model::cfgs(&init.item.attrs));
    hygienic! {
        #cfgs
        fn init<'py>(
            py: #private::Python<'py>,
            module: &#private::Owned<'py, #private::Any>,
        ) -> #private::Result<()> {
            let result = self::#ident(#passed);
            #convert
        }
    }
}
