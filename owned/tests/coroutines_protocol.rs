//! Coroutines of Rust beside `async def`: what each does when it is sent to, thrown into, closed.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod coroutine_support;
mod support;

use coroutine_support::run;
use support::python;

#[test]
fn it_is_a_coroutine() {
    python(|py| {
        run(
            py,
            "
one = m.given(give())
assert inspect.isawaitable(one) and asyncio.iscoroutine(one)
assert isinstance(one, collections.abc.Coroutine) and isinstance(one, collections.abc.Awaitable)
assert one.__name__ == one.__qualname__ == 'given' and repr(one).startswith('<coroutine object given at 0x')
assert one.cr_frame is None and one.cr_code is None and one.cr_origin is None and one.cr_await is None
assert one.cr_running is False and one.cr_suspended is False
one.close()
assert type(one).__module__ == 'owned' and outcome(type(one))[0] == 'TypeError'
assert m.given.__text_signature__ == '(awaitable)' and outcome(m.given)[0] == 'TypeError'
",
        )
    });
}

#[test]
fn what_is_sent_and_thrown_goes_to_what_it_awaits() {
    python(|py| {
        run(
            py,
            "
def steps(**options): return lambda functions, log: functions.given(Steps('a', 'b', result='r', log=log, **options))
same(steps(), None, 1, 2)
same(steps(), None, 1, 2, 3)
same(steps(), 1, None)
same(steps(), KeyError('early'), None)
same(steps(), 'close', None, 'close')
same(steps(), None, 'close', None, 'close')
same(steps(), None, KeyError('x'), None)
same(steps(), None, KeyError, None)
same(steps(), None, (KeyError, 'x'), None)
same(steps(), None, (KeyError, ('x', 'y')), None)
same(steps(), None, (KeyError, KeyError('x'), None), None)
# What is no exception is refused before anything is thrown. (CPython has that find out what is awaited.)
for wrong in (KeyError('x'), 'y'), (int,), (KeyError, 'x', 5):
    one = m.given(give(1, 2))
    assert one.send(None) == 1
    mine, twin = outcome(one.throw, *wrong), outcome(given(give(1, 2)).throw, *wrong)
    assert mine[0] == 'TypeError' and mine[:2] == twin[:2], (mine, twin)
    assert one.send(None) == 2
same(steps(throws='yield'), None, KeyError('x'), None, None)
same(steps(throws='return'), None, KeyError('x'), None)
same(steps(throws=ValueError('other')), None, KeyError('x'), None)
same(steps(throws=None), None, KeyError('x'), None)
same(steps(), None, GeneratorExit, None)
for result in (None, (), (1, 2), StopIteration(5), KeyError('k'), [1]):
    same(lambda functions, log: functions.given(Steps('a', result=result, log=log)), None, None)
    same(lambda functions, log: functions.at_once(result), None)
for wrong in (5, 'text', give, iter([])):
    mine, twin = outcome(m.given(wrong).send, None), outcome(given(wrong).send, None)
    assert mine[0] == twin[0] == 'TypeError', (mine, twin)
class Wrong:
    def __init__(self, result): self.result = result
    def __await__(self):
        if isinstance(self.result, Exception): raise self.result
        return self.result
for result in (5, KeyError('in __await__')):
    same(lambda functions, log: functions.given(Wrong(result)), None)
one = at_once()
same(lambda functions, log: functions.given(Wrong(one)), None)
one.close()
same(lambda functions, log: functions.given(give(1, 2)), None, 'x', 'y')
async def inner(log):
    try: return await give(1, 2)
    except BaseException as error:
        log.append(repr(error))
        return await give('cleaned up')
    finally: log.append('finally')
same(lambda functions, log: functions.given(inner(log)), None, 'x', 'y')
same(lambda functions, log: functions.given(inner(log)), None, KeyError('x'), None)
same(lambda functions, log: functions.given(inner(log)), None, 'close')
same(lambda functions, log: functions.given(functions.given(inner(log))), None, 'x', KeyError('x'), None)
same(lambda functions, log: given(functions.given(inner(log))), None, 'x', KeyError('x'), None)
same(lambda functions, log: given(functions.given(inner(log))), None, 'x', 'close')
",
        )
    });
}

#[test]
fn an_error_can_be_handled_and_awaited_after() {
    python(|py| {
        run(
            py,
            "
def two(functions, log): return functions.caught(Steps('a', log=log, result=1), Steps('b', log=log))
same(two, None, None, None)
same(two, None, KeyError('x'), None)
same(two, None, KeyError('x'), ValueError('y'))
same(two, None, asyncio.CancelledError(), None)
same(two, None, KeyError('x'), 'close')
",
        )
    });
}

#[test]
fn errors_of_rust_are_raised() {
    python(|py| {
        run(
            py,
            "
assert outcome(m.failing('text').send, None)[:2] == ('ValueError', 'text')
assert outcome(m.failing('stop').send, None) == ('RuntimeError', 'coroutine raised StopIteration', 'None', 'StopIteration')
kind, text, *_ = outcome(m.failing('panic').send, None)
assert kind == 'PanicError' and 'in the coroutine' in text, (kind, text)
one = m.failing('panic')
outcome(one.send, None)
assert outcome(one.send, None)[:2] == ('RuntimeError', 'cannot reuse already awaited coroutine')
assert outcome(one.close) == ('gave', 'None')
",
        )
    });
}

#[test]
fn it_is_told_when_it_was_never_awaited() {
    python(|py| {
        run(
            py,
            "
def told(make):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        make()
        gc.collect()
    return [(one.category.__name__, str(one.message)) for one in seen]
assert told(lambda: m.at_once()) == told(lambda: at_once()) == [('RuntimeWarning', \"coroutine 'at_once' was never awaited\")]
assert told(lambda: m.at_once().close()) == []
assert told(lambda: outcome(m.at_once().send, None)) == []
assert told(lambda: outcome(m.at_once().throw, KeyError)) == []
seen = []
with warnings.catch_warnings():
    warnings.simplefilter('error')
    hook, sys.unraisablehook = sys.unraisablehook, lambda it: seen.append(repr(it.exc_value))
    m.at_once()
    sys.unraisablehook = hook
assert seen == ['RuntimeWarning(\"coroutine \\'at_once\\' was never awaited\")'], seen
",
        )
    });
}

#[test]
fn one_that_is_awaited_is_not_awaited_by_another() {
    python(|py| {
        run(
            py,
            "
for functions in (m, Twin):
    inner = functions.given(give(1, 2))
    outer, other = given(inner), given(inner)
    assert outer.send(None) == 1
    assert outcome(other.send, None)[:2] == ('RuntimeError', 'coroutine is being awaited already')
    other = m.given(inner)
    assert outcome(other.send, None)[:2] == ('RuntimeError', 'coroutine is being awaited already')
    outer.close()
assert outcome(m.joined(Steps('a'), Steps('b')).send, None)[0] == 'RuntimeError'
",
        )
    });
}
