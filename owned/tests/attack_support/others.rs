//! Operations on text, bytes, buffers, code, errors, and what else there is.

use core::sync::atomic::{AtomicUsize, Ordering::SeqCst};

use owned::exceptions::{BaseException, ExceptionGroup};
use owned::prelude::*;
use owned::types::{
    BoundMethod, Buffer, BufferMut, ByteArray, Capsule, Cell, Code, CompileMode, Context, ContextVar, Coroutine, Date,
    DateTime, Frame, Function, Generator, GenericAlias, MemoryView, Module, Property, StructSequence, Super, TimeDelta,
    WeakProxy,
};

use super::Operation;

static DEEP: AtomicUsize = AtomicUsize::new(0);

pub(crate) const ALL: &[Operation] = &[
    |g| {
        let (text, other) = (g.some::<Str>()?, g.some::<Str>()?);
        drop((text.find(&other), text.count(&other), text.starts_with(&other), text.contains_str(&other)));
        drop((text.split(Some(&other), None), text.partition(&other), text.split_lines(true), text.to_c_string()));
        drop((text.replace(&other, &text, Some(2)), text.encode(None, None), text.data()?, text.to_str()));
        assert_eq!(text.code_points().count(), text.len());
        assert!(text.cmp_str(&other).is_ne() || text.to_string_lossy() == other.to_string_lossy());
        let joined = text.concat(&other)?.substring(1, g.dice.size())?;
        if joined.len() < 1000 { g.keep(joined) } else { Ok(()) }
    },
    |g| {
        let (text, parts) = (g.some::<Str>()?, g.any()?);
        let joined = text.join(&parts)?;
        drop(Str::format(&text, &parts));
        if joined.len() < 1000 { g.keep(joined.into_interned()?) } else { Ok(()) }
    },
    |g| {
        let bytes = g.some::<Bytes>()?;
        let object = g.any()?;
        drop((bytes.decode(Some(c"utf-16"), Some(c"strict")), bytes.join(&object), Bytes::from_object(&object)));
        let more = bytes.concat(&bytes)?;
        if more.len() < 1000 { g.keep(more) } else { Ok(()) }
    },
    |g| {
        let (array, length, object) = (g.some::<ByteArray>()?, g.dice.size(), g.any()?);
        drop((array.resize(length), array.write(length, b"xy"), array.extend_from_slice(b"more")));
        drop(ByteArray::from_object(&object));
        array.with_bytes(|bytes| {
            let before = bytes.len();
            // Nothing can move the bytes meanwhile.
            drop((object.repr(), array.resize(0), array.call_method("clear", ())));
            for byte in bytes {
                byte.fetch_add(1, SeqCst);
            }
            assert_eq!(before, array.len());
        })
    },
    |g| {
        let object = g.any()?;
        let buffer = Buffer::<u8>::of(&object)?;
        let other = g.any()?;
        drop((other.repr(), object.call_method("release", ()), object.call_method("clear", ())));
        let copy = buffer.to_vec()?;
        assert_eq!(copy, buffer.iter().collect::<Vec<_>>());
        if let Some(slice) = buffer.as_slice() {
            assert_eq!(slice, copy);
        }
        drop(buffer.get(&[g.dice.size()]));
        drop(buffer.get(&[g.dice.size(), 0]));
        Ok(())
    },
    |g| {
        let buffer = BufferMut::<u16>::of(&g.any()?)?;
        drop((buffer.set(&[g.dice.size()], 7), buffer.copy_from(&[1, 2, 3, 4]), buffer.to_vec()));
        Ok(())
    },
    |g| {
        let view = g.some::<MemoryView>()?;
        drop((view.to_bytes(), view.exporter()));
        view.release()
    },
    |g| {
        let view = MemoryView::of(&g.any()?)?;
        g.keep(view)
    },
    |g| {
        let object = g.any()?;
        let weak = match g.some::<Callable>() {
            Ok(callback) => Weak::with_callback(&object, &callback)?,
            Err(_) => Weak::new(&object)?,
        };
        drop(object);
        drop(weak.upgrade()?);
        g.keep(weak)
    },
    |g| {
        let proxy = WeakProxy::new(&g.any()?)?;
        proxy.upgrade()?;
        g.keep(proxy)
    },
    |g| {
        let weak = g.some::<Weak>()?;
        let object = weak.upgrade()?.unwrap_or_else(|| g.py.none());
        g.keep(object)
    },
    |g| {
        let (held, other) = (g.any()?.unbind(), g.any()?.unbind());
        let closure = Callable::from_rust(g.py, "closure", (held, other), |(held, other), args, kwargs| {
            let (held, other) = (held.bind(args.py()), other.bind(args.py()));
            // Closures that hold each other would call each other without an end.
            if DEEP.fetch_add(1, SeqCst) < 4 {
                drop((held.call((args, kwargs)), other.eq(held), other.call(())));
            }
            DEEP.fetch_sub(1, SeqCst);
            if args.is_empty() { Ok(held.to_owned()) } else { Ok(args.get(0)?.to_owned()) }
        })?;
        g.keep(closure)
    },
    |g| {
        let capsule = Capsule::new(g.py, c"attack", (g.any()?.unbind(), 7))?;
        assert_eq!(capsule.get::<(Py<Any>, i32)>().map(|content| content.1), Some(7));
        g.keep(capsule)
    },
    |g| {
        let (code, globals) = (g.some::<Function>()?.code()?, g.some::<Dict>()?);
        drop((code.name(), code.instructions(), code.variable_names()));
        let result = code.run(&globals, Some(&g.any()?))?;
        g.keep(result)
    },
    |g| {
        let source =
            ["lambda: x", "[x for x in y]", "(yield)", "x +", "1", "__import__('sys')._getframe()"][g.dice.below(6)];
        let code = Code::compile(g.py, source, "<attack>", CompileMode::Expression)?;
        let (globals, locals) = (g.some::<Dict>()?, g.any()?);
        let result = code.run(&globals, Some(&locals))?;
        g.keep(result)
    },
    |g| {
        let generator = g.some::<Generator>()?;
        generator.code()?;
        generator.close()
    },
    |g| g.some::<Coroutine>()?.close(),
    |g| {
        let frame = g.some::<Frame>()?;
        drop((frame.back(), frame.globals(), frame.locals(), frame.line()));
        let code = frame.code();
        g.keep(code)
    },
    |g| {
        let (cell, content) = (g.some::<Cell>()?, g.any()?);
        drop((cell.get(), cell.set(&content)));
        if g.dice.below(2) == 0 { cell.clear() } else { Ok(()) }
    },
    |g| {
        let (callable, object) = (g.some::<Callable>()?, g.any()?);
        let bound = BoundMethod::new(&callable, &object)?;
        let property = Property::new(g.py, Some(&callable), None, Some(&callable))?;
        drop(property.call_method("__get__", (&object, object.type_of())));
        drop(Super::new(&object.type_of(), &object)?.getattr("__init__"));
        g.keep(bound)?;
        g.keep(property)
    },
    |g| {
        let alias = GenericAlias::new(&g.any()?, &g.any()?)?;
        drop((alias.origin(), alias.parameters(), alias.repr()));
        g.keep(alias)
    },
    |g| {
        // One type for all: one that goes with its instances is a hole of CPython's (SOUNDNESS.md).
        let pair = match g.py.main()?.getattr_opt("attack_pair")? {
            Some(known) => known.call(((g.any()?, g.any()?),))?,
            None => {
                let new = StructSequence::define(g.py, c"attack.Pair", c"", &[(c"left", c""), (c"right", c"")])?;
                g.py.main()?.setattr("attack_pair", new.class())?;
                new.make(vec![g.any()?, g.any()?])?.into_any()
            }
        };
        g.keep(pair)
    },
    |g| {
        let (name, bases, members) = (g.some::<Str>()?, Tuple::new(g.py, [g.any()?.type_of()])?, g.some::<Dict>()?);
        let class = Type::new(&name, &bases, &members)?;
        drop((class.name(), class.qualified_name(), class.mro(), class.bases()));
        let object = class.call(())?;
        g.keep(object)
    },
    |g| {
        // One variable for all: Python never frees one that has been set.
        let user: Owned<'_, ContextVar> = match g.py.main()?.getattr_opt("attack_variable")? {
            Some(known) => known.downcast()?,
            None => {
                let new = ContextVar::new(g.py, "attack")?;
                g.py.main()?.setattr("attack_variable", &new)?;
                new
            }
        };
        let (context, object) = (g.some::<Context>()?, g.any()?);
        context.run(|| {
            let token = user.set(&object)?;
            drop((object.repr(), context.run(|| ()), user.get()));
            let copy = Context::current(g.py)?;
            g.keep(copy)?;
            user.reset(&token)
        })?
    },
    |g| {
        let module = g.some::<Module>()?;
        let object = g.any()?;
        drop((module.name(), module.filename(), module.add("added", &object)));
        let dict = module.dict()?;
        g.keep(dict)
    },
    |g| {
        if let Ok(day) = g.some::<Date>() {
            assert!(day.parts().year > 0);
        }
        if let Ok(moment) = g.some::<DateTime>() {
            drop((moment.time_parts(), moment.tzinfo(), moment.utc_offset(), moment.timestamp()));
        }
        let span = g.some::<TimeDelta>()?;
        assert!(span.total_microseconds().abs() < 1 << 80);
        Ok(())
    },
    |g| {
        let object = g.any()?;
        let mut error = PyErr::from_value(object);
        let value = error.value(g.py);
        let mut other = PyErr::from_value(g.any()?).caused_by(error);
        drop((other.to_string(), other.notes(g.py), other.add_note(g.py, "note"), other.format(g.py)));
        other.set_context(g.py, Some(PyErr::from_value(value)));
        drop(other.take_cause(g.py));
        let group = ExceptionGroup::new("group", vec![other, ValueError::new("lazy")]);
        let (caught, left) = group.except_star::<ValueError>(g.py)?;
        for part in [caught, left].into_iter().flatten() {
            g.keep(part.into_value(g.py))?;
        }
        Ok(())
    },
    |g| {
        let (error, classes) = (PyErr::from_value(g.some::<BaseException>()?), g.any()?);
        error.matches(g.py, &classes).map(drop)
    },
    |g| {
        let captured = g.any()?.unbind();
        let error = PyErr::lazy::<ValueError, _>(captured, |captured, py| Tuple::new(py, [captured]));
        let value = error.into_value(g.py);
        g.keep(value)
    },
    |g| {
        // Let go of on a detached thread.
        let held = g.any()?.unbind();
        g.py.detach(|| drop(held));
        Ok(())
    },
];
