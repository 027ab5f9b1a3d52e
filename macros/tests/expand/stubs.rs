#[class(new, eq, repr)]
pub struct Point {
    /// To the right.
    #[field(get, set)]
    #[hint("float")]
    x: f64,
}
#[methods]
impl Point {
    #[classattr]
    const ORIGIN: &'static str = "0";
    /// Moves.
    #[signature(by, /, *, times = 1)]
    #[hint(by: "Point | float", -> "Point")]
    fn shift<'py>(&self, py: Python<'py>, by: Borrowed<'_, 'py, Any>, times: u8) -> Result<Owned<'py, Self>> {
        todo(py, by, times)
    }
    fn __getitem__(&self, index: usize) -> f64 {
        index as f64
    }
}
#[function]
async fn wait(seconds: f64) {}
#[derive(FromPy)]
enum Length {
    Metres(f64),
    Text(String),
}
#[derive(IntoPy)]
struct Pair(f64, String);
#[module]
mod shapes {
    #[export]
    pub const SIDES: u8 = 4;
}
