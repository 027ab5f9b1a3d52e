"""What the collector is told by the extension's classes: too little (a hidden field), or something twice.

Instances that come along while the script runs are kept, one or two of each class. What they hold is then compared with
what they visit: at the end the instance is let go of, and each object that it held is referenced less than before, by
as many references as were held. That needs no knowledge of the class.
"""

from __future__ import annotations

import gc

from ..auditing import audit_gc
from ..measuring import type_name
from ..naming import with_article
from ..protocol import Handle
from ..reports import Report, report
from ..snapshots import live
from .calls import through
from .capturing import Capture
from .examining import Fault, examined, visited_twice
from .ownership import Held
from .saying import NULL_ADVICE, Voice
from .work import Subject, quietly


def look(subject: Subject, voice: Voice) -> None:
    """Run the script once more with an eye on its instances, then examine each class."""
    subject.calls(1)
    gc.collect()
    # A field that is visited twice makes a collection free what is alive: not before it is said.
    gc.disable()
    capture = Capture(subject)
    again = Subject(subject.script, subject.arguments, through(capture.call))
    with capture.watching():
        quietly(again.call)
    for error, where in capture.strange:
        voice.report(report("violation", "high", "violation: null result", error, [where], NULL_ADVICE))
    handles = live()
    faulty: set[type] = set()
    for kind, instances in capture.instances.items():
        for held in {each for instance in instances for each in visited_twice(instance)}:
            faulty.add(kind)
            voice.report(_told(type_name(kind), "visited twice", held, handles))
    if not faulty:
        gc.enable()
        gc.collect()
    for kind, instances in capture.instances.items():
        if kind not in faulty and _examine(kind, instances, capture, handles, voice):
            faulty.add(kind)
    kinds = [kind for kind in capture.instances if kind not in faulty]
    del capture
    for kind in kinds:
        _cycles(kind, voice)


def _examine(kind: type, instances: list[object], capture: Capture, handles: list[Handle], voice: Voice) -> bool:
    said: set[tuple[Fault, str]] = set()
    while instances:
        box = [instances.pop()]
        for fault, held in examined(box, capture.values, capture.is_new(box[0]) if box else True):
            if (fault, held.name) not in said:
                said.add((fault, held.name))
                voice.report(_told(type_name(kind), fault, held, handles))
    return bool(said)


def _told(name: str, fault: Fault, held: Held, handles: list[Handle]) -> Report:
    places = [f"{each.file}:{each.line}" for each in handles if each.object == held.identity]
    field = f"{name}{held.name}" if held.name else f"a field of {name}"
    site = f"{name}{held.name}"
    if fault == "kept type":
        text = f"an instance of {name} that is freed does not let go of its type: the class is never freed"
        return report(
            "leak", "high", fault, text, [], site=name, advice="the dealloc of a heap type ends with Py_DECREF(type)"
        )
    if fault == "kept field":
        text = f"{field} holds {with_article(held.what)} still when the instance is freed: it is never released"
        return report("leak", "high", fault, text, places, "clear the field in the dealloc", site=site)
    if fault == "hidden field":
        what = with_article(held.what)
        text = f"{field} holds {what}, and the collector does not see it: a cycle through it is never freed"
        advice = "visit the field in tp_traverse, clear it in tp_clear"
        return report("leak", "high", fault, text, places, advice, site=site)
    if fault == "swallowed":
        text = f"{held.what}: raised while an instance of {name} was freed, and swallowed by that"
        advice = "PyErr_WriteUnraisable tells of it"
        return report("violation", "high", fault, text, [held.name] if held.name else [], advice)
    text = f"{field} is visited twice, and held once: the collector will free what is alive"
    return report("violation", "high", fault, text, places, "visit each reference once in tp_traverse", site=site)


def _cycles(kind: type, voice: Voice) -> None:
    """Cycles through attributes that can be set, of a class that can be made without arguments."""
    for attribute in audit_gc(kind).uncollectable:
        site = f"{type_name(kind)}.{attribute}"
        text = f"a cycle through {site} is never freed: no collection does"
        advice = "visit the field in tp_traverse, and clear it in tp_clear"
        voice.report(report("leak", "high", "hidden field", text, [], advice, site=site))
