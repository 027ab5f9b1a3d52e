"""What `track` needs besides its modules is in the wheel."""

import subprocess
import sys
import zipfile
from pathlib import Path

from tracking import Tools

PACKAGE = Path(__file__).parents[1]


def test_the_wheel_has_all_of_the_folder(tmp_path: Path, tools: Tools) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--find-links", tools.wheels, "--wheel-dir", str(tmp_path), str(PACKAGE)], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    shipped = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("owned_debug/track/")}
    files = (PACKAGE / "src/owned_debug/track").rglob("*.*")
    here = {path.relative_to(PACKAGE / "src").as_posix() for path in files if "__pycache__" not in path.parts}
    assert here <= shipped
    assert "owned_debug/track/include/Python.h" in shipped
    assert any(name.endswith(".c") for name in shipped), "the ledger"
