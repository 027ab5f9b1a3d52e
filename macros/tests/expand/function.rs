/// Add numbers.
#[function(name = "sum")]
#[signature(first, /, scale = 1, *others, start = None, **options)]
pub fn add(
    py: Python<'_>,
    first: i64,
    scale: i64,
    others: Vec<i64>,
    start: Option<i64>,
    options: HashMap<String, i64>,
) -> i64 {
    first
}
