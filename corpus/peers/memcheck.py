"""Valgrind's memcheck: blocks that are definitely lost at the end, and accesses to memory that is not the program's.

Each object of Python is a block of its own (PYTHONMALLOC=malloc); nothing is suppressed. Found is what is more than in
an empty program.
"""

import re

import case

CALLS = 10
VALGRIND = ("valgrind", "--leak-check=full", "--show-leak-kinds=definite", "--error-limit=no", "--num-callers=20")
LOST = re.compile(r"definitely lost: [\d,]+ bytes in ([\d,]+) blocks")
INVALID = re.compile(r"^==\d+== (Invalid (?:read|write|free).*)", re.MULTILINE)


def inside(folder, script):
    step = case.load(folder, script).step
    for _ in range(CALLS):
        step()


def errors(folder, script):
    """How it died, the number of blocks that are lost, and the invalid accesses."""
    done = case.run(__file__, folder, script, before=VALGRIND, PYTHONMALLOC="malloc")
    lost = LOST.search(done.stderr)
    return case.crash(done), int(lost[1].replace(",", "")) if lost else 0, INVALID.findall(done.stderr)


def judge(folder, script):
    died, lost, invalid = errors(folder, script)
    _, usual_lost, usual_invalid = case.of_empty_program(__file__, errors)
    says = [died] if died else []
    if len(invalid) > len(usual_invalid):
        says.append(f"{len(invalid)} kinds of invalid accesses, {len(usual_invalid)} without; first: {invalid[0]}")
    if lost > usual_lost:
        says.append(f"{lost} blocks definitely lost, {usual_lost} without")
    return bool(says), "; ".join(says) or "nothing"


if __name__ == "__main__":
    folder, script, is_inside = case.arguments()
    inside(folder, script) if is_inside else case.tell(judge)
