//! Coroutines of Rust in the event loop of asyncio.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod coroutine_support;
mod support;

use coroutine_support::run;
use support::python;

#[test]
fn it_awaits_whatever_can_be_awaited() {
    python(|py| {
        run(
            py,
            "
async def numbers():
    for n in range(3):
        await asyncio.sleep(0)
        yield n
async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.01, future.set_result, 'future')
    assert await m.given(future) == 'future'
    assert await m.given(asyncio.create_task(at_once('task'))) == 'task'
    assert await m.given(m.given(m.at_once('Rust'))) == 'Rust'
    iterator = numbers()
    assert [await m.given(anext(iterator)) for _ in range(3)] == [0, 1, 2]
    try: await m.given(anext(iterator))
    except StopAsyncIteration: pass
    else: raise AssertionError
    assert await m.given(anext(iterator, 'end')) == 'end'
    assert await asyncio.gather(*(m.given(asyncio.sleep(0.01 * n, n)) for n in range(5))) == [0, 1, 2, 3, 4]
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(m.given(asyncio.sleep(0.01, n))) for n in range(3)]
    assert [task.result() for task in tasks] == [0, 1, 2]
    done = await asyncio.wait_for(m.given(asyncio.sleep(0, 'in time')), 5)
    assert done == 'in time'
    assert [value async for value in numbers()] == [0, 1, 2]
asyncio.run(main())
assert asyncio.run(m.at_once('run')) == 'run'
",
        )
    });
}

#[test]
fn exceptions_come_through_with_their_traceback() {
    python(|py| {
        run(
            py,
            "
async def inner():
    await asyncio.sleep(0)
    raise KeyError('inside')
async def main():
    try: await m.given(m.given(inner()))
    except KeyError as error: return ''.join(traceback.format_exception(error))
text = asyncio.run(main())
assert 'in inner' in text and 'in main' in text and \"KeyError: 'inside'\" in text, text
async def group():
    async with asyncio.TaskGroup() as group:
        group.create_task(m.given(inner()))
        slow = group.create_task(m.for_ever())
try: asyncio.run(group())
except* KeyError as errors: assert len(errors.exceptions) == 1
else: raise AssertionError
",
        )
    });
}

#[test]
fn a_waker_on_another_thread_wakes_the_loop() {
    python(|py| {
        run(
            py,
            "
async def main():
    assert await m.sleep(1) == 1
    assert await asyncio.gather(*(m.sleep(n) for n in (30, 1, 10, 1))) == [30, 1, 10, 1]
    assert await m.given(m.sleep(5)) == 5
    assert await m.give_way(100) == 100
    ticks = 0
    async def tick():
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0)
    ticking = asyncio.create_task(tick())
    await m.sleep(20)
    await m.give_way(10)
    ticking.cancel()
    assert ticks > 10
asyncio.run(main())
# Without an event loop that could be woken it does not wait for ever.
kind, text, _, cause = outcome(m.for_ever().send, None)
assert kind == cause == 'RuntimeError' and 'no event loop' in text, (kind, text, cause)
one = m.give_way(2)
assert [outcome(one.send, None)[1] for _ in range(3)] == ['None', 'None', '2']
",
        )
    });
}

