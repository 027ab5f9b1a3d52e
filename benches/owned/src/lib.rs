//! The module that the benchmarks measure, as a user of `owned` writes it.
mod growing;
mod keys;

/// What is measured.
#[owned::module]
mod bench_owned {
    use owned::prelude::*;
    use owned::types::Bytes;

    #[export]
    pub use crate::growing::{Bell, give_dict, give_list, give_text, take_dict, take_list, take_rows, take_text};
    use crate::keys::KEYS;

    const COUNT: i64 = 100;
    const TEXT: &str =
        "All of these words are here so that this text is a hundred characters long, no more and no fewer; ok";

    /// Does nothing, with no argument.
    #[function]
    fn nothing() {}

    /// Does nothing with an argument.
    #[function]
    #[signature(_object, /)]
    fn ignore(_object: Borrowed<'_, '_, Any>) {}

    /// The sum of a list of ints.
    #[function]
    #[signature(numbers, /)]
    fn sum_list(numbers: Borrowed<'_, '_, List>) -> Result<i64> {
        let mut sum = 0;
        for number in numbers.each_as::<i64>()? {
            sum += number?;
        }
        Ok(sum)
    }

    /// The sum of a sequence of ints, which are all converted first.
    #[function]
    #[signature(numbers, /)]
    fn sum_vec(numbers: Vec<i64>) -> i64 {
        numbers.iter().sum()
    }

    /// The sum of whatever gives ints, by the iterator protocol.
    #[function]
    #[signature(numbers, /)]
    fn sum_iter(numbers: Borrowed<'_, '_, Any>) -> Result<i64> {
        let mut sum = 0;
        for number in numbers.iter()? {
            sum += number?.extract::<i64>()?;
        }
        Ok(sum)
    }

    /// The sum of whatever gives ints, a list by its items, as they are converted.
    #[function]
    #[signature(numbers, /)]
    fn sum_each(numbers: Borrowed<'_, '_, Any>) -> Result<i64> {
        let mut sum = 0;
        for number in numbers.each_as::<i64>()? {
            sum += number?;
        }
        Ok(sum)
    }

    /// The same by handles, each released at the end of its turn.
    #[function]
    #[signature(numbers, /)]
    fn sum_handles(numbers: Borrowed<'_, '_, Any>) -> Result<i64> {
        let mut sum = 0;
        for number in numbers.each()? {
            sum += number?.extract::<i64>()?;
        }
        Ok(sum)
    }

    /// A list of a hundred ints.
    #[function]
    fn make_list(py: Python<'_>) -> Result<Owned<'_, List>> {
        List::new(py, (0..COUNT).map(|n| 1000 + 7 * n))
    }

    /// A dict of a hundred ints to ints.
    #[function]
    fn make_dict(py: Python<'_>) -> Result<Owned<'_, Dict>> {
        let dict = Dict::empty(py)?;
        for n in 0..COUNT {
            dict.set(1000 + n, 2000 + 7 * n)?;
        }
        Ok(dict)
    }

    /// A dict of a hundred names to ints.
    #[function]
    fn make_named(py: Python<'_>) -> Result<Owned<'_, Dict>> {
        let dict = Dict::empty(py)?;
        for (key, n) in KEYS.into_iter().zip(0..COUNT) {
            dict.set(key, 2000 + 7 * n)?;
        }
        Ok(dict)
    }

    /// How many bytes of UTF-8 the text has.
    #[function]
    #[signature(text, /)]
    fn take_str(text: &str) -> usize {
        text.len()
    }

    /// [`ignore`] with a parameter that can be given by name.
    #[function]
    fn ignore_named(_object: Borrowed<'_, '_, Any>) {}

    /// [`take_str`] with a parameter that can be given by name.
    #[function]
    fn take_str_named(text: &str) -> usize {
        text.len()
    }

    /// [`take_bytes`] with a parameter that can be given by name.
    #[function]
    fn take_bytes_named(data: &[u8]) -> usize {
        data.len()
    }

    /// A text.
    #[function]
    fn give_str() -> &'static str {
        TEXT
    }

    /// How many bytes there are.
    #[function]
    #[signature(data, /)]
    fn take_bytes(data: &[u8]) -> usize {
        data.len()
    }

    /// Bytes.
    #[function]
    fn give_bytes(py: Python<'_>) -> Result<Owned<'_, Bytes>> {
        Bytes::new(py, TEXT.as_bytes())
    }

    /// Two numbers.
    #[class(subclass)]
    pub struct Point {
        #[field(get, set)]
        x: AtomicCell<i64>,
        #[field(get)]
        y: i64,
    }

    #[methods]
    impl Point {
        #[new]
        fn new(x: i64, y: i64) -> Self {
            Point { x: x.into(), y }
        }

        fn total(&self) -> i64 {
            self.x.get() + self.y
        }

        #[signature(other, /)]
        fn plus(&self, other: Ref<'_, Point>) -> Point {
            Point { x: (self.x.get() + other.x.get()).into(), y: self.y + other.y }
        }
    }

    /// The same with a state word: what is set is no cell.
    #[class]
    pub struct Guarded {
        #[field(get, set)]
        x: i64,
        #[field(get)]
        y: i64,
    }

    #[methods]
    impl Guarded {
        #[new]
        fn new(x: i64, y: i64) -> Self {
            Guarded { x, y }
        }

        fn total(&self) -> i64 {
            self.x + self.y
        }

        #[signature(other, /)]
        fn plus(&self, other: Ref<'_, Guarded>) -> Guarded {
            Guarded { x: self.x + other.x, y: self.y + other.y }
        }
    }

    /// Two numbers that cannot change.
    #[class]
    pub struct Pair {
        #[field(get)]
        x: i64,
        #[field(get)]
        y: i64,
    }

    #[methods]
    impl Pair {
        #[new]
        fn new(x: i64, y: i64) -> Self {
            Pair { x, y }
        }

        fn total(&self) -> i64 {
            self.x + self.y
        }

        #[signature(other, /)]
        fn plus(&self, other: Ref<'_, Pair>) -> Pair {
            Pair { x: self.x + other.x, y: self.y + other.y }
        }
    }

    /// [`Pair`], whose memory is kept.
    #[class(freelist = 16)]
    pub struct PairKept {
        #[field(get)]
        x: i64,
        #[field(get)]
        y: i64,
    }

    #[methods]
    impl PairKept {
        #[new]
        fn new(x: i64, y: i64) -> Self {
            PairKept { x, y }
        }
    }

    /// Two references, so the collector knows of instances.
    #[class(new)]
    pub struct Link {
        #[field(get)]
        x: Py<Any>,
        #[field(get)]
        y: Py<Any>,
    }

    /// [`Link`], whose memory is kept.
    #[class(new, freelist = 16)]
    pub struct LinkKept {
        #[field(get)]
        x: Py<Any>,
        #[field(get)]
        y: Py<Any>,
    }
}
