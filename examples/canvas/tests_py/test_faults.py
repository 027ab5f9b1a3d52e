"""The nine faults of 2008: `inkface` has none of them, and each check finds the mutant that has."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from support import faults, implementations, mutants_build

CASES = [pytest.param(*case, id=f"{case[0]}-{case[1].__name__}-{case[2]}") for case in faults.LIST]
#: Since 3.12 True and False have no count that could go wrong.
IMMORTAL = sys.version_info >= (3, 12)


@pytest.fixture(scope="session")
def compiled(tmp_path_factory):
    return mutants_build.build(tmp_path_factory.mktemp("mutants"))


def test_every_fault_is_in_the_list():
    assert {case[0] for case in faults.LIST} == set(range(1, 10))


def test_every_mutant_is_in_the_list(compiled):
    class Anything:
        def __getattr__(self, name):
            return print

    assert set(implementations.mutants(Anything())) == {case[2] for case in faults.LIST}


@pytest.mark.parametrize(("fault", "check", "mutant", "reason"), CASES)
def test_inkface_does_not_have_the_fault(pair, fault, check, mutant, reason):
    check(implementations.Inkface(pair))


@pytest.mark.parametrize(("fault", "check", "mutant", "reason"), CASES)
def test_the_check_finds_the_mutant(compiled, pair, fault, check, mutant, reason):
    if IMMORTAL and check is faults.a_flag_leaves_true_and_false_alone:
        pytest.skip("this interpreter's True and False are immortal")
    arguments = [check.__name__, mutant, str(compiled.parent), str(pair)]
    here = Path(__file__).parent
    done = subprocess.run(
        [sys.executable, "-m", "support.run_mutant", *arguments], cwd=here, capture_output=True, text=True, timeout=120
    )
    output = done.stdout + done.stderr
    assert done.returncode != 0, f"the mutant has survived: {output}"
    assert re.search(reason, output), f"it failed for another reason: {output}"
