//! Arguments that do not fit are named, whatever their type.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use support::{flat, python, run};

#[owned::module]
mod named {
    use core::num::NonZero;
    use std::collections::{BTreeMap, HashSet};
    use std::ffi::CString;
    use std::net::IpAddr;
    use std::ops::Range;
    use std::path::PathBuf;
    use std::time::{Duration, SystemTime};

    #[function]
    fn numbers(byte: u8, big: i128, count: NonZero<usize>, small: f32) -> (u8, i128, NonZero<usize>, f32) {
        (byte, big, count, small)
    }

    #[function]
    fn text(one: char, name: CString, path: PathBuf) -> (char, CString, PathBuf) {
        (one, name, path)
    }

    #[function]
    fn many(three: [i64; 3], unique: HashSet<u8>, map: BTreeMap<String, u8>) -> ([i64; 3], HashSet<u8>, usize) {
        (three, unique, map.len())
    }

    #[function]
    fn world(
        span: Duration,
        at: SystemTime,
        host: IpAddr,
        ports: Range<u16>,
    ) -> (Duration, SystemTime, IpAddr, Range<u16>) {
        (span, at, host, ports)
    }

    #[function]
    fn data(bytes: &[u8]) -> Vec<u8> {
        bytes.to_vec()
    }
}

#[test]
fn what_does_not_fit_is_named() {
    python(|py| {
        let module = owned::load!(py, named)?;
        flat(py, |_| {
            run(
                &module,
                "
import datetime as d, ipaddress
def fails(message, call, *args):
    got = raised(call, *args)
    assert got == message, got

assert m.numbers(255, -1 << 127, 1, 0.5) == (255, -1 << 127, 1, 0.5)
fails('OverflowError: numbers() argument \\'byte\\': 256 does not fit in u8 (0 to 255)', m.numbers, 256, 0, 1, 0)
fails('TypeError: numbers() argument \\'byte\\': expected int, got float', m.numbers, 1.0, 0, 1, 0)
assert raised(m.numbers, 0, 1 << 127, 1, 0).startswith(
    'OverflowError: numbers() argument \\'big\\': 170141183460469231731687303715884105728 does not fit in i128 (')
fails('ValueError: numbers() argument \\'count\\': expected a number other than 0', m.numbers, 0, 0, 0, 0)
fails('OverflowError: numbers() argument \\'small\\': 1e300 does not fit in f32', m.numbers, 0, 0, 1, 1e300)

assert m.text('x', 'name', 'a/b') == ('x', 'name', 'a/b')
fails('TypeError: text() argument \\'one\\': expected a string of one character', m.text, 'xy', '', '')
fails('ValueError: text() argument \\'name\\': embedded null character', m.text, 'x', 'a\\0b', '')
fails('ValueError: text() argument \\'path\\': embedded null byte in a path', m.text, 'x', '', 'a\\0b')
assert raised(m.text, '\\ud800', '', '').startswith('UnicodeEncodeError: ')

assert m.many((1, 2, 3), {1}, {'a': 1}) == ([1, 2, 3], {1}, 1)
fails('ValueError: many() argument \\'three\\': expected a sequence of 3, got one of 2', m.many, [1, 2], set(), {})
fails('TypeError: many() argument \\'three\\': item 2: expected int, got str', m.many, [1, 2, 'x'], set(), {})
fails('TypeError: many() argument \\'three\\': expected a sequence, got str (for its characters, pass list(text))',
    m.many, '123', set(), {})
fails('TypeError: many() argument \\'unique\\': expected set, got list', m.many, [1, 2, 3], [], {})
fails('OverflowError: many() argument \\'map\\': value of \\'a\\': -1 does not fit in u8 (0 to 255)',
    m.many, [1, 2, 3], set(), {'a': -1})

span, now = d.timedelta(seconds=1), d.datetime(2024, 2, 29, tzinfo=d.timezone.utc)
host = ipaddress.ip_address('::1')
assert m.world(span, now, host, range(1, 5)) == (span, now, host, range(1, 5))
assert m.world(span, now, '127.0.0.1', range(1, 5))[2] == ipaddress.ip_address('127.0.0.1')
fails('ValueError: world() argument \\'span\\': expected a timedelta that is not negative',
    m.world, -span, now, host, range(1))
fails('TypeError: world() argument \\'at\\': expected datetime.datetime, got datetime.date',
    m.world, span, d.date(1, 1, 1), host, range(1))
fails('ValueError: world() argument \\'host\\': \\'x\\' is not an IP address', m.world, span, now, 'x', range(1))
fails('OverflowError: world() argument \\'ports\\': stop: 65536 does not fit in u16 (0 to 65535)',
    m.world, span, now, host, range(65536))

assert m.data(b'a\\0b') == b'a\\0b' and type(m.data(b'')) is bytes
fails('TypeError: data() argument \\'bytes\\': expected bytes, got str', m.data, 'x')
",
            )
        });
        Ok(())
    });
}
