"""The stages in which a function is examined. After a crash the next process goes on with the next stage."""

import judge
from calls import RESULT, Probe, mutations
from function import Function
from values import CHECKS

WINDOWS = 60


class Examination:
    def __init__(self, plan):
        self.function = Function(plan)
        self.verdict = judge.Verdict()

    def stages(self):
        """(name, kind, what to do); the names are the same in every process."""
        function = self.function
        probes = [Probe(function, source) for source in function.succeeds] or [Probe(function, None)]
        if "success" in function.__dict__["not"]:
            probes = []
        for probe in probes:
            yield "success: %s" % probe, "call", lambda probe=probe: self.measure(probe)
        for source in function.fails:
            probe = Probe(function, source)
            yield "failure: %s" % source, "call", lambda probe=probe: self.measure(probe)
        for probe in probes[:1]:
            if "wrong types" not in function.__dict__["not"]:
                for mutation in mutations(probe):
                    mutant = Probe(function, probe.source, mutation)
                    kind = "type" if mutation.what.split(": ")[1].startswith("no ") else "odd"
                    yield mutation.what, kind, lambda mutant=mutant, kind=kind: self.mutant(mutant, kind)
        if "memory" not in function.__dict__["not"]:
            for probe in probes[:1]:
                yield "memory: %s" % probe, "memory", lambda probe=probe: self.windows(probe)

    def measure(self, probe):
        """Each position of a probe by itself, the result first: what else is measured relies on its release."""
        positions, sole = probe.objects()
        verdict, function = self.verdict, self.function
        before = len(verdict.complaints)
        measured = 0
        if function.gives_object:
            judge.received(verdict, probe, RESULT)
            measured += 1
        for at, param in enumerate(function.params):
            if param["rule"].startswith("out") or param["rule"] == "replace":
                if len(verdict.complaints) == before:
                    judge.received(verdict, probe, at)
                    measured += 1
        # The last first: what is stolen or kept is mostly held by an earlier one, and is wrong while that is alive.
        for position in reversed(positions):
            if position[0] in sole and function.params[position[0]]["letter"] == "R":
                continue  # it may be changed in place, or be gone
            if len(verdict.complaints) == before:
                judge.argument(verdict, probe, position, sole)
                measured += 1
        if not measured:
            judge.plain(verdict, probe)
        if len(verdict.complaints) == before and not function.lasts and "leaks" not in function.__dict__["not"]:
            left = judge.leaks(probe)
            if left:
                verdict.complaints.append("%s: %+d left over by each call" % (probe, left))
            else:
                for at in sole:
                    if function.params[at]["letter"] == "R":
                        verdict.measured.add(function.params[at]["name"])

    def mutant(self, probe, kind):
        before, failed = len(self.verdict.complaints), self.verdict.failed
        self.measure(probe)
        param = self.function.params[probe.mutation.at]
        if kind == "type" and param.get("type") in CHECKS and len(self.verdict.complaints) == before:
            if self.verdict.failed == failed and (self.function.failure not in ("never", "always")):
                self.verdict.complaints.append("%s: it is accepted" % probe)

    def windows(self, probe):
        """Memory that runs out at the first allocation, the second, and so on, until the call needs no more."""
        positions, sole = probe.objects()
        positions = [at for at in positions if not (at[0] in sole and self.function.params[at[0]]["letter"] == "R")]
        for start in range(WINDOWS):
            before = len(self.verdict.complaints)
            if positions:
                position = positions[start % len(positions)]
                _, denied = judge.argument(self.verdict, probe, position, sole, deny=start)
            else:
                _, denied = judge.plain(self.verdict, probe, deny=start)
            if not denied or len(self.verdict.complaints) > before:
                break

    def state(self):
        verdict = self.verdict
        return {
            "measured": sorted(verdict.measured),
            "immortal": sorted(verdict.immortal),
            "kept": sorted(verdict.kept),
            "succeeded": verdict.succeeded,
            "failed": verdict.failed,
            "ran": verdict.ran,
            "errors": sorted(verdict.errors),
            "complaints": verdict.complaints,
            "faults": verdict.faults,
            "notes": verdict.notes,
        }
