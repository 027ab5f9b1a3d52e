"""Builds the Rust crate in this folder as a static library, for the C build that links it.

As a script, `cargo.py LIBRARY SOURCE`, it lays the library there, and a C file that includes what `build.rs` writes
around `@SOURCE@`. Neither is touched where nothing has changed.
"""

import hashlib
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

MODULE = "@MODULE@"
HERE = Path(__file__).resolve().parent
WRITTEN = HERE / f"owned_{MODULE}.c"
"""What `build.rs` writes, if there is one."""

NO_CARGO = f"""cargo was not found, and it builds the Rust part of `{MODULE}` ({HERE}).
Install Rust (https://rustup.rs), or name cargo by the variable CARGO; or take out of the C build the line that adds the
Rust part: then all of it is C again."""


def build():
    """Runs cargo; returns the library, and the flags that link what Rust itself needs of the system."""
    command = [os.environ.get("CARGO") or "cargo", "rustc", "--release", "--lib", "--crate-type=staticlib"]
    command += ["--message-format=json", "--", "--print=native-static-libs"]
    # The interpreter that builds is the one that it is built for, and it is there when the module is loaded.
    environment = {**os.environ, "PYO3_PYTHON": sys.executable, "PYO3_BUILD_EXTENSION_MODULE": "1"}
    try:
        cargo = subprocess.Popen(command, cwd=HERE, env=environment, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    except FileNotFoundError:
        raise SystemExit(NO_CARGO) from None
    library, flags = None, []
    for line in cargo.stdout:
        try:
            message = json.loads(line)
        except ValueError:
            # What build scripts of dependencies print is not for us.
            continue
        if message["reason"] == "compiler-message":
            text = message["message"]["message"]
            if text.startswith("native-static-libs:"):
                flags = shlex.split(text.partition(":")[2])
            elif "native-static-libs" not in text and "native artifacts" not in text:
                print(message["message"]["rendered"], end="", file=sys.stderr, flush=True)
        elif message["reason"] == "compiler-artifact" and Path(message["manifest_path"]) == HERE / "Cargo.toml":
            libraries = [name for name in message["filenames"] if name.endswith((".a", ".lib"))]
            library = Path(libraries[0]) if libraries else library
    if cargo.wait() != 0:
        raise SystemExit(f"cargo could not build the Rust part of `{MODULE}` ({HERE}): its messages are above.")
    if library is None:
        raise SystemExit(f"{HERE / 'Cargo.toml'} has no library: a `[lib]` with `src/lib.rs` is what is linked.")
    return library, flags


def lay(path, content):
    """Writes a file, unless it has this content."""
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def main():
    library, source = map(Path, sys.argv[1:])
    lay(library, build()[0].read_bytes())
    if WRITTEN.is_file():
        # With the hash, it changes when the file does: what is built again is decided by that.
        mark = hashlib.sha256(WRITTEN.read_bytes()).hexdigest()
        lay(source, f'/* {mark} */\n#include "{WRITTEN.as_posix()}"\n'.encode())
    else:
        lay(source, b'#error "there is no build.rs beside cargo.py, so nothing is written around the C source"\n')


if __name__ == "__main__":
    main()
