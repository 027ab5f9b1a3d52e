"""Runs the plan on the interpreter that runs this: `main.py PLAN RESULTS [JOBS]`, with the cases on the path."""

import gc
import json
import os
import sys
import tempfile

import pool


def main():
    with open(sys.argv[1]) as file:
        plan = json.load(file)
    results, jobs = os.path.abspath(sys.argv[2]), int(sys.argv[3])
    import owned_verify_cases as cases
    import stages

    with tempfile.TemporaryDirectory(prefix="owned-verify-") as folder:
        os.chdir(folder)
        gc.collect()
        gc.freeze()
        missing = set(cases.missing())
        with open(results, "w") as out:
            for function in plan:
                if function["name"] in missing:
                    out.write(json.dumps({"name": function["name"], "missing": True}) + "\n")
            plan = [function for function in plan if function["name"] not in missing]
            for result in pool.examine(plan, stages.Examination, jobs):
                out.write(json.dumps(result) + "\n")
        os.chdir("/")


if __name__ == "__main__":
    main()
