//! Generic structs: a class for each type that is named.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use core::hash::Hash;
use std::collections::HashMap;

use owned::prelude::*;
use owned::{Class, Exclusive};
use support::{collect, flat, python, run};

/// A stack of things of one kind.
#[class(instances(IntStack = Stack<i64>, TextStack = Stack<String>, AnyStack = Stack<Py<Any>>), weakref)]
pub struct Stack<T> {
    items: Vec<T>,
    #[field(get, set)]
    top: Option<T>,
}

#[methods(instances(Stack<i64>, Stack<String>, Stack<Py<Any>>))]
impl<T> Stack<T> {
    /// An empty one.
    #[new]
    fn new() -> Self {
        Stack { items: Vec::new(), top: None }
    }

    /// Put one more on top.
    fn push(&mut self, item: T) {
        self.items.push(item);
    }

    fn pop(&mut self) -> Result<T> {
        self.items.pop().ok_or_else(|| IndexError::new("pop from an empty stack"))
    }

    fn take_from(&mut self, mut other: RefMut<'_, Self>)
    where
        Self: Class<State: Exclusive>,
    {
        self.items.append(&mut other.items);
    }

    #[staticmethod]
    fn of(items: Vec<T>) -> Self {
        Stack { items, top: None }
    }

    fn __len__(&self) -> usize {
        self.items.len()
    }
}

/// With a constant among its parameters, and its methods for one of its types only.
#[class(instances(Pair = Vector<f64, 2>, Bytes4 = Vector<u8, 4>), new, eq, repr)]
#[derive(PartialEq)]
pub struct Vector<T, const N: usize> {
    #[field(get)]
    parts: [T; N],
}

#[methods(instances(Vector<f64, 2>))]
impl<T, const N: usize> Vector<T, N> {
    fn size(&self) -> usize {
        N
    }
}

/// A cache, in a module.
#[owned::module]
mod generic {
    use super::*;

    #[export]
    pub use super::{AnyStack, Bytes4, IntStack, Pair, TextStack};

    /// The last value of each key.
    #[class(instances(IntCache = Cache<i64, Py<Any>>, TextCache = Cache<String, f64>))]
    pub struct Cache<K: Eq + Hash, V> {
        values: HashMap<K, V>,
    }

    #[methods(instances(Cache<i64, Py<Any>>, Cache<String, f64>))]
    impl<K: Eq + Hash, V> Cache<K, V> {
        #[new]
        fn new() -> Self {
            Cache { values: HashMap::new() }
        }

        fn put(&mut self, key: K, value: V) -> Option<V> {
            self.values.insert(key, value)
        }
    }
}

#[test]
fn each_type_is_a_class() {
    python(|py| {
        run(
            &owned::load!(py, generic)?,
            "
ints, texts = m.IntStack(), m.TextStack()
ints.push(1); ints.push(2); texts.push('a')
assert (ints.pop(), len(ints), texts.pop(), len(texts)) == (2, 1, 'a', 0)
assert raised(ints.push, 'a').startswith('TypeError: IntStack.push() '), raised(ints.push, 'a')
assert raised(texts.push, 1).startswith('TypeError: TextStack.push() ')
assert raised(texts.pop) == 'IndexError: pop from an empty stack'
assert raised(m.IntStack.push, texts, 1).startswith('TypeError: descriptor')
other = m.IntStack.of([5, 6])
ints.take_from(other)
assert len(ints) == 3 and len(other) == 0 and type(other) is m.IntStack
assert raised(ints.take_from, texts).startswith('TypeError'), raised(ints.take_from, texts)
ints.top = 7
assert ints.top == 7 and m.IntStack.__doc__ == m.TextStack.__doc__ == 'A stack of things of one kind.\\n\\nAn empty one.'
assert m.TextStack.__text_signature__ == '()'
assert m.TextStack.__name__ == 'TextStack' and not issubclass(m.TextStack, m.IntStack)

pair = m.Pair([1.0, 2.5])
assert pair.parts == [1.0, 2.5] and pair.size() == 2 and pair == m.Pair([1.0, 2.5])
assert raised(m.Bytes4, [1]).startswith('ValueError'), raised(m.Bytes4, [1])
assert not hasattr(m.Bytes4([1, 2, 3, 4]), 'size')

cache = m.IntCache()
assert cache.put(1, 'a') is None and cache.put(1, 'b') == 'a'
assert m.TextCache().put('x', 1.0) is None
",
        )
    });
}

#[test]
fn cycles_through_them_go() {
    python(|py| {
        let module = owned::load!(py, generic)?;
        flat(py, |probe| {
            let stack = module.call_method("AnyStack", ())?;
            stack.call_method("push", (&stack,))?;
            stack.call_method("push", (probe,))?;
            let cache = module.call_method("IntCache", ())?;
            cache.call_method("put", (1, &cache))?;
            cache.call_method("put", (2, probe))?;
            drop((stack, cache));
            collect(py).map(drop)
        });
        Ok(())
    });
}

#[test]
fn rust_makes_them_too() {
    python(|py| {
        let module = owned::load!(py, generic)?;
        let stack = Stack { items: vec![3_i64], top: None }.into_py(py)?;
        assert!(stack.is_instance(&module.getattr("IntStack")?)?);
        assert_eq!(stack.borrow_mut()?.pop()?, 3);
        let texts: IntStack = Stack { items: Vec::new(), top: Some(1) };
        assert_eq!(texts.top, Some(1));
        Ok(())
    });
}
