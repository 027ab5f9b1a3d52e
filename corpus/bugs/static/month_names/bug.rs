//! Formats dates with the names of the months, which are made once and kept where nobody ever lets go of them.

#[owned::module]
mod month_names_bug {
    use std::sync::OnceLock;

    use owned::prelude::*;

    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    static MONTHS: OnceLock<Py<List>> = OnceLock::new();

    /// A date as text; months count from 1.
    #[function]
    fn format_date(py: Python<'_>, day: u32, month: usize) -> Result<String> {
        if MONTHS.get().is_none() {
            let months = List::new(py, NAMES)?.unbind(); // BUG
            let _ = MONTHS.set(months);
        }
        let months = MONTHS.get().expect("set above").bind(py);
        let name = months.get(month.wrapping_sub(1))?.extract::<String>()?;
        Ok(format!("{day} {name}"))
    }
}
