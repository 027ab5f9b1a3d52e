"""A changed copy of the whole workspace, and the module built from it."""

import os
import re
import shutil
import subprocess
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parents[4]


def build(change):
    """Copies the sources, has `change` called with the folder of the copied example, and builds the module.

    Returns the folder to import it from. The compiled dependencies of the module itself are used again, because cargo
    is run as it was for the module (see the environment that `cargo xtask pytest` sets). What is the project's own has
    to be kept apart there, and cargo tells packages by name, version and place below the root of their workspace: so
    the copy has another version. Its library has another name; what Python calls it is for the macro to say.
    """
    target = Path(os.environ["CARGO_TARGET_DIR"])
    copy = target / "changed-copy-sqlite"
    shutil.rmtree(copy, ignore_errors=True)
    # Cargo also reads the configuration of the folders above: a second one would give every flag twice.
    above = [".cargo"] if target.is_relative_to(ROOT) else []
    left_out = shutil.ignore_patterns("target", ".git", "__pycache__", *above)
    # Times of change are copied too, so that what is the same as in the last run is not compiled again. The example is
    # not the same: the last run may have changed another of its files, which now is as it was.
    shutil.copytree(ROOT, copy / "workspace", ignore=left_out)
    example = copy / "workspace" / "examples" / "sqlite"
    replace(copy / "workspace" / "Cargo.toml", r'^version = "([^"]+)"$', r'version = "\1+changed"')
    replace(example / "Cargo.toml", r'^\[lib\]\nname = "owned_sqlite"$', '[lib]\nname = "owned_sqlite_changed"')
    for file in example.rglob("*"):
        file.touch()
    change(example)

    cargo = [os.environ.get("CARGO", "cargo"), "build", "--quiet", "--offline"]
    cargo += ["--package", "owned-example-sqlite", "--lib", "--features", "ledger"]
    subprocess.run(cargo, cwd=copy / "workspace", check=True)
    library = "libowned_sqlite_changed" + (".dylib" if os.uname().sysname == "Darwin" else ".so")
    module = copy / "stage" / f"owned_sqlite{sysconfig.get_config_var('EXT_SUFFIX')}"
    module.parent.mkdir()
    shutil.copy(target / "debug" / library, module)
    return module.parent


def replace(file, pattern, replacement):
    """Replaces what must be there exactly once."""
    text, times = re.subn(pattern, replacement, file.read_text(), flags=re.MULTILINE)
    assert times == 1, f"{pattern!r} in {file}: {times} times"
    file.write_text(text)
