"""One call of one function: made, run, and everything let go of; see `csrc/run.c` for the steps."""

import gc

import owned_verify_cases as cases
from objects import NULL, OUT, Sole
from values import GLOBALS, Space, default, wrong

NOTHING, RESULT = -2, -1


class Mutation:
    """Another value in the place of one argument."""

    def __init__(self, at, make, what):
        self.at, self.make, self.what = at, make, what


class Probe:
    """Arguments, as source text that is evaluated anew for each call; without one, what the parameters' types give."""

    def __init__(self, function, source, mutation=None):
        self.function, self.source, self.mutation = function, source, mutation
        self.code = None if source is None else compile("[%s]" % source, "<probe>", "eval")

    def __str__(self):
        text = "(by type)" if self.source is None else self.source
        return text if self.mutation is None else "%s with %s" % (text, self.mutation.what)

    def arguments(self, space):
        params = self.function.params
        if self.code is None:
            values = [default(param) for param in params]
        else:
            values = eval(self.code, GLOBALS, space)
        if len(values) != len(params):
            raise TypeError("%d arguments, the probe has %d" % (len(params), len(values)))
        if self.mutation is not None:
            values[self.mutation.at] = self.mutation.make()
        return values

    def objects(self):
        """(slot, item) of each object among the arguments, and which slots are sole."""
        space = Space()
        for statement in self.function.before:
            exec(statement, GLOBALS, space)
        found, sole = [], set()
        for at, (param, value) in enumerate(zip(self.function.params, self.arguments(space))):
            if type(value) is Sole:
                sole.add(at)
                value = value.value
            if value is NULL or value is OUT or never_dies(value):
                continue
            if param["letter"] in "OR":
                found.append((at, 0))
            elif param["letter"] == "A":
                found.extend((at, item) for item in range(min(len(value), 2)))
        for statement in self.function.after:
            exec(statement, GLOBALS, space)
        return found, sole


def never_dies(value):
    """Whether everybody shares this object, so that its count says nothing."""
    return value is None or value is Ellipsis or issubclass(type(value), int) and -6 < value < 257


class Run:
    """What one run showed."""

    report = None
    outcome = None
    settled = ()
    final = -1
    seen = 0


def run(probe, subject=(NOTHING, 0), receiver=NOTHING, fire=True, deny=-1, old=0, twice=False):
    """Runs a probe. `subject` is an argument, `receiver` is RESULT or the slot of an `out`."""
    function = probe.function
    shown = Run()
    space = Space()
    for statement in function.before:
        exec(statement, GLOBALS, space)
    values = probe.arguments(space)
    sole = 0
    for at, value in enumerate(values):
        if type(value) is Sole:
            values[at] = value.value
            value.value = None
            sole |= 1 << at
    value = None
    exception = eval(function.pending, GLOBALS, space) if function.pending else None
    cases.load(function.index, values, subject[0], subject[1], sole, exception)
    del exception
    del values
    rules = "o" * len(function.params)
    keep = receiver != NOTHING
    if fire:
        shown.report = cases.fire(deny, receiver, old, twice)
        shown.outcome = function.outcome(shown.report)
        forget_types(shown.report)
        rules = function.rules(shown.outcome.failed)
    # Where it is asked whose a result is, none is released: what the contract says of them may be wrong.
    owns_result = function.owns_result and not keep
    rules = rules.replace("c", "b") if keep else rules
    shown.settled = cases.settle(owns_result, rules, function.frees)
    for statement in function.after:
        exec(statement, GLOBALS, space)
    space.clear()
    gc.collect()
    shown.final = cases.final()
    if shown.final > 0:
        shown.seen = visible()
    return shown


def forget_types(report):
    """A type that the report names would be one reference more to it."""
    report["error"] = report["error"] and report["error"].__name__
    report["object"] = report["object"] and (report["object"][0], report["object"][2])
    report["cells"] = [cell and (cell[0], cell[2]) for cell in report["cells"]]


def visible():
    """How many references to the subject the collector sees."""
    subject = cases.subject()
    return sum(cases.seen(gc.get_referents(referrer)) for referrer in gc.get_referrers(subject))


def finish(count=0):
    """Lets go of the subject, and of so many references besides."""
    cases.finish(count)


def mutations(probe):
    """Other values that must make it fail, or may."""
    for at, param in enumerate(probe.function.params):
        if param["letter"] == "O" and not param["unchecked"]:
            what = "%s: %s" % (param["name"], "a broken object" if param["type"] == "object" else "no " + param["type"])
            yield Mutation(at, lambda ty=param["type"]: wrong(ty), what)
        elif param["rule"] == "value" and param["c"].strip() == "const char *":
            yield Mutation(at, lambda: b"\xff\xfe", param["name"] + ": no UTF-8")
