//! Functions of one name, chosen by their arguments.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use owned::prelude::*;
use support::{flat, python, run};

/// A box.
#[class(weakref)]
pub struct Box2 {
    #[field(get)]
    width: f64,
    #[field(get)]
    height: f64,
    held: Option<Py<Any>>,
}

#[methods]
impl Box2 {
    /// A square.
    #[new(overload)]
    fn square(size: f64) -> Self {
        Box2 { width: size, height: size, held: None }
    }

    #[new(overload)]
    #[signature(width, height, held = None)]
    fn rectangle(width: f64, height: f64, held: Option<Py<Any>>) -> Self {
        Box2 { width, height, held }
    }

    /// As large as another.
    #[new(overload)]
    fn copy(other: Ref<'_, Box2>) -> Self {
        Box2 { width: other.width, height: other.height, held: None }
    }

    /// By a factor.
    #[method(overload)]
    fn scale(&mut self, factor: f64) -> &'static str {
        self.width *= factor;
        self.height *= factor;
        "factor"
    }

    /// By one for each side.
    #[method(name = "scale", overload)]
    #[signature(x, *, y = 1.0)]
    fn scale_sides(&mut self, x: (f64, f64), y: f64) -> Result<&'static str> {
        if y < 0.0 {
            return Err(TypeError::new("y is negative")); // of the function itself: no other is tried
        }
        self.width *= x.0;
        self.height *= x.1 * y;
        Ok("sides")
    }

    #[method(name = "scale", overload)]
    fn scale_text(&self, text: &str) -> String {
        text.to_owned()
    }

    #[staticmethod(overload)]
    fn kind(number: u8) -> String {
        format!("u8 {number}")
    }

    #[staticmethod(name = "kind", overload)]
    fn kind_of_large(number: i64) -> String {
        format!("i64 {number}")
    }

    #[classmethod(overload)]
    fn named(class: Borrowed<'_, '_, Type>, number: i64) -> Result<String> {
        Ok(format!("{} {number}", class.getattr("__name__")?.extract::<String>()?))
    }

    #[classmethod(name = "named", overload)]
    fn named_by_text(_class: Borrowed<'_, '_, Type>, text: String) -> String {
        text
    }
}

#[owned::module]
mod overloads {
    #[export]
    pub use super::Box2;
}

#[test]
fn the_first_that_takes_the_arguments_is_called() {
    python(|py| {
        let module = owned::load!(py, overloads)?;
        flat(py, |probe| {
            let class = module.getattr("Box2")?;
            class.call((1.0, 2.0, probe))?;
            run(
                &module,
                "B = m.Box2\n\
                 size = lambda b: (b.width, b.height)\n\
                 assert size(B(2)) == (2, 2) and size(B(2, 3)) == (2, 3) and size(B(B(4, 5))) == (4, 5)\n\
                 assert size(B(width=1, height=2)) == (1, 2) and size(B(size=3)) == (3, 3) and size(B(other=B(1))) == (1, 1)\n\
                 b = B(1, 2)\n\
                 assert b.scale(2) == 'factor' and size(b) == (2, 4)\n\
                 assert b.scale((2, 3)) == 'sides' and size(b) == (4, 12)\n\
                 assert b.scale((1, 1), y=2) == 'sides' and size(b) == (4, 24)\n\
                 assert b.scale('text') == 'text' and b.scale(text='t') == 't' and b.scale(factor=1) == 'factor'\n\
                 assert B.kind(3) == 'u8 3' and B.kind(300) == 'i64 300' and B.kind(-1) == 'i64 -1'\n\
                 assert B.named(3) == 'Box2 3' and B.named('a') == 'a' and b.named(text='b') == 'b'\n\
                 assert raised(b.scale, (1, 1), y=-1) == 'TypeError: y is negative'\n",
            )
        });
        Ok(())
    });
}

#[test]
fn when_none_does_each_says_why() {
    python(|py| {
        let module = owned::load!(py, overloads)?;
        flat(py, |_| {
            run(
                &module,
                "B = m.Box2\n\
                 why = raised(B(1).scale, None)\n\
                 assert why.split('\\n')[0] == 'TypeError: scale() takes other arguments:', why\n\
                 assert [line.split(':')[0] for line in why.split('\\n')[1:]] == ['  scale(factor)', '  scale(x, *, y=1.0)', '  scale(text)'], why\n\
                 assert \"argument 'factor'\" in why and \"argument 'text'\" in why\n\
                 assert raised(B).count('\\n') == 3 and raised(B, 'x', 1).startswith('TypeError: Box2() takes other arguments:'), raised(B)\n\
                 assert raised(B.kind, 2**80).startswith('TypeError: kind() takes other arguments:\\n  kind(number): ')\n\
                 class Bad:\n\
                \x20   def __float__(self): raise KeyError('own')\n\
                \x20   def __index__(self): raise KeyError('own')\n\
                 assert raised(B, Bad()) == \"KeyError: 'own'\"\n\
                 assert B.scale.__doc__.startswith('scale(factor)\\nscale(x, *, y=1.0)\\nscale(text)\\n\\nBy a factor.\\n\\nBy one'), B.scale.__doc__\n\
                 assert B.__doc__ == 'A box.\\n\\nBox2(size)\\nBox2(width, height, held=None)\\nBox2(other)\\n\\nA square.\\n\\nAs large as another.', B.__doc__\n\
                 assert B.__text_signature__ is None\n",
            )
        });
        Ok(())
    });
}
