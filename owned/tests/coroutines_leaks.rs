//! Coroutines leave nothing behind, and every cycle through one is collected.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod coroutine_support;
mod support;

use coroutine_support::{coroutines, run};
use owned::prelude::*;
use support::{exec, flat, python};

#[test]
fn the_collector_sees_the_table() {
    python(|py| {
        run(
            py,
            "
class Node: pass
node = Node()
one = m.for_ever(node)
assert gc.is_tracked(one) and node in gc.get_referents(one)
steps = Steps('yielded')
one = m.given(steps)
assert gc.get_referents(one).count(steps) == 1
assert one.send(None) == 'yielded'
assert steps not in gc.get_referents(one)[:0] and gc.get_referents(one).count(steps) == 2 # kept, and awaited
assert one.cr_await is steps
one.close()
assert gc.get_referents(one) == [type(one)]
one = m.caught(Steps('a'), Steps('b'))
one.send(None)
error = KeyError()
one.throw(error)
assert gc.get_referents(one).count(error) == 1
one.close()
",
        )
    });
}

#[test]
fn cycles_through_coroutines_go() {
    python(|py| {
        run(
            py,
            "
seen = []
sys.unraisablehook = lambda it: seen.append(repr(it.exc_value))
class Node: pass
def kept():
    'A coroutine that was never awaited, and whose argument has it.'
    node = Node()
    node.coroutine = m.given(node)
    return node
def awaited():
    'One that waits for what has it.'
    node = Steps('a', 'b')
    node.coroutine = m.given(node)
    node.coroutine.send(None)
    return node
def through_another():
    node = Steps('a', 'b')
    node.coroutine = m.given(m.given(node))
    node.coroutine.send(None)
    return node
def handled():
    'One that keeps an error, the traceback of which leads to it.'
    node = Node()
    node.coroutine = m.caught(Steps('a'), Steps('b'))
    node.coroutine.send(None)
    try: raise KeyError(node)
    except KeyError as error: node.error = error
    node.coroutine.throw(node.error)
    return node
def finished():
    node = Node()
    node.coroutine = m.at_once(node)
    outcome(node.coroutine.send, None)
    return node
warnings.simplefilter('ignore')
for make in kept, awaited, through_another, handled, finished: gone(make)
sys.unraisablehook = sys.__unraisablehook__
assert seen == [], seen
",
        )
    });
}

#[test]
fn cycles_through_tasks_go() {
    python(|py| {
        run(
            py,
            "
class Node: pass
references = []
async def main():
    for _ in range(1000):
        # Cancelled half-way, with an object that has the task.
        node = Node()
        node.task = asyncio.create_task(m.for_ever(node))
        references.append(weakref.ref(node))
        await asyncio.sleep(0)
        node.task.cancel()
    del node
    await asyncio.sleep(0)
    for _ in range(1000):
        # Handled, and not over.
        node = Steps(*[None] * 1000)
        node.task = asyncio.create_task(m.caught(asyncio.sleep(60), node))
        references.append(weakref.ref(node))
        await asyncio.sleep(0)
        node.task.cancel()
        await asyncio.sleep(0)
        node.task.cancel()
    del node
    await asyncio.sleep(0)
    await asyncio.sleep(0)
asyncio.run(main())
gc.collect()
assert not any(reference() for reference in references), sum(reference() is not None for reference in references)

# Suspended for ever, in a loop that is gone.
def suspended():
    loop = asyncio.new_event_loop()
    node = Node()
    node.task = loop.create_task(m.for_ever(node))
    loop.call_soon(loop.stop)
    loop.run_forever()
    loop.run_until_complete(asyncio.sleep(0))
    node.task._log_destroy_pending = False
    loop.close()
    return node
gone(suspended, 100)
def suspended():
    loop = asyncio.new_event_loop()
    node = Node()
    node.task = loop.create_task(m.given(m.given(loop.create_future())))
    node.task.node = node if hasattr(node.task, '__dict__') else None
    node.kept = m.for_ever(node)
    loop.run_until_complete(asyncio.sleep(0))
    node.task._log_destroy_pending = False
    loop.close()
    return node
gone(suspended, 100)
",
        )
    });
}

#[test]
fn nothing_is_left_behind() {
    python(|py| {
        let globals = Dict::empty(py)?;
        globals.set("m", owned::load!(py, coroutines)?)?;
        exec(&globals, include_str!("coroutine_support/twins.py"))?;
        exec(
            &globals,
            "
warnings.simplefilter('ignore')
loop = asyncio.new_event_loop()
def success(probe):
    one = m.given(Steps('a', result=probe))
    one.send(None)
    assert outcome(one.send, None)[0] == 'StopIteration'
    outcome(m.at_once(probe).send, None)
def raised(probe):
    one = m.given(Steps('a', throws=ValueError(probe)))
    one.send(probe and None)
    assert outcome(one.throw, KeyError(probe))[0] == 'ValueError'
    del one # the frame of `throw` has what it raises
    gc.collect()
    outcome(m.failing('text').send, None)
    outcome(m.failing('stop').send, None)
    outcome(m.given(probe).send, None)
    outcome(m.given)
def handled(probe):
    one = m.caught(Steps('a'), Steps('b'))
    one.send(None)
    one.throw(KeyError(probe))
    outcome(one.send, None)
    del one # the frame of `throw` has what it raises
    gc.collect()
def cancelled(probe):
    async def main():
        task = asyncio.create_task(m.given(m.for_ever(probe)))
        await asyncio.sleep(0)
        task.cancel()
        try: await task
        except asyncio.CancelledError: pass
        task = asyncio.create_task(m.until_thrown())
        await asyncio.sleep(0)
        task.cancel()
        await task
    loop.run_until_complete(main())
def closed(probe):
    one = m.given(Steps('a', result=probe))
    one.send(None)
    one.close()
    m.for_ever(probe).close()
def dropped(probe):
    one = m.given(Steps('a', result=probe))
    one.send(None)
def unstarted(probe):
    m.for_ever(probe)
    outcome(m.for_ever(probe).throw, KeyError(probe))
    gc.collect() # the frame of `outcome` has what is raised in it
def woken(probe):
    loop.run_until_complete(m.sleep(1))
    loop.run_until_complete(m.give_way(3))
def spawned(probe):
    async def gives(): return probe
    loop.run_until_complete(m.all([gives(), gives()]))
    loop.run_until_complete(m.first(gives(), 10_000))
    loop.run_until_complete(m.first(asyncio.sleep(60, probe), 1))
    loop.run_until_complete(asyncio.sleep(0))
    gc.collect() # a task that was cancelled has its exception
def two(probe):
    outcome(m.joined(Steps(probe), Steps(probe)).send, None)
",
        )?;
        for name in
            ["success", "raised", "handled", "cancelled", "closed", "dropped", "unstarted", "woken", "spawned", "two"]
        {
            println!("{name}");
            let function = globals.get(name)?.expect("defined");
            flat(py, |probe| function.call((probe,)).map(drop));
        }
        exec(&globals, "loop.close()")
    });
}

#[test]
fn a_panic_leaves_nothing_behind() {
    python(|py| {
        let panics = owned::load!(py, coroutines)?.getattr("failing")?;
        flat(py, |_| {
            let error = panics.call(("panic",))?.call_method("send", (py.none(),)).unwrap_err();
            assert!(error.to_string().contains("in the coroutine"), "{error}");
            Ok(())
        });
        Ok(())
    });
}
