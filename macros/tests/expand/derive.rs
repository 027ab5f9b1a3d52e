#[derive(Traverse)]
enum Event<T: Clone> {
    Nothing,
    Call(T, Py<Callable>),
    Key {
        #[traverse(skip = "a number of the system")]
        code: Code,
        text: String,
    },
}

#[derive(Traverse)]
struct Pair<'a, T>(&'a str, T);

#[derive(NoRefs)]
struct Place {
    x: f64,
    #[cfg(feature = "names")]
    name: String,
}

#[derive(Traverse)]
enum Never {}
