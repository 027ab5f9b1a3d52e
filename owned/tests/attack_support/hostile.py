# What runs in the middle of the library's own work: it changes, releases and re-enters whatever is in the pool.
import collections, contextvars, datetime, functools, gc, random, sys, types, weakref

# What destructors and callbacks raise is meant, and many lines.
sys.unraisablehook = lambda report: None

pool = []
draw = random.Random()
depth = 0


def any_of():
    return draw.choice(pool) if pool else None


def mess():
    """Does something to something, now and then; sometimes raises."""
    global depth
    if depth > 3 or draw.random() < 0.4:
        return
    depth += 1
    try:
        draw.choice(deeds)()
    except (Expected, AttributeError, LookupError, TypeError, ValueError, BufferError, RuntimeError, OverflowError):
        pass
    except (ArithmeticError, StopIteration, RecursionError, MemoryError, AssertionError, SystemError, ReferenceError):
        pass
    finally:
        depth -= 1
    if draw.random() < 0.08:
        raise draw.choice([Expected('on purpose'), ValueError('\ud800'), StopIteration(1), KeyError(any_of())])


class Expected(Exception):
    def __str__(self):
        mess()
        return 'expected'


def shrink():
    thing = any_of()
    for name in 'clear', 'pop', 'release', 'close', 'popitem', 'cr_frame':
        if hasattr(thing, name):
            return getattr(thing, name)()


def grow():
    thing = any_of()
    for name in 'append', 'add', 'setdefault', 'extend':
        if hasattr(thing, name):
            return getattr(thing, name)(any_of())


def step():
    return next(any_of())


def collect():
    if draw.random() < 0.02:
        gc.collect()


def change_class():
    thing = any_of()
    thing.__class__ = draw.choice([Plain, Other, Counting, types.ModuleType, NoisyModule])


def rebase():
    draw.choice([Other, Counting]).__bases__ = draw.choice([(Plain,), (Base,), (Plain, Base)])


def replace():
    if pool:
        pool[draw.randrange(len(pool))] = draw.choice([None, 7, 'text', b'bytes', Plain(), [], {}, Noisy()])


def again():
    thing = any_of()
    if type(thing) is memoryview:
        return  # a debug build of CPython 3.11 aborts on `iter()` of one that was released
    draw.choice([len, hash, iter, repr, list, bool, bytes, int, float, memoryview, sorted, set, dict, str])(thing)


deeds = [shrink, grow, step, collect, change_class, rebase, replace, again, shrink, grow]


class Base:
    pass


class Plain(Base):
    def __getattr__(self, name):
        mess()
        raise AttributeError(name)


class Noisy:
    """Every protocol, each with something else going on."""

    def __eq__(self, other):
        mess()
        return draw.random() < 0.5

    def __lt__(self, other):
        mess()
        return draw.choice([True, False, NotImplemented])

    def __hash__(self):
        mess()
        return draw.choice([0, 1, -1, 2 ** 61])

    def __index__(self):
        mess()
        return draw.choice([0, 1, -1, 2 ** 63, -2 ** 63, 3])

    def __float__(self):
        mess()
        return draw.choice([0.0, float('nan'), -1.0])

    def __bool__(self):
        mess()
        return draw.random() < 0.5

    def __len__(self):
        mess()
        return draw.choice([0, 3, 2 ** 62, -1, 'no'])

    def __length_hint__(self):
        mess()
        return draw.choice([0, 3, 2 ** 62, -1, NotImplemented])

    def __iter__(self):
        mess()
        return draw.choice([Counting(), iter([]), iter((1, any_of())), self.walk(), 5])

    def walk(self):
        for n in range(draw.randrange(4)):
            mess()
            yield any_of()

    def __getitem__(self, key):
        mess()
        if draw.random() < 0.5:
            raise IndexError
        return any_of()

    def __setitem__(self, key, value):
        mess()

    def __delitem__(self, key):
        mess()

    def __contains__(self, item):
        mess()
        return draw.random() < 0.5

    def __call__(self, *args, **kwargs):
        mess()
        return any_of()

    def __add__(self, other):
        mess()
        return draw.choice([self, other, NotImplemented])

    __radd__ = __mul__ = __rmul__ = __or__ = __and__ = __sub__ = __xor__ = __matmul__ = __divmod__ = __pow__ = __add__

    def __repr__(self):
        mess()
        return draw.choice(['noisy', '\ud800', 'a\0b', ''])

    def __bytes__(self):
        mess()
        return b'noisy'

    def __format__(self, spec):
        mess()
        return spec

    def __fspath__(self):
        mess()
        return draw.choice(['path', b'path', 'a\0b', '\ud800', 3])

    def keys(self):
        mess()
        return draw.choice([[1, 2], 'ab', 5, self])

    def send(self, value):
        mess()
        return value

    def __del__(self):
        try:
            mess()
        except Exception:
            pass


