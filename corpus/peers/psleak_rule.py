"""The rule of the package `psleak`: memory of the process that keeps growing over many calls is a leak.

Only its check of memory is used. Its check of garbage takes every cycle for a leak, the bug's and the twin's alike.
"""

import json
import unittest
import warnings

import case


def inside(folder, script):
    import psleak

    step = case.load(folder, script).step
    warnings.simplefilter("ignore", RuntimeWarning)

    class Steps(psleak.MemoryLeakTestCase):
        checkers = psleak.Checkers.only("memory")

        def test_step(self):
            self.execute(step)

    result = unittest.TestResult()
    Steps("test_step").run(result)
    leaks = [text for _, text in result.failures]
    others = [text for _, text in result.errors + result.skipped]
    print(json.dumps({"leaks": leaks, "others": others}))


def judge(folder, script):
    done = case.run(__file__, folder, script, PYTHONMALLOC="malloc", PYTHONUNBUFFERED="1")
    if died := case.crash(done):
        return True, died
    said = case.result(done)
    if said["others"]:
        raise case.CaseFailed(said["others"][0])
    return bool(said["leaks"]), said["leaks"][0].strip().splitlines()[-1] if said["leaks"] else "nothing"


if __name__ == "__main__":
    folder, script, is_inside = case.arguments()
    inside(folder, script) if is_inside else case.tell(judge)
