//! The module that is compared, as a user of `owned` writes it.
mod classes;

/// What is compared.
#[owned::module]
mod peer_owned {
    use owned::prelude::*;

    #[export]
    pub use crate::classes::{Holder, Point};

    const COUNT: i64 = 100;
    /// It begins at a word, as C's does: CPython copies such a text faster, and where a literal begins is for the linker to say.
    #[repr(align(8))]
    struct Words([u8; 100]);
    static WORDS: Words =
        Words(*b"All of these words are here so that this text is a hundred characters long, no more and no fewer; ok");
    const TEXT: &str = match str::from_utf8(&WORDS.0) {
        Ok(text) => text,
        Err(_) => panic!("it is ASCII"),
    };

    #[function]
    fn nothing() {}

    #[function]
    #[signature(a, b, /)]
    fn add(a: i64, b: i64) -> i64 {
        a + b
    }

    #[function]
    #[signature(x, y = 2, z = 3)]
    fn scaled(x: i64, y: i64, z: i64) -> i64 {
        x * y + z
    }

    /// How many bytes of UTF-8 the text has.
    #[function]
    #[signature(text, /)]
    fn length(text: &str) -> usize {
        text.len()
    }

    #[function]
    fn text() -> &'static str {
        TEXT
    }

    #[function]
    #[signature(numbers, /)]
    fn sum_list(numbers: Borrowed<'_, '_, List>) -> Result<i64> {
        let mut sum = 0;
        for number in numbers.each_as::<i64>()? {
            sum += number?;
        }
        Ok(sum)
    }

    #[function]
    #[signature(numbers, /)]
    fn sum_tuple(numbers: Borrowed<'_, '_, Tuple>) -> Result<i64> {
        let mut sum = 0;
        for number in numbers.each_as::<i64>()? {
            sum += number?;
        }
        Ok(sum)
    }

    #[function]
    #[signature(numbers, /)]
    fn sum_iter(numbers: Borrowed<'_, '_, Any>) -> Result<i64> {
        let mut sum = 0;
        for number in numbers.each_as::<i64>()? {
            sum += number?;
        }
        Ok(sum)
    }

    #[function]
    fn make_list(py: Python<'_>) -> Result<Owned<'_, List>> {
        List::new(py, (0..COUNT).map(|n| 1000 + 7 * n))
    }

    #[function]
    fn make_dict(py: Python<'_>) -> Result<Owned<'_, Dict>> {
        let dict = Dict::empty(py)?;
        for n in 0..COUNT {
            dict.set(1000 + n, 2000 + 7 * n)?;
        }
        Ok(dict)
    }

    /// The sum of what the function gives for each number below `count`.
    #[function]
    #[signature(function, count, /)]
    fn apply(function: Borrowed<'_, '_, Callable>, count: i64) -> Result<i64> {
        let mut sum = 0;
        for n in 0..count {
            sum += function.call((n,))?.extract::<i64>()?;
        }
        Ok(sum)
    }

    #[function]
    fn fail() -> Result<()> {
        Err(ValueError::new("it failed"))
    }
}
