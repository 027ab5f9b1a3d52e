//! Formats dates with the names of the months, which are made anew for each.

#[owned::module]
mod month_names_twin {
    use owned::prelude::*;

    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// A date as text; months count from 1.
    #[function]
    fn format_date(py: Python<'_>, day: u32, month: usize) -> Result<String> {
        let months = List::new(py, NAMES)?;
        let name = months.get(month.wrapping_sub(1))?.extract::<String>()?;
        Ok(format!("{day} {name}"))
    }
}
