/// Ask for the text of a page.
#[function]
#[signature(url, /, fetch = None)]
pub async fn ask(cx: Async, url: String, fetch: Option<Kept<Callable>>) -> Result<String> {
    Ok(url)
}

#[methods]
impl Tally {
    async fn tick(slf: Kept<Self>, cx: Async, by: u64) -> u64 {
        by
    }

    #[classmethod]
    async fn made(class: Kept<Type>) -> Kept<Type> {
        class
    }

    async fn __anext__(slf: Kept<Self>) -> Option<u64> {
        None
    }
}
