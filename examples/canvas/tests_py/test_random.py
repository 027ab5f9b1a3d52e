"""Random programs: whatever is done to canvases, faces and elements, from handlers and destructors too, nothing stays.

Each seed plays a few hundred steps. A step may run inside a handler of an earlier one, inside `wire()`, or inside the
`__del__` of a face that the collector is taking apart. What the module refuses, it refuses with an exception.
"""

import gc
import random
import sys
import weakref
from array import array

import inkface
from support import drawings, measure

KINDS = ("onTap", "onDraw", "onMouseEnter", "onMouseLeave", "onKeyPress", "onLeftClick", "onGainFocus", "onLoseFocus")
DEPTH = 6
STEPS = 200
SEEDS, ROUNDS = 8, 4
EXPECTED = (ValueError, RuntimeError, AttributeError, KeyError, ReferenceError)


class Program:
    """A run of random steps over a population of objects."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.canvases, self.faces, self.dicts, self.elements = [], [], [], []
        self.depth = 0
        self.steps = [getattr(self, name) for name in sorted(dir(self)) if name.startswith("do_")]

    def step(self, *_ignored):
        if self.depth >= DEPTH:
            return
        self.depth += 1
        try:
            if not self.canvases:
                self.do_make_canvas()
            self.chance.choice(self.steps)()
        except EXPECTED:
            pass
        finally:
            self.depth -= 1

    def pick(self, population):
        if not population:
            raise KeyError("nobody there yet")
        return self.chance.choice(population)

    def drop(self, population):
        if population:
            population.pop(self.chance.randrange(len(population)))

    def handler(self):
        def raises(*_event):
            raise ValueError("a handler that raises")

        makers = [
            lambda: self.step,
            lambda: self.pick(self.faces).step,
            lambda: weakref.WeakMethod(self.pick(self.faces).step),
            lambda: raises,
            lambda: None,
        ]
        return self.chance.choice(makers)()

    def do_make_canvas(self):
        self.canvases.append(inkface.canvas(self.chance.choice((400, 800)), 300))

    def do_load(self):
        self.dicts.append(inkface.loadsvg(drawings.OWN / "overlap.svg"))
        self.elements.extend(self.dicts[-1].values())

    def do_make_face(self):
        self.faces.append(Clumsy(self, self.pick(self.canvases)))

    def do_add(self):
        self.pick(self.canvases).add(self.pick(self.faces))

    def do_remove(self):
        self.pick(self.canvases).remove(self.pick(self.faces))

    def do_register(self):
        self.pick(self.canvases).register_elements(self.pick(self.dicts))

    def do_unregister(self):
        self.pick(self.canvases).unregister_elements(self.pick(self.dicts))

    def do_connect(self):
        setattr(self.pick(self.elements), self.chance.choice(KINDS), self.handler())

    def do_timer(self):
        left = [3]

        def tick(canvas):
            left[0] -= 1
            self.step()
            if left[0] < 0:
                canvas.timeout = 0

        canvas = self.pick(self.canvases)
        canvas.onTimer, canvas.timeout = tick, self.chance.choice((0, 5, 10))

    def do_play(self):
        canvas = self.pick(self.canvases)
        for _ in range(self.chance.randrange(6)):
            canvas.post_tap(self.chance.randrange(400), self.chance.randrange(300))
            canvas.post_motion(self.chance.randrange(400), self.chance.randrange(300))
            canvas.post_key("k", 0x6B)
        canvas.eventloop()

    def do_exit(self):
        inkface.exit()

    def do_collect(self):
        gc.collect()

    def do_forget_something(self):
        self.drop(self.chance.choice((self.canvases, self.faces, self.dicts, self.elements)))

    def do_release(self):
        inkface.release(self.pick(self.faces))

    def do_unload(self):
        inkface.unload(self.pick(self.dicts))

    def do_change(self):
        element = self.pick(self.elements)
        element.x, element.opacity, element.order = element.x + 1, self.chance.random(), element.order + 1
        self.chance.choice((element.hide, element.unhide))()
        element.user_data = self.chance.choice((element, self.pick(self.canvases), self))

    def do_clone(self):
        self.elements.append(self.pick(self.elements).clone())

    def do_paint(self):
        canvas, element = self.pick(self.canvases), self.pick(self.elements)
        canvas.draw(element)
        canvas.bring_to_front(element)
        canvas.refresh()

    def do_reload(self):
        face = self.pick(self.faces)
        face.load()
        face.resultProcessor = face.step


class Clumsy(inkface.Face):
    """A face that refers to itself, sometimes fails to initialise, wires with side effects and acts when it dies."""

    def __init__(self, program, canvas):
        self.program, self.itself = program, self
        if program.chance.random() < 0.9:
            super().__init__(canvas, drawings.OWN / program.chance.choice(("overlap.svg", "login.svg")))

    def step(self, *_event):
        self.program.step()

    def wire(self):
        for element in list(self.elements.values())[:5]:
            element.onTap = element.onMouseEnter = self.step
        if self.program.chance.random() < 0.1:
            raise RuntimeError("wire failed")

    def unwire(self):
        if self.program.chance.random() < 0.1:
            raise RuntimeError("unwire failed")

    def __del__(self):
        if self.program.chance.random() < 0.2:
            self.program.step()


def play(seed):
    program = Program(seed)
    for _ in range(STEPS):
        program.step()
    del program
    # A destructor may bring objects back, once.
    for _ in range(3):
        gc.collect()


def references():
    return sys.gettotalrefcount() if measure.DEBUG else 0


def test_random_programs_leave_nothing_alive(monkeypatch):
    # What destructors raise is kept by pytest until the test is over, with all that it refers to.
    monkeypatch.setattr(sys, "unraisablehook", lambda unraisable: None)
    gc.collect()  # what other tests have left
    handles = inkface.__ledger__() if measure.LEDGER else {}
    counts = array("q", [0] * ROUNDS)
    for round in range(ROUNDS):
        for seed in range(SEEDS):
            play(seed)
            alive = {name: count for name, count in inkface.live_counts().items() if count}
            assert not alive, f"seed {seed}: {alive}"
        counts[round] = references()
    assert not measure.LEDGER or inkface.__ledger__(handles) == {}
    # A debug build sees every reference that is left behind. Caches grow in some rounds, a leak in each.
    growth = [after - before for before, after in zip(counts, counts[1:])]
    assert min(growth) < SEEDS, f"references grew by {growth} while {SEEDS} programs ran"
