"""Runs one check of the regression list on one mutant, in a process that may die of it.

    python -m support.run_mutant CHECK MUTANT FOLDER DRAWING
"""

import faulthandler
import resource
import sys

from support import faults, implementations


def main(check, name, folder, drawing):
    faulthandler.enable()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.path.insert(0, folder)
    import mutants

    getattr(faults, check)(implementations.mutant(mutants, name, drawing))
    print("survived")


if __name__ == "__main__":
    main(*sys.argv[1:])
