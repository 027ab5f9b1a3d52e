"""What the contract of a function says, applied to one call."""

from values import fits


class Outcome:
    """How a call ended."""

    def __init__(self):
        self.failed = False
        self.complaints = []


class Function:
    def __init__(self, plan):
        self.__dict__.update(plan)
        self.owns_result = self.result["rule"] == "new"
        self.gives_object = self.result["letter"] == "O"

    def rules(self, failed):
        """One letter for each argument, for `settle`: what of it is the caller's to release."""
        letters = []
        for param in self.params:
            rule = param["rule"]
            if rule == "steal" or (rule == "steal-on-success" and not failed):
                letters.append("s")
            elif rule == "replace":
                letters.append("c")
            elif rule == "out new":
                letters.append("b" if failed else "c")
            elif rule == "out borrowed":
                letters.append("b")
            else:
                letters.append("o")
        return "".join(letters)

    def drift(self, param, failed):
        """How the count of an argument differs, all else being gone, from what it would be without the call."""
        rule = param["rule"]
        stolen = rule in ("steal", "replace") or (rule == "steal-on-success" and not failed)
        return -1 if stolen else 0

    def means_failure(self, report):
        letter = self.result["letter"]
        if letter == "O":
            return report["object"] is None
        if letter == "P":
            return not report["pointer"]
        if letter == "D":
            return report["number"] == -1.0
        value = int(self.failure) if self.failure in ("0", "-2") else -1
        return letter == "I" and report["integer"] == value

    def outcome(self, report):
        """Success or failure, and where that is not told as the contract says."""
        outcome = Outcome()
        say = outcome.complaints.append
        error, value, declared = report["error"], self.means_failure(report), self.failure
        named = error.__name__ if error is not None else None
        if self.tells is not None:
            outcome.failed = error is not None
            if (error is not None) != self._told(report) and self._told(report) is not None:
                say("failure should be told by `%s`, but %s" % (self.tells, "%s was set" % named if named else "none was set"))
        elif declared == "never":
            if error is not None and not self.sets:
                say("`! never`, but %s was set" % named)
        elif declared == "always":
            if error is None:
                say("`! always`, but nothing was set")
            elif not value and self.result["letter"] != "V":
                say("`! always`, but the result was not that of a failure")
        elif declared in ("NULL?", "-1?"):
            outcome.failed = error is not None
            if error is not None and not value:
                say("`! %s`, but %s was set with another result" % (declared, named))
        elif self.sets:
            outcome.failed = value
        elif declared == "NULL" and self.result.get("nullable") and error is None:
            pass
        else:
            outcome.failed = value or error is not None
            if value and error is None:
                say("`! %s`, but it returned that with nothing set" % declared)
            if error is not None and not value:
                say("`! %s`, but %s was set with another result" % (declared, named))
        if not outcome.failed and declared != "always":
            self._check_values(report, say)
        return outcome

    def _told(self, report):
        """Whether what the probes say of failure is so; None if only the exception tells."""
        for param, cell in zip(self.params, report["cells"]):
            if param["name"] == self.tells:
                return cell is None
        return None

    def _check_values(self, report, say):
        rule = self.result["rule"]
        if rule == "status" and report["integer"] != 0:
            say("`status`, but a success returned %d" % report["integer"])
        if rule == "three-way" and report["integer"] not in (0, 1):
            say("`three-way`, but a success returned %d" % report["integer"])
        if self.gives_object:
            self._check_object("the result", self.result, report["object"], report["error"] is not None, say)
        for param, cell in zip(self.params, report["cells"]):
            if param["rule"].startswith("out") and cell is not None:
                self._check_object("`%s`" % param["name"], param, cell, False, say)

    @staticmethod
    def _check_object(what, declared, shown, may_lack, say):
        if shown is None:
            if not declared["nullable"] and not may_lack:
                say("%s was NULL without an error" % what)
        elif not fits(declared["type"], shown[1]):
            say("%s is no %s, it is of type %s" % (what, declared["type"], shown[1].__name__))
