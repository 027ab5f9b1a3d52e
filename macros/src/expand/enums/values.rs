//! `#[class]` on an enum: its values are attributes of the class, one object for each.

use crate::expand::described;
use crate::expand::from_fields::Given;
use crate::expand::respan_ident;
use crate::model::{Class, EnumValue};
use crate::stream::{Ident, Span, TokenStream};
use crate::template::hygienic;
use crate::tokens::attributes;

pub(super) fn values(class: &Class, values: &[EnumValue], private: &TokenStream, given: &mut Given) {
    let ident = class.ident();
    let (mut known, mut taken) = (TokenStream::new(), TokenStream::new());
    for (index, value) in values.iter().enumerate() {
        let EnumValue { ident: variant, cfgs, .. } = value;
        let (variant, cfgs) = (respan_ident(variant), attributes(cfgs));
        let name = value.name.c_string();
        given.describe(|| described::under(&value.cfgs, &described::enum_value(&value.name, ident, private)));
        let marker = Ident::new(&format!("__OwnedValue{index}"), Span::mixed_site());
        given.attributes.extend(hygienic!(#cfgs #private::ClassAttribute::of::<#marker>(),));
        given.implementations.extend(hygienic! {
            #cfgs
            struct #marker;
            #cfgs
            impl #private::Constant for #marker {
                const NAME: &'static ::core::ffi::CStr = #name;
                fn value<'py>(
                    py: #private::Python<'py>,
                ) -> #private::Result<#private::Owned<'py, #private::Any>> {
                    #private::enum_value(py, #ident::#variant)
                }
            }
        });
        known.extend(hygienic! {
            #cfgs
            #ident::#variant => #private::EnumValue { name: #name, number: #ident::#variant as i64 },
        });
        taken.extend(hygienic!(#cfgs #ident::#variant => #ident::#variant,));
    }
    let accepts = described::accepted_class(ident, private);
    given.methods.extend(hygienic!(#private::Entry::method::<#private::ReduceValue>(),));
    given.slots.extend(hygienic! {
        #private::Slot::unary::<#private::ReprValue, { #private::place::Py_tp_repr }>(),
        #private::Slot::unary::<#private::IntValue, { #private::place::Py_nb_int }>(),
    });
    given.value = hygienic! {
        const ENUM: bool = true;
        fn enum_value(&self) -> ::core::option::Option<#private::EnumValue> {
            ::core::option::Option::Some(match *self {
                #known
            })
        }
    };
    given.implementations.extend(hygienic! {
        impl<'a> #private::FromPy<'a, '_> for #ident {
            #accepts
            fn from_py(object: #private::Borrowed<'a, '_, #private::Any>) -> #private::Result<Self> {
                let value = <#private::Ref<'a, #ident> as #private::FromPy<'a, '_>>::from_py(object)?;
                ::core::result::Result::Ok(match *value {
                    #taken
                })
            }
        }
        impl<'py> #private::IntoPy<'py> for &#ident {
            type Target = #ident;
            fn into_py(self, py: #private::Python<'py>) -> #private::Result<#private::Owned<'py, #ident>> {
                #private::IntoPy::into_py(
                    match *self {
                        #taken
                    },
                    py,
                )
            }
        }
    });
}
