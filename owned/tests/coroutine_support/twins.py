import asyncio, collections.abc, gc, inspect, sys, traceback, types, warnings, weakref

async def given(awaitable): return await awaitable
async def caught(first, second):
    try: outcome = await first
    except BaseException as error: outcome = error
    await second
    return outcome
async def at_once(value=None): return value

class Steps:
    'An awaitable that yields each of its values, and tells what is done to it.'
    def __init__(self, *values, result=None, log=None, throws='raise', closes=True):
        self.values, self.result, self.log, self.throws = list(values), result, [] if log is None else log, throws
        if throws is None: self.__class__ = NoThrow
    def __await__(self): self.log.append('await'); return self
    def __iter__(self): return self
    def __next__(self): return self.send(None)
    def send(self, value):
        self.log.append(('send', value))
        if self.values: return self.values.pop(0)
        raise StopIteration(self.result)
    def throw(self, *error):
        kind, value, *_ = *error, None, None # CPython hands on what it was given, before it makes an exception of it
        if value is None: value = kind
        elif isinstance(value, tuple): value = kind(*value)
        elif not isinstance(value, BaseException): value = kind(value)
        if isinstance(value, type): value = value()
        self.log.append(('throw', repr(value)))
        if self.throws == 'raise': raise value
        if self.throws == 'yield': return 'yielded'
        if self.throws == 'return': raise StopIteration('returned')
        raise self.throws
    def close(self): self.log.append('close')

class NoThrow:
    def __await__(self): return self
    def __next__(self):
        if self.values: return self.values.pop(0)
        raise StopIteration(self.result)

def outcome(call, *args):
    try: result = call(*args)
    except BaseException as error:
        value = error.value if isinstance(error, StopIteration) else None
        cause = error.__cause__
        return type(error).__name__, str(error), repr(value), cause and type(cause).__name__
    return 'gave', repr(result)

def drive(coroutine, actions):
    'What each action does: a value is sent, an exception thrown, "close" closes.'
    seen = []
    for action in actions:
        if action == 'close': seen.append(outcome(coroutine.close))
        elif isinstance(action, BaseException) or isinstance(action, type): seen.append(outcome(coroutine.throw, action))
        elif isinstance(action, tuple): seen.append(outcome(coroutine.throw, *action))
        else: seen.append(outcome(coroutine.send, action))
        seen.append((coroutine.cr_running, coroutine.cr_await is None))
    return seen

def same(make, *actions):
    'The same is done to a coroutine of Rust and to one of Python; `make` is given a namespace of functions.'
    mine, twin = [], []
    for functions, seen in ((m, mine), (sys.modules.get('no') or Twin, twin)):
        log = []
        seen.append(drive(make(functions, log), actions))
        seen.append(log)
    assert mine == twin, f'\nRust:   {mine}\nPython: {twin}'

class Twin: given, caught, at_once = given, caught, at_once
Twin.given, Twin.caught, Twin.at_once = map(staticmethod, (given, caught, at_once))

@types.coroutine
def give(*values):
    got = []
    for value in values: got.append((yield value))
    return got

def gone(make, count=1000):
    'As many of them as are made are gone after a collection.'
    references = [weakref.ref(make()) for _ in range(count)]
    gc.collect()
    left = sum(reference() is not None for reference in references)
    assert left == 0, f'{left} of {count} are left'
