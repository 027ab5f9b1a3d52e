"""Documents whose nodes know their parents, and a parser with callbacks."""

from xml.dom import minidom
from xml.parsers import expat

TEXT = "<a><b c='d'>text</b><!-- note --><e/></a>"


class Reader:
    def __init__(self):
        self.depth, self.deepest = 0, 0
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end

    def start(self, name, attributes):
        self.depth += 1
        self.deepest = max(self.deepest, self.depth)

    def end(self, name):
        self.depth -= 1


def step():
    document = minidom.parseString(TEXT)
    assert document.documentElement.firstChild.getAttribute("c") == "d"
    reader = Reader()
    reader.parser.Parse(TEXT, True)
    assert reader.deepest == 2
