"""What is alive when the interpreter has ended.

An extension that was built with the ledger writes it down by itself. Of others it is seen by what they were given and
gave: an object that can be referenced weakly tells when it is freed, and one that never does is held for ever.
"""

from __future__ import annotations

import gc
import sys
from typing import Any

from ..protocol import own_attributes
from .calls import name_of, through
from .lines import of_frame
from .outliving import Witness
from .ownership import unseen
from .saying import Voice
from .work import Subject

_CALLS = 3


def look(subject: Subject, voice: Voice) -> None:
    """Call it a few times, and leave.

    The script's module stays where Python finds it at the end, so that its globals go as those of a script do.
    """
    witness = Witness(voice)
    kept: dict[int, tuple[Any, str, str]] = {}

    def hook(function: Any, *arguments: Any, **options: Any) -> Any:
        result = function(*arguments, **options)
        if subject.is_own_callable(function):
            where = of_frame(sys._getframe(1)) or ""
            for value in (*arguments, *options.values(), result):
                witness.watch(value, name_of(function), where)
                if _is_attribute(value, subject):
                    kept[id(value)] = (value, name_of(function), where)
        return result

    again = Subject(subject.script, subject.arguments, through(hook))
    if again.whole:
        sys.modules["__main__"] = again.call()
    elif again.module is not None:
        again.calls(_CALLS)
        for value, function, where in list(kept.values()):
            box = [value]
            del value
            # The tuple in the dict is seen; what is held beyond that, and by nobody that is seen, is one too many.
            if unseen(box) > 0:
                witness.watch_class(type(box[0]), function, where)
        kept.clear()
        sys.modules[again.name] = again.module


def _is_attribute(value: Any, subject: Subject) -> bool:
    """Whether it is kept by a module of an extension, and of one of its classes."""
    if not subject.is_own(type(value)):
        return False
    modules = [module for module in list(sys.modules.values()) if subject.is_own_module(module)]
    # Its attributes, and what it keeps where only the collector looks.
    holders = [each for module in modules for each in (module, own_attributes(module))]
    return any(each is value for holder in holders for each in gc.get_referents(holder))
