"""Drawings: those of the project, the original ones where they are, and small ones written on the spot."""

import os
from pathlib import Path

OWN = Path(__file__).parents[2] / "drawings"

_FRAME = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
     width="{width}" height="{height}"><g inkscape:groupmode="layer" id="layer">{content}</g></svg>
"""

#: low and high overlap in (20, 10) to (34, 24); apart lies by itself.
PAIR = """
<rect id="r1" name="low" order="1" x="4" y="4" width="30" height="20" fill="#ff0000"/>
<rect id="r2" inkscape:label="high" order="2" x="20" y="10" width="30" height="20" fill="#0000ff"/>
<rect id="apart" x="52" y="36" width="10" height="10" fill="#00ff00"/>
"""
WORD = """<text id="word" x="4" y="20" font-size="12" font-family="{family}">abc</text>"""


def write(path, content, width=64, height=48):
    """Writes a drawing with one layer; returns its path."""
    path.write_text(_FRAME.format(content=content, width=width, height=height))
    return path


def originals():
    """The folder of the drawings of 2008, or None: they are not ours to distribute."""
    folder = os.environ.get("INKFACE_FACES")
    return Path(folder) if folder else None
