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

#[derive(Element)]
#[repr(C)]
struct Sample {
    #[element(name = "class")]
    kind: u8,
    place: [f64; 2],
}

#[derive(Element)]
#[repr(C, packed)]
struct Both(u8, Sample);

#[derive(Element)]
#[repr(transparent)]
struct Metres(f64);

#[derive(Traverse)]
enum Never {}
