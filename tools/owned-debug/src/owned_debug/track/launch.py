"""Starts the wrapper of the compiler without the rest of the package, which takes as long to load as C to compile."""

import os
import sys
import types

package = types.ModuleType("owned_debug")
package.__path__ = [os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
sys.modules["owned_debug"] = package

from owned_debug.track.wrapper import main  # noqa: E402

try:
    sys.exit(main(sys.argv[1:]))
except KeyboardInterrupt:
    sys.exit(130)
