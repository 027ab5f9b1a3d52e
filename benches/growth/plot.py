"""Draws what `cargo xtask bench growth` has measured: `plot.py FIGURES.tsv TO.svg`."""

import sys
from collections import defaultdict

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "growth", "font.size": 8})
from matplotlib import pyplot as plt  # noqa: E402

figures, to = sys.argv[1:]
lines = defaultdict(list)
with open(figures) as file:
    for line in file:
        operation, items, nanoseconds = line.rstrip("\n").split("\t")
        lines[operation].append((int(items), float(nanoseconds)))

columns = 4
rows = -(-len(lines) // columns)
plot, axes = plt.subplots(rows, columns, figsize=(9, 1.9 * rows), layout="constrained", squeeze=False)
for axis, (operation, points) in zip(axes.flat, lines.items()):
    items, nanoseconds = zip(*points)
    axis.plot(items, nanoseconds, "o-", color="#d62728", markersize=3, linewidth=1)
    axis.set(title=operation, xscale="log", yscale="log")
    axis.title.set_fontsize(8)
    # Two decades at least: a line that looks level is.
    low, high = min(nanoseconds), max(nanoseconds)
    middle = (low * high) ** 0.5
    axis.set_ylim(min(low / 2, middle / 10), max(high * 2, middle * 10))
    axis.grid(color="#e4e4e4", linewidth=0.5)
    axis.minorticks_off()
    for side in ("top", "right"):
        axis.spines[side].set_visible(False)
for axis in list(axes.flat)[len(lines):]:
    axis.set_visible(False)
plot.supxlabel("items")
plot.supylabel("nanoseconds for each")
plot.savefig(to, metadata={"Date": None})