class Counting:
    count = 0

    def __iter__(self):
        mess()
        return self

    def __next__(self):
        mess()
        self.count += 1
        if self.count > 4:
            raise StopIteration
        return draw.choice([any_of(), self.count])


class Other(Plain):
    __next__ = Counting.__next__
    count = 0


class NoisyModule(types.ModuleType):
    def __getattr__(self, name):
        mess()
        raise AttributeError(name)


def noisy_subclass(base):
    names = '__eq__ __hash__ __index__ __float__ __bool__ __len__ __iter__ __getitem__ __contains__ __repr__ __bytes__'
    members = {name: getattr(Noisy, name) for name in names.split()}
    return type(f'Noisy{base.__name__}', (base,), members)


subclasses = [noisy_subclass(base) for base in (int, float, str, bytes, bytearray, list, tuple, dict, set, frozenset)]
subclasses += [noisy_subclass(base) for base in (complex, datetime.date, datetime.timedelta, collections.OrderedDict)]


def generator():
    value = yield any_of()
    while draw.random() < 0.8:
        mess()
        value = yield value


def made():
    """A new object, hostile or not."""
    thing = draw.choice(makers)()
    if draw.random() < 0.3:
        try:
            weakref.finalize(thing, mess).atexit = False
        except TypeError:
            pass
    return thing


makers = [
    Noisy, Noisy, Counting, Plain, Other, generator, list, dict, set, bytearray, object,
    lambda: [any_of(), Noisy(), 1], lambda: (any_of(), Noisy()), lambda: {1: any_of(), 'k': Noisy()},
    lambda: {Noisy(), 3}, lambda: frozenset([1, 'a']), lambda: bytearray(b'some bytes'), lambda: memoryview(b'abcdefgh'),
    lambda: memoryview(bytearray(b'abcdefgh')), lambda: memoryview(b'abcdefgh').cast('H'),
    lambda: draw.choice(subclasses[:1])(draw.randrange(9)), lambda: subclasses[2]('text'), lambda: subclasses[3](b'raw'),
    lambda: subclasses[4](b'array'), lambda: subclasses[5]([1, Noisy()]), lambda: subclasses[6]((1, any_of())),
    lambda: subclasses[7]({1: 2}), lambda: subclasses[8]([1, 2]), lambda: subclasses[11](2020, 2, 29),
    lambda: subclasses[12](1, 2, 3), lambda: subclasses[13]({1: any_of()}), lambda: collections.OrderedDict(a=Noisy()),
    lambda: 2 ** 70, lambda: -5, lambda: 1.5, lambda: 2j, lambda: 'text', lambda: '\ud800', lambda: 'a\0\U0001f600', lambda: b'bytes',
    lambda: range(3), lambda: slice(Noisy(), 4, Noisy()), lambda: types.SimpleNamespace(a=Noisy()),
    lambda: functools.partial(Noisy(), 1), lambda: types.MappingProxyType({1: Noisy()}),
    lambda: NoisyModule('noisy'), lambda: types.ModuleType('plain'), lambda: contextvars.copy_context(),
    lambda: datetime.datetime(2024, 2, 29, tzinfo=datetime.timezone.utc), lambda: datetime.time(1, 2, 3),
    lambda: Expected(any_of()), lambda: ExceptionGroup('group', [Expected(1)]), lambda: lambda *a, **k: mess(),
    lambda: weakref.ref(Plain()), lambda: types.CellType(any_of()), lambda: zip([1, 2], [3, Noisy()]), lambda: list[int],
    lambda: [1, 2, 3].__iter__(), lambda: {1: 2}.keys(), lambda: {1: 2}.items(), lambda: property(Noisy()),
]


def begin(seed):
    draw.seed(seed)
    global depth
    depth = 0


def end():
    """Forgets all of it; what was set on classes too."""
    global depth
    depth = 9
    Other.__bases__ = (Plain,)
    Counting.__bases__ = (Base,) if Counting.__bases__ != (object,) else (object,)
    del pool[:]
