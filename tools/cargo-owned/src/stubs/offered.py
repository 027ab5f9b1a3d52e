"""Prints, as JSON, the stubs that a module offers which was built with the feature `stubs`.

Arguments: the module's name with dots, and its file. The packages that it is in are not imported: they may import it.
"""

import importlib.machinery
import importlib.util
import json
import sys

name, file = sys.argv[1:]
loader = importlib.machinery.ExtensionFileLoader(name, file)
spec = importlib.machinery.ModuleSpec(name, loader, origin=file)
spec.has_location = True
module = importlib.util.module_from_spec(spec)
loader.exec_module(module)
json.dump(getattr(module, "__owned_stubs__", None), sys.stdout)
