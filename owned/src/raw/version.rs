//! The version of the interpreter that runs: that of the build, or, in a build for the stable ABI, another one.

/// Whether it is 3.`minor` or later.
#[cfg(not(Py_LIMITED_API))]
#[inline(always)]
pub(super) const fn runs_on(minor: u8) -> bool {
    // The latest version that somebody asks for: what is newer is as good as it.
    const BUILT_FOR: u8 = if cfg!(Py_3_15) {
        15
    } else if cfg!(Py_3_14) {
        14
    } else if cfg!(Py_3_13) {
        13
    } else if cfg!(Py_3_12) {
        12
    } else {
        11
    };
    minor <= BUILT_FOR
}

/// Whether it is 3.`minor` or later.
#[cfg(Py_LIMITED_API)]
#[inline]
pub(super) fn runs_on(minor: u8) -> bool {
    // SAFETY: a constant of the interpreter: the version as `0x03_0B_07_F0`.
    (unsafe { super::ffi::Py_Version } >> 16) & 0xFF >= minor.into()
}
