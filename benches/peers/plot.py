"""Draws what `cargo xtask bench peers` has kept: of each operation, the instructions of each peer beside C's.

    python plot.py FIGURES.json TO.svg
"""

import json
import sys

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams.update({
    "svg.fonttype": "none",  # text stays text
    "svg.hashsalt": "peers",  # the same names inside at each run
    "font.family": "sans-serif",
    "font.size": 9,
})
from matplotlib import pyplot as plt  # noqa: E402

# By name: what it is called, its colour and mark. Distinct without colours too.
PEERS = {
    "ffi": ("pyo3-ffi", "#7f7f7f", "|"),
    "owned": ("owned", "#d62728", "o"),
    "abi3": ("owned, abi3", "#f4a6a6", "o"),
    "pyo3": ("PyO3", "#e08214", "s"),
    "nanobind": ("nanobind", "#1f78b4", "^"),
    "pybind11": ("pybind11", "#6a3d9a", "D"),
    "cython": ("Cython", "#33a02c", "x"),
}

figures, to = sys.argv[1:]
with open(figures) as file:
    results = json.load(file)
operations = results["operations"]
rows = range(len(operations))

plot, axes = plt.subplots(figsize=(8.2, 0.27 * len(operations) + 1.5), layout="constrained")
for peer, (title, colour, mark) in PEERS.items():
    ratios = [one["costs"][peer]["instructions"] / one["costs"]["c"]["instructions"] for one in operations]
    axes.plot(ratios, rows, mark, label=title, color=colour, markersize=8 if mark == "|" else 5.5,
              markeredgewidth=1.6 if mark in "|x" else 0.6, markeredgecolor=colour if mark in "|x" else "white",
              zorder=4 if peer == "owned" else 3)
axes.axvline(1, color="black", linewidth=0.8, zorder=2)
axes.set_xscale("log")
ticks = [0.5, 0.75, 1, 1.5, 2, 3, 5, 10, 20]
axes.set_xticks(ticks, [f"{tick:g}" for tick in ticks])
axes.minorticks_off()
axes.set_yticks(rows, [one["name"] for one in operations])
axes.set_ylim(len(operations) - 0.4, -0.6)
axes.grid(axis="both", color="#e4e4e4", linewidth=0.6)
axes.set_axisbelow(True)
axes.tick_params(length=0)
for side in axes.spines.values():
    side.set_visible(False)
axes.set_xlabel(f"instructions of a call, the interpreter's included, for each of C's ({results['python']}); less is better")
plot.legend(loc="outside upper center", ncols=len(PEERS), frameon=False)
plot.savefig(to, metadata={"Date": None})
