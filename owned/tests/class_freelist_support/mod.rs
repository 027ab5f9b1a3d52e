//! Classes with free lists, and how many blocks of memory come and go.
#![allow(dead_code, reason = "each test binary uses a part of it")]

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use crate::support::{collect, eval, python};
use owned::Extended;
use owned::prelude::*;

/// Plain data: without a header of the collector's.
#[class(new, subclass, freelist = 4)]
pub struct Plain {
    #[field(get, set, default = 0)]
    pub x: i64,
    #[field(get, default = 0)]
    pub y: i64,
}

/// The same, of which nothing is kept.
#[class(new)]
pub struct Other {
    #[field(get, set, default = 0)]
    x: i64,
    #[field(get, default = 0)]
    y: i64,
}

/// All that an instance can have.
#[class(new, dict, weakref, subclass, freelist = 8)]
pub struct Node {
    #[field(get, set, default = None)]
    pub next: Option<Py<Any>>,
    #[field(init = String::from("text"))]
    pub text: String,
}

/// References that cannot change: there is no word that could say that they are not there yet.
#[class(new, freelist = 4)]
pub struct Pair {
    #[field(get)]
    left: Py<Any>,
    #[field(get)]
    right: Py<Any>,
}

/// Over a class that has a free list and no header, with a header and without a list.
#[class(extends = Plain, subclass)]
pub struct Holder {
    #[field(get, set)]
    kept: Option<Py<Any>>,
}

#[methods]
impl Holder {
    #[new]
    fn new() -> Extended<Plain, Holder> {
        Extended::new(Plain { x: 1, y: 2 }, Holder { kept: None })
    }
}

/// Over that one, with a list again.
#[class(extends = Holder, freelist = 2)]
pub struct Third {
    #[field(get)]
    z: i64,
}

#[methods]
impl Third {
    #[new]
    fn new() -> Extended<Extended<Plain, Holder>, Third> {
        Extended::new(Extended::new(Plain { x: 1, y: 2 }, Holder { kept: None }), Third { z: 3 })
    }
}

/// Plain data, and a header because of the class in it.
#[class(new, freelist = 4)]
pub struct Outer {
    #[field(get, set, default = 0)]
    pub number: i64,
}

/// The class in it.
#[class(new, nested_in = Outer, freelist = 2)]
pub struct Inner {
    #[field(get, default = 0)]
    number: i64,
}

/// A list for each of its types.
#[class(instances(Ints = Stack<i64>, Texts = Stack<String>), new, freelist = 3)]
pub struct Stack<T: 'static> {
    #[field(init = Vec::new())]
    items: Vec<T>,
}

/// It has a `__del__`, so nothing is kept.
#[class(new, freelist = 4)]
pub struct Finalized {
    #[field(get, set, default = None)]
    kept: Option<Py<Any>>,
}

#[methods]
impl Finalized {
    fn __del__(slf: Borrowed<'_, '_, Self>) -> Result<()> {
        FINALIZED.fetch_add(1, Relaxed);
        let kept = slf.borrow_mut()?.kept.take();
        match kept {
            Some(kept) => kept.into_bound(slf.py()).downcast::<List>()?.append(slf),
            None => Ok(()),
        }
    }
}

pub(crate) static FINALIZED: AtomicUsize = AtomicUsize::new(0);

/// While one is taken apart, others are made and dropped.
#[class(new, freelist = 2)]
pub struct Busy {
    #[field(get, default = 3)]
    pub depth: i64,
    #[field(init = Maker(0))]
    pub maker: Maker,
}

/// Makes two as it is dropped, as deep as it says.
#[derive(NoRefs)]
pub struct Maker(pub i64);

impl Drop for Maker {
    fn drop(&mut self) {
        Python::attach(|py| {
            for _ in 0..2 * i64::from(self.0 > 0) {
                let made = Busy { depth: self.0 - 1, maker: Maker(self.0 - 1) }.into_py(py).unwrap();
                assert_eq!(made.getattr("depth").unwrap().extract::<i64>().unwrap(), self.0 - 1);
                MADE.fetch_add(1, Relaxed);
            }
        });
    }
}

pub(crate) static MADE: AtomicUsize = AtomicUsize::new(0);

#[owned::module]
pub(crate) mod lists {
    #[export]
    pub use super::{Busy, Finalized, Holder, Inner, Ints, Node, Other, Outer, Pair, Plain, Texts, Third};
}

/// Where there is no GIL, or there can be several, nothing is kept.
pub(crate) fn keeps(py: Python<'_>) -> bool {
    let asked = if cfg!(feature = "own-gil") {
        eval(py, "__import__('sys').version_info >= (3, 12)")
    } else {
        eval(py, "bool(__import__('sysconfig').get_config_var('Py_GIL_DISABLED'))")
    };
    !asked.and_then(|answer| answer.is_true()).expect("the interpreter says how it was built")
}

/// How many blocks of memory go when these are dropped. (What is asked for how many there are is made before.)
pub(crate) fn given_back(py: Python<'_>, objects: Vec<Owned<'_, Any>>) -> Result<i64> {
    let blocks = py.import("sys")?.getattr("getallocatedblocks")?;
    let count = || blocks.call(())?.extract::<i64>();
    count()?;
    let before = count()?;
    drop(objects);
    Ok(before - count()?)
}

/// How many blocks of memory are new ones when two instances are made.
pub(crate) fn newly_taken(class: &Owned<'_, Any>) -> Result<i64> {
    let blocks = class.py().import("sys")?.getattr("getallocatedblocks")?;
    let count = || blocks.call(())?.extract::<i64>();
    count()?;
    let before = count()?;
    let made = [class.call(())?, class.call(())?];
    let taken = count()? - before;
    drop(made);
    Ok(taken)
}

pub(crate) fn ten<'py>(class: &Owned<'py, Any>) -> Result<Vec<Owned<'py, Any>>> {
    (0..10).map(|_| class.call(())).collect()
}

/// A list of its own for each test: what a former test has left goes when a new copy comes.
pub(crate) fn test(body: impl for<'py> FnOnce(&Owned<'py, Any>) -> Result<()>) {
    python(|py| {
        let module = owned::load!(py, lists)?;
        body(&module)?;
        drop(module);
        collect(py)?;
        collect(py).map(drop)
    });
}
