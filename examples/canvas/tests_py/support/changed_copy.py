"""A changed copy of the whole workspace, and the module built from it."""

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parents[4]


def build(change):
    """Copies the sources, has `change` called with the folder of the copied example, and builds the module.

    Returns the folder to import it from. The compiled dependencies of the module itself are used again, because cargo
    is run as it was for the module (see the environment that `cargo xtask pytest` sets). So that the two are kept
    apart there, the library of the copy has another name; what Python calls it is said by the macro, not by that.
    """
    target = Path(os.environ["CARGO_TARGET_DIR"])
    copy = target / "changed-copy"
    shutil.rmtree(copy, ignore_errors=True)
    # Cargo also reads the configuration of the folders above: a second one would give every flag twice.
    above = [".cargo"] if target.is_relative_to(ROOT) else []
    left_out = shutil.ignore_patterns("target", ".git", "__pycache__", *above)
    # Times of change are copied too: what is the same as in the last run is not compiled again.
    shutil.copytree(ROOT, copy / "workspace", ignore=left_out)
    example = copy / "workspace" / "examples" / "canvas"
    replace(example / "Cargo.toml", '[lib]\nname = "inkface"\n', '[lib]\nname = "inkface_changed"\n')
    change(example)

    cargo = [os.environ.get("CARGO", "cargo"), "build", "--quiet", "--offline", "--locked"]
    cargo += ["--package", "inkface", "--lib", "--features", "ledger"]
    subprocess.run(cargo, cwd=copy / "workspace", check=True)
    library = "libinkface_changed" + (".dylib" if os.uname().sysname == "Darwin" else ".so")
    module = copy / "stage" / f"inkface{sysconfig.get_config_var('EXT_SUFFIX')}"
    module.parent.mkdir()
    shutil.copy(target / "debug" / library, module)
    return module.parent


def replace(file, old, new):
    """Replaces what must be there exactly once."""
    text = file.read_text()
    assert text.count(old) == 1, f"{old!r} in {file}: {text.count(old)} times"
    file.write_text(text.replace(old, new))
