//! Declarations of what is in Python's library and `pyo3-ffi` does not declare.

/// A block of declarations. On Windows each names the DLL that it is about, so that no import library is needed, as there is
/// none where nobody has that Python installed; which one, the build script says (`python_dll`). Elsewhere a symbol is found
/// wherever it is.
macro_rules! libpython {
    (@named $abi:literal, $($dll:literal)*; $($items:tt)*) => {
        $(
            #[cfg_attr(all(python_dll = $dll, not(target_arch = "x86")), link(name = $dll, kind = "raw-dylib"))]
            #[cfg_attr(
                all(python_dll = $dll, target_arch = "x86"),
                link(name = $dll, kind = "raw-dylib", import_name_type = "undecorated")
            )]
        )*
        unsafe extern $abi {
            $($items)*
        }
    };
    (extern $abi:literal; $($items:tt)*) => {
        $crate::raw::libpython! {
            @named $abi,
            "python3" "python3_d" "python311" "python312" "python313" "python314" "python315"
            "python311_d" "python312_d" "python313_d" "python314_d" "python315_d"
            "python313t" "python314t" "python315t" "python313t_d" "python314t_d" "python315t_d";
            $($items)*
        }
    };
    ($($items:tt)*) => {
        $crate::raw::libpython! { extern "C"; $($items)* }
    };
}
pub(crate) use libpython;
