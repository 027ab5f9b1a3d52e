"""A scheduler with a clock of its own; events that are cancelled, and some that plan new ones."""

import itertools
import sched

ticks = itertools.count()


def step():
    scheduler = sched.scheduler(lambda: next(ticks), lambda delay: None)
    done = []

    def again(left):
        done.append(left)
        if left:
            scheduler.enter(1, 1, again, (left - 1,))

    scheduler.enter(1, 1, again, (4,))
    cancelled = scheduler.enter(1000, 1, again, (99,))
    scheduler.cancel(cancelled)
    scheduler.run()
    assert done == [4, 3, 2, 1, 0]
