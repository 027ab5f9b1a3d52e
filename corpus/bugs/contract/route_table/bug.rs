//! Binds a C helper that finds the handler of a path. It gives a reference of the caller's own, and is
//! declared to lend one.

#[owned::module]
mod route_table_bug {
    use owned::foreign;
    use owned::prelude::*;

    foreign::import! {
        // SAFETY: as the helper's source has it.
        unsafe extern "C" {
            fn route_table_bug_find(routes: Borrowed<Dict>, path: Kept<Any>) -> Borrowed<Any>; // BUG
        }
    }

    /// Calls the handler of a path.
    #[function]
    fn dispatch<'py>(routes: Borrowed<'_, 'py, Dict>, path: Borrowed<'_, 'py, Any>) -> Result<Owned<'py, Any>> {
        let handler = route_table_bug_find(routes.py(), &routes, &path)?; // BUG
        handler.call((path,))
    }
}
