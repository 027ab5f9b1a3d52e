"""A timer that stops itself after three ticks, whose handler is a closure over the canvas."""

import inkface


def step():
    canvas = inkface.canvas(16, 16)
    ticks = []

    def tick(ticking):
        ticks.append((ticking, canvas.now))
        if len(ticks) == 3:
            canvas.timeout = 0

    canvas.onTimer, canvas.timeout = tick, 10
    canvas.eventloop()
    assert [now for _, now in ticks] == [10, 20, 30]
