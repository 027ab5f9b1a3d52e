"""Notes from which file a module is imported: tests of another build than the one under test say nothing of that.

Python imports this by itself, since it is called `sitecustomize` and its folder is on the path.
"""

import os
import sys


class Watch:
    """Asks the other finders, and notes what they answer for the one module."""

    def __init__(self, module, loaded):
        self.module = module
        self.loaded = loaded

    def find_spec(self, name, path=None, target=None):
        if name != self.module:
            return None
        for finder in sys.meta_path:
            find = getattr(finder, "find_spec", None)
            spec = find(name, path, target) if finder is not self and find is not None else None
            if spec is not None:
                with open(self.loaded, "a", encoding="utf-8") as loaded:
                    loaded.write(f"{spec.origin}\n")
                return spec
        return None


if "OWNED_VERIFY_MODULE" in os.environ:
    sys.meta_path.insert(0, Watch(os.environ["OWNED_VERIFY_MODULE"], os.environ["OWNED_VERIFY_LOADED"]))

# Another `sitecustomize` may be there, which this one stands before.
_here = os.path.dirname(os.path.abspath(__file__))
sys.path[:] = [folder for folder in sys.path if os.path.abspath(folder) != _here]
_this = sys.modules.pop("sitecustomize")
try:
    import sitecustomize  # noqa: F401
except ImportError:
    sys.modules["sitecustomize"] = _this
