"""Rust in the C extension `@MODULE@`, for setup.py.

One line adds it, and without that line all is C again:

    extensions = runpy.run_path("@FOLDER@/host.py")["host"](extensions)

The extension's init function is compiled under another name, and the Rust crate in this folder is linked, which has the
init function now and calls C's. cargo runs when the extension is built, and not for an sdist.
"""

import atexit
import functools
import os
import runpy
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
CARGO = runpy.run_path(str(HERE / "cargo.py"))
MODULE = CARGO["MODULE"]
ROOT = Path.cwd()
SOURCE = "@SOURCE@"
INIT = f"PyInit_{MODULE}"


def for_linker():
    """The linker takes the init function out of the library, though no C code calls it, and exports nothing else of it."""
    if sys.platform == "win32":
        return [f"/INCLUDE:{INIT}"]
    if sys.platform == "darwin":
        return [f"-Wl,-u,_{INIT}"]
    return [f"-Wl,-u,{INIT}", f"-Wl,--version-script={HERE / 'symbols.map'}", "-Wl,--gc-sections"]


def with_rust(name, more):
    """A property that has what Rust needs besides what it was given, in one list, which others may add to."""

    def get(extension):
        values = extension.__dict__[name]
        values += [each for each in more(*built()) if each not in values]
        return values

    def put(extension, values):
        extension.__dict__[name] = list(values)

    return property(get, put)


@functools.cache
def built():
    """What cargo gives: the library, and flags for the linker."""
    atexit.register(age)
    return CARGO["build"]()


def age():
    """Makes what was built look older than its sources, so that it is built again when the line is taken out.

    setuptools compares times with those of the sources, and not with that of setup.py.
    """
    from distutils import core

    distribution = getattr(core, "_setup_distribution", None)
    command = distribution.get_command_obj("build_ext", create=False) if distribution else None
    for each in command.extensions if command else []:
        path = Path(command.get_ext_fullpath(each.name))
        if isinstance(each, Hosted) and path.is_file():
            oldest = min(os.stat(name).st_mtime for name in (SOURCE, *each.sources) if os.path.isfile(name))
            os.utime(path, (oldest - 1, oldest - 1))


class Hosted:
    """An extension that asks cargo when it is compiled: what commands besides `build_ext` read is as it was.

    The macros are read right before that, so that what `build.rs` writes is there then.
    """

    define_macros = with_rust("define_macros", lambda library, flags: [(INIT, f"{INIT}_c")])
    extra_objects = with_rust("extra_objects", lambda library, flags: [str(library)])
    extra_link_args = with_rust("extra_link_args", lambda library, flags: [*for_linker(), *flags])


def of_crate():
    """The files that the library is made of, from the folder of setup.py: an sdist has them, and a change builds again."""
    found = []
    for folder, folders, files in os.walk(HERE):
        folders[:] = sorted(name for name in folders if name not in ("target", "__pycache__"))
        found += [Path(folder, name) for name in sorted(files) if not name.endswith(".pyc")]
    return [Path(os.path.relpath(path, ROOT)).as_posix() for path in found]


def host(extensions):
    """Adds Rust to the extension of this name among these, which it returns."""
    found = [each for each in extensions if each.name.rpartition(".")[2] == MODULE]
    if len(found) != 1:
        names = ", ".join(each.name for each in extensions) or "none"
        raise SystemExit(f"host.py: one extension is called `{MODULE}` among those that it is given; these are: {names}")
    (extension,) = found
    if (HERE / "build.rs").is_file():
        written = Path(os.path.relpath(CARGO["WRITTEN"], ROOT)).as_posix()
        if SOURCE not in extension.sources:
            raise SystemExit(f"host.py: `{SOURCE}` is no source of `{extension.name}`: {', '.join(extension.sources)}")
        extension.sources = [written if each == SOURCE else each for each in extension.sources]
        extension.depends = [*extension.depends, SOURCE]
        extension.include_dirs = [*extension.include_dirs, str(HERE)]
    extension.depends = [*extension.depends, *of_crate()]
    # Still an extension of its own class, with all that it was given.
    extension.__class__ = type("Hosted", (Hosted, type(extension)), {})
    return extensions