#[test]
fn a_task_is_cancelled_where_it_waits() {
    python(|py| {
        run(
            py,
            "
async def cancelled(coroutine, wait=3):
    task = asyncio.create_task(coroutine)
    for _ in range(wait): await asyncio.sleep(0)
    task.cancel('told to')
    try: return await task
    except asyncio.CancelledError as error: return 'cancelled', task.cancelled()
async def main():
    assert await cancelled(m.given(asyncio.sleep(60))) == ('cancelled', True)
    assert await cancelled(m.for_ever()) == ('cancelled', True)
    assert await cancelled(m.for_ever(), 0) == ('cancelled', True)
    assert await cancelled(m.given(m.given(m.for_ever()))) == ('cancelled', True)
    # It reaches Rust as an error, which can be handled.
    error = await cancelled(m.caught(asyncio.sleep(60), asyncio.sleep(0)))
    assert isinstance(error, asyncio.CancelledError) and error.args == ('told to',)
    error = await cancelled(m.until_thrown())
    assert isinstance(error, asyncio.CancelledError)
    log = []
    async def inner():
        try: await asyncio.sleep(60)
        finally: log.append('finally')
    assert await cancelled(m.given(inner())) == ('cancelled', True) and log == ['finally']
    for slow in (lambda: asyncio.sleep(60), m.for_ever, lambda: m.sleep(200)):
        try: await asyncio.wait_for(m.given(slow()), 0.01)
        except asyncio.TimeoutError: pass
        else: raise AssertionError
    try:
        async with asyncio.timeout(0.01): await m.for_ever()
    except TimeoutError: pass
    else: raise AssertionError
    shielded = asyncio.create_task(m.given(asyncio.sleep(0.02, 'shielded')))
    try: await asyncio.wait_for(asyncio.shield(shielded), 0.001)
    except asyncio.TimeoutError: pass
    assert await shielded == 'shielded'
asyncio.run(main())
",
        )
    });
}

#[test]
fn debug_mode_and_context_variables_work() {
    python(|py| {
        run(
            py,
            "
import contextvars
where = contextvars.ContextVar('where')
async def read():
    await asyncio.sleep(0)
    return where.get()
async def main():
    where.set('outer')
    task = asyncio.create_task(m.given(read()))
    where.set('changed')
    assert await task == 'outer'
    assert 'given' in repr(asyncio.create_task(m.given(read())))
    task.print_stack()
    assert await m.sleep(1) == 1
asyncio.run(main(), debug=True)
",
        )
    });
}

#[test]
fn tasks_run_beside_futures_of_rust() {
    python(|py| {
        run(
            py,
            "
log = []
async def slow(result, seconds=60):
    try: await asyncio.sleep(seconds)
    except asyncio.CancelledError: log.append(('cancelled', result)); raise
    return result
async def main():
    assert await m.first(slow('task', 0), 10_000) == 'task'
    assert await m.first(slow('late'), 5) is None
    await asyncio.sleep(0)
    assert log == [('cancelled', 'late')], log
    assert await m.all([slow(n, 0.01 * (3 - n)) for n in range(3)]) == [0, 1, 2]
    log.clear()
    async def fails(): raise KeyError('in a task')
    try: await m.all([fails(), slow('other')])
    except KeyError as error: assert error.args == ('in a task',)
    else: raise AssertionError
    task = asyncio.create_task(m.first(slow('outer'), 10_000))
    for _ in range(3): await asyncio.sleep(0)
    task.cancel()
    try: await task
    except asyncio.CancelledError: pass
    await asyncio.sleep(0)
    assert log[-1] == ('cancelled', 'outer'), log
    for wrong in 5, 'text':
        try: await m.first(wrong, 10_000)
        except TypeError: pass
        else: raise AssertionError
asyncio.run(main())
warnings.simplefilter('ignore')
assert outcome(m.first(at_once(), 10_000).send, None)[0] == 'RuntimeError'
",
        )
    });
}

#[test]
fn wakers_are_called_under_locks_of_attached_threads() {
    python(|py| {
        run(
            py,
            "
import threading
async def main():
    for _ in range(100):
        event = m.Event()
        waiting = [asyncio.create_task(event.wait()) for _ in range(3)]
        await asyncio.sleep(0)
        thread = threading.Thread(target=event.set)
        thread.start()
        await asyncio.gather(*waiting)
        thread.join()
        event = m.Event()
        waiting = asyncio.create_task(event.wait())
        await asyncio.sleep(0)
        event.set() # by the thread of the loop itself
        await waiting
sys.setswitchinterval(1e-6)
try: asyncio.run(asyncio.wait_for(main(), 60))
finally: sys.setswitchinterval(0.005)
",
        )
    });
}
