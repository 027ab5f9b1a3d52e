"""AddressSanitizer is at work: it reports faults made on purpose, in C and in Rust, compiled as the module is.

Only then does it mean something that the other tests pass under it: `cargo xtask pytest --sanitize` runs these first.
"""

import os
import subprocess
import sys
from pathlib import Path

import inkface
import pytest

#: The commands that compile as the module was compiled, by the ending of the source.
COMPILERS = {"c": os.environ.get("INKFACE_SANITIZED_CC"), "rs": os.environ.get("INKFACE_SANITIZED_RUSTC")}
pytestmark = pytest.mark.skipif(None in COMPILERS.values(), reason="not under a sanitizer: cargo xtask pytest --sanitize")

SOURCES = Path(__file__).parent / "support"
CALL = "import ctypes, sys; faults = ctypes.CDLL(sys.argv[1]); sys.exit(faults.{0})"
# An object is made and dropped, and its first byte is read: where Python's own allocator is at work, nobody notices.
DROPPED = "object = Held(); address = ctypes.c_void_p(id(object)); {0}; sys.exit(faults.touch(address))"
TOUCH = "import ctypes, sys; faults = ctypes.CDLL(sys.argv[1]); Held = type('Held', (), {{}}); " + DROPPED

FAULTS = {
    "overflow": (CALL.format("overflow(16)"), "heap-buffer-overflow"),
    "after_release": (CALL.format("after_release(1)"), "heap-use-after-free"),
    "touch": (TOUCH.format("del object"), "heap-use-after-free"),
}
#: The same calls as they ought to be.
RIGHTS = {
    "overflow": CALL.format("overflow(15)"),
    "after_release": CALL.format("after_release(0)"),
    "touch": TOUCH.format("pass"),
}


@pytest.fixture(scope="module", params=COMPILERS)
def faults(request, tmp_path_factory):
    """The library of faults, from C and from Rust."""
    library = tmp_path_factory.mktemp("faults") / f"wrong-access-{request.param}.so"
    kind = "-shared -fPIC -g" if request.param == "c" else "--crate-type=cdylib --edition=2024 -g"
    command = [*COMPILERS[request.param].split(), *kind.split(), "-o", library, SOURCES / f"wrong_access.{request.param}"]
    # The compilers are not to run under the sanitizer themselves.
    environment = {name: value for name, value in os.environ.items() if name != "LD_PRELOAD"}
    subprocess.run(command, check=True, env={**environment, "RUSTC_BOOTSTRAP": "1"})
    return library


def run(script, library):
    return subprocess.run([sys.executable, "-c", script, library], capture_output=True, text=True)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_reported(faults, fault):
    script, kind = FAULTS[fault]
    result = run(script, faults)
    assert result.returncode != 0
    assert f"ERROR: AddressSanitizer: {kind}" in result.stderr, result.stderr
    assert f" in {fault} " in result.stderr, result.stderr


@pytest.mark.parametrize("right", RIGHTS)
def test_what_is_right_is_not_reported(faults, right):
    result = run(RIGHTS[right], faults)
    assert (result.returncode, result.stderr) == (0, "")


def test_the_module_is_instrumented_by_the_same_compiler(faults):
    """The C compiler and rustc register their global variables with the runtime by functions of different names."""
    names = [b"\0__asan_register_globals\0", b"\0__asan_register_elf_globals\0"]
    asked_for = [name for name in names if name in faults.read_bytes()]
    assert len(asked_for) == 1
    assert asked_for[0] in Path(inkface.__file__).read_bytes()
