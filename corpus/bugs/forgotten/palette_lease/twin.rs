//! Colours by name: the list of names that is looked through is made once for each look-up.

#[owned::module]
mod palette_lease_twin {
    use owned::prelude::*;

    struct Lease {
        names: Py<List>,
    }

    impl Lease {
        fn position(&self, py: Python<'_>, wanted: &str) -> Result<Option<usize>> {
            let names = self.names.bind(py);
            for at in 0..names.len() {
                if names.get(at)?.extract::<String>()? == wanted {
                    return Ok(Some(at));
                }
            }
            Ok(None)
        }
    }

    fn lease(py: Python<'_>) -> Result<Box<Lease>> {
        let names = List::new(py, ["red", "green", "blue"])?.unbind();
        Ok(Box::new(Lease { names }))
    }

    #[function]
    fn colour_number(py: Python<'_>, name: &str) -> Result<Option<usize>> {
        lease(py)?.position(py, name)
    }
}
