//! The settings are made when they are first asked for.

use std::sync::Once;

static STARTED: Once = Once::new();

#[owned::module]
mod start_banner_bug {
    use super::*;
    use owned::prelude::*;

    #[class(new)]
    pub struct Settings {
        #[field(get)]
        lines: u32,
    }

    #[function]
    fn lines(py: Python<'_>) -> Result<u32> {
        let mut failed = Ok(());
        STARTED.call_once(|| {
            let settings = Settings { lines: 25 }.into_py(py); // BUG
            failed = settings.map(|settings| {
                std::mem::forget(settings);
            });
        });
        failed.map(|()| 25)
    }
}
