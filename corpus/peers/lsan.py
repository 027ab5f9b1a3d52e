"""LeakSanitizer: memory that nothing points at when the process ends is a leak.

The library of gcc is preloaded, and each object of Python is a block of its own (PYTHONMALLOC=malloc). Found is a leak
with a frame of the extension in its stack, or one whose stack an empty program does not have.
"""

import json
import re
from collections import Counter

import case

CALLS = 20
LEAK = re.compile(r"^(?:Direct|Indirect) leak of (\d+) byte\(s\) in (\d+) object\(s\)")
FRAME = re.compile(r"^\s+#\d+ 0x[0-9a-f]+ in (\S+) (.*)|^\s+#\d+ 0x[0-9a-f]+ +\((.*)\)")
OPTIONS = "exitcode=0:fast_unwind_on_malloc=0:malloc_context_size=30:max_leaks=0:allocator_may_return_null=1"


def inside(folder, script):
    step = case.load(folder, script).step
    for _ in range(CALLS):
        step()
    print(json.dumps(case.libraries()))


def leaks(folder, script):
    """How a run died; its leaks, how many objects by stack (the functions and files of its frames); its libraries."""
    done = case.run(__file__, folder, script, LD_PRELOAD="liblsan.so.0", PYTHONMALLOC="malloc", LSAN_OPTIONS=OPTIONS)
    if died := case.crash(done):
        return died, Counter(), []
    if "LeakSanitizer has encountered a fatal error" in done.stderr:
        raise case.CaseFailed(done.stderr[-2000:])
    found, stack, count = Counter(), None, 0
    for line in [*done.stderr.splitlines(), ""]:
        if leak := LEAK.match(line):
            stack, count = [], int(leak[2])
        elif stack is not None and (frame := FRAME.match(line)):
            stack.append(f"{frame[1] or ''} {re.sub(r'0x[0-9a-f]+|:[0-9]+', '', frame[2] or frame[3])}".strip())
        elif stack is not None:
            found[tuple(stack)] += count
            stack = None
    return None, found, case.result(done)


def judge(folder, script):
    died, found, libraries = leaks(folder, script)
    if died:
        return True, died
    usual = case.of_empty_program(__file__, lambda *empty: list(leaks(*empty)[1].items()))
    usual = {tuple(stack): count for stack, count in usual}
    new = {
        stack: count
        for stack, count in found.items()
        if any(library in frame for frame in stack for library in libraries) or count > usual.get(stack, 0)
    }
    if not new:
        return False, "nothing"
    stack, count = max(new.items(), key=lambda each: each[1])
    return True, f"{sum(new.values())} objects by {len(new)} stacks; {count} by {' < '.join(stack[:6])}"


if __name__ == "__main__":
    folder, script, is_inside = case.arguments()
    inside(folder, script) if is_inside else case.tell(judge)
