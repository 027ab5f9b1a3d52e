"""Objects found through the collector, and lists of them that contain themselves."""

import gc


class Marked:
    pass


def step():
    marked = [Marked() for _ in range(5)]
    holder = {"marked": marked}
    found = [each for each in gc.get_objects() if isinstance(each, Marked)]
    assert len(found) == 5
    assert any(each is holder for each in gc.get_referrers(marked))
    found.append(found)
    found.append(gc.get_referents(found))
