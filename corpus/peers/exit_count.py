"""What nanobind does at the exit of the interpreter: it counts the instances of the extension's classes still alive.

Here the last function of `atexit` does it, after the modules of the case were emptied and all garbage was collected.
It sees what the collector tracks.
"""

import atexit
import gc
import json
import sys
from collections import Counter
from pathlib import Path

import case

CALLS = 10


def inside(folder, script):
    homes = set()
    # Functions of `atexit` run last in, first out: this one after all that the case registers.
    atexit.register(lambda: print(json.dumps(count(homes, Path(script).stem))))
    driver = case.load(folder, script)
    extension = sys.modules.get("extension")
    if extension is not None:
        homes |= {"extension", extension.__name__}
        homes |= {each.__module__ for each in vars(extension).values() if isinstance(each, type)} - {"builtins"}
    step = driver.step
    for _ in range(CALLS):
        step()


def count(homes, driver):
    """Do to the modules of the case what the interpreter does as it ends; what then is left, by name of its type."""
    vars(sys.modules.pop(driver)).clear()
    for name in [name for name, module in sys.modules.items() if name in homes or beside(module)]:
        del sys.modules[name]
    for _ in range(3):
        gc.collect()
    left = Counter()
    for each in gc.get_objects():
        kind = type(each)
        # A type of C may have none: asking for it raises.
        if getattr(kind, "__module__", None) in homes:
            left[f"{kind.__module__}.{kind.__qualname__}"] += 1
    return left


def beside(module):
    """Whether the module was found in the folder of the extension."""
    return (getattr(module, "__file__", None) or "").startswith(sys.path[0])


def judge(folder, script):
    done = case.run(__file__, folder, script)
    if died := case.crash(done):
        return True, died
    left = case.result(done)
    return bool(left), ", ".join(f"{number} of {name}" for name, number in sorted(left.items())) or "nothing"


if __name__ == "__main__":
    folder, script, is_inside = case.arguments()
    inside(folder, script) if is_inside else case.tell(judge)
