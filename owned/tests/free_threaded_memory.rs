//! Memory that many threads read and write at once: buffers, a bytearray that is resized, attributes, the text of
//! strings. See `free_threaded.rs`.
#![allow(clippy::unit_arg, reason = "a job is one expression, `Ok` of what it does")]

mod free_threaded_support;
mod support;

use std::sync::atomic::Ordering::Relaxed;

use free_threaded_support::{Job, KEYS, all_at_once, number};
use owned::prelude::*;
use owned::types::{Buffer, BufferMut, ByteArray};

/// What an `array('i')` or a bytearray of the tests may hold: bytes that are all the same. One that is read while it is
/// written is old or new.
fn whole(item: i32) {
    let [first, rest @ ..] = item.to_ne_bytes();
    assert!(rest == [first; 3], "{item:#x} was never there");
}

#[test]
fn numbers_that_others_overwrite() {
    let read: &[Job<Any>] = &[
        |array, _, _| Ok(Buffer::<i32>::of(array)?.iter().for_each(whole)),
        |array, _, at| Ok(whole(Buffer::<i32>::of(array)?.get(&[at % 50])?)),
        |array, _, _| Ok(assert_eq!(Buffer::<i32>::of(array)?.to_vec()?.len(), 50)),
        |array, _, _| Buffer::<i32>::of(array)?.copy_to(&mut [0; 50]),
        |array, _, _| Ok(assert_eq!(array.each()?.count(), 50)),
    ];
    let write: &[Job<Any>] = &[
        |array, _, at| BufferMut::<i32>::of(array)?.set(&[at % 50], 0x0101_0101 * (at % 100) as i32),
        |array, _, at| {
            let items = BufferMut::<i32>::of(array)?;
            (0..50).try_for_each(|place| items.set(&[place], 0x0101_0101 * (at % 100) as i32))
        },
        |_, world, at| world.stir(at),
    ];
    let source = "
import array
def stir(n): target[n % 50] = 0x01010101 * (n % 100)
";
    let make = "__import__('array').array('i', [0] * 50)";
    all_at_once(source, |w| support::eval(w.py(), make), read, write, "");
}

#[test]
fn a_bytearray_that_others_resize() {
    fn small(bytes: &[u8]) {
        assert!(bytes.iter().all(|byte| *byte < 100), "{bytes:?} was never there");
    }
    // What is asked of the bytearray while others resize it goes through its lock, as Python code does from 3.14 on.
    let read: &[Job<ByteArray>] = &[
        |bytes, _, _| Ok(small(&bytes.to_vec()?)),
        |bytes, _, _| bytes.with_bytes(|bytes| assert!(bytes.iter().all(|byte| byte.load(Relaxed) < 100))),
        |bytes, _, _| Ok(Buffer::<u8>::of(bytes)?.iter().for_each(|byte| small(&[byte]))),
        |bytes, _, _| Ok(small(&Buffer::<u8>::of(bytes)?.to_vec()?)),
    ];
    let write: &[Job<ByteArray>] = &[
        |bytes, _, at| bytes.resize(at % 3000),
        |bytes, _, at| bytes.extend_from_slice(&[(at % 100) as u8; 30]),
        |bytes, _, at| bytes.write(at % 50, &[1, 2, 3]),
        |_, world, at| world.stir(at),
    ];
    let source = "
import sysconfig
alone = sys.version_info < (3, 14) and sysconfig.get_config_var('Py_GIL_DISABLED')
def stir(n):
    if alone: return
    match n % 3:
        case 0: target.extend(b'abc')
        case 1: target.clear()
        case 2: target[:10] = b''
";
    all_at_once(source, |w| ByteArray::new(w.py(), &[7; 100]), read, write, COUNTED);
}

/// What counts a view too many cannot grow; what counts one too few can, while there is a view.
const COUNTED: &str = "
view = memoryview(target)
try: target.append(1)
except BufferError: pass
else: raise AssertionError('a view is not counted')
view.release()
target.append(1)
";

#[test]
fn views_that_come_and_go() {
    const OFTEN: usize = 60;
    let views: Job<Any> = |array, _, _| (0..OFTEN).try_for_each(|_| Buffer::<i32>::of(array).map(drop));
    let make = "__import__('array').array('i', [0] * 50)";
    all_at_once("def stir(n): pass", |w| support::eval(w.py(), make), &[views], &[views], COUNTED);

    let views: Job<ByteArray> = |bytes, _, _| (0..OFTEN).try_for_each(|_| bytes.with_bytes(|_| ()));
    all_at_once("def stir(n): pass", |w| ByteArray::new(w.py(), b"abc"), &[views], &[views], COUNTED);
}

#[test]
fn attributes_that_others_set() {
    let read: &[Job<Any>] = &[
        |object, _, at| match object.getattr_opt(format!("name{}", at % KEYS).as_str())? {
            Some(value) => Ok(assert_eq!(number(&value) % KEYS, at % KEYS)),
            None => Ok(()),
        },
        |object, _, _| {
            let names = object.getattr("__dict__")?.downcast::<Dict>()?;
            names.pairs().try_for_each(|pair| pair.map(|(_, value)| _ = number(&value)))
        },
        |object, _, _| {
            let names = object.getattr("__dict__")?.downcast::<Dict>()?;
            Ok(names.snapshot()?.for_each(|(_, value)| _ = number(&value)))
        },
        |object, _, _| object.dir().map(drop),
    ];
    let write: &[Job<Any>] = &[
        |object, world, at| object.setattr(format!("name{}", at % KEYS).as_str(), world.item(at)?),
        |object, _, at| match object.delattr(format!("name{}", at % KEYS).as_str()) {
            Err(error) if error.is::<AttributeError>(object.py()) => Ok(()),
            other => other,
        },
        |_, world, at| world.stir(at),
        |object, _, at| {
            if at % 9 == 0 {
                object.getattr("__dict__")?.downcast::<Dict>()?.clear();
                Ok(())
            } else {
                Ok(())
            }
        },
    ];
    let source = "
def change(n): setattr(target, f'name{n % 32}', n)
def stir(n):
    match n % 3:
        case 0: setattr(target, f'name{n % 32}', Item(n))
        case 1: vars(target).pop(f'name{n % 32}', None)
        case 2: vars(target).update({f'name{n % 32}': Item(n)})
";
    all_at_once(source, |w| support::eval(w.py(), "type('Thing', (), {})()"), read, write, "vars(target).clear()");
}

#[test]
fn text_that_all_ask_for_at_once() {
    let same: Job<List> = |texts, _, at| {
        for (place, text) in texts.items().enumerate().skip(at % 7) {
            let text = text.downcast::<Str>()?;
            assert_eq!(text.to_str()?, format!("größe {place} ∞"));
            assert_eq!((text.hash()?, text.len()), (text.hash()?, format!("größe {place} ∞").chars().count()));
        }
        Ok(())
    };
    // In the first round the strings have neither text nor hash yet.
    all_at_once(
        "def stir(n): pass",
        |w| List::new(w.py(), (0..60).map(|place| format!("größe {place} ∞"))),
        &[same],
        &[same],
        "target.clear()",
    );
}
