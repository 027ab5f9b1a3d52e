"""Pages read by a parser of one's own."""

import html
from html.parser import HTMLParser


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []
        self.handlers = {"a": self.link}

    def handle_starttag(self, tag, attributes):
        self.handlers.get(tag, lambda attributes: None)(dict(attributes))

    def link(self, attributes):
        self.found.append(attributes["href"])


def step():
    parser = Links()
    parser.feed("<p>see <a href='one'>1</a> &amp; <a href='two'>2</a><!-- <a href='no'> -->")
    parser.close()
    assert parser.found == ["one", "two"] and html.unescape(html.escape("<&>")) == "<&>"
