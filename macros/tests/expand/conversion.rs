#[derive(FromPy)]
struct Point {
    x: f64,
    #[py(item = "y-axis", default)]
    y: f64,
    #[py(attribute = "colour", default = Colour::black(), with = parse::colour)]
    color: Colour,
}

#[derive(FromPy)]
#[py(items, rename_all = "camelCase")]
struct Tree<T, const N: usize> {
    node_value: [T; N],
    #[py(item = -1)]
    children: Vec<Tree<T, N>>,
}

#[derive(FromPy)]
struct Pair<'a, 'py, T>(&'a str, #[py(from_with = checked)] Owned<'py, T>);

#[derive(FromPy)]
struct Meters(f64);

#[derive(FromPy)]
enum Shape<'py> {
    Circle {
        radius: f64,
    },
    #[py(items)]
    Named { name: String },
    Segment(f64, f64),
    #[py(name = "callable")]
    Lazy(Owned<'py, Callable>),
    #[py(value = "none")]
    Nothing,
}

#[derive(FromPy)]
#[py(rename_all = "kebab-case")]
enum Level {
    #[py(value = 0)]
    Off,
    VeryLoud,
}

#[derive(IntoPy)]
struct Point {
    x: f64,
    #[py(item = "y-axis", default)]
    y: f64,
    #[py(attribute = "colour", into_with = format::colour)]
    color: Colour,
}

#[derive(IntoPy)]
#[py(namespace)]
struct Tree<T> {
    value: T,
    children: Vec<Tree<T>>,
}

#[derive(IntoPy)]
struct Pair<'a, 'py, T: TypeInfo>(&'a str, Owned<'py, T>);

#[derive(IntoPy)]
enum Shape {
    Circle {
        radius: f64,
    },
    Segment(f64, f64),
    At(#[py(into_with = format::point)] Point),
    Known(u64),
    #[py(value = "none")]
    Nothing,
}
