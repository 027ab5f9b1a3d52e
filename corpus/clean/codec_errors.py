"""A handler of encoding errors that is registered anew each call, by the same name."""

import codecs
import unicodedata


def step():
    seen = []

    def name_it(error):
        seen.append(error)
        return "".join(f"<{unicodedata.name(each)}>" for each in error.object[error.start : error.end]), error.end

    codecs.register_error("corpus.names", name_it)
    assert "a→b".encode("ascii", "corpus.names") == b"a<RIGHTWARDS ARROW>b"
    assert unicodedata.normalize("NFD", "é") == "e\u0301" and len(seen) == 1
    codecs.register_error("corpus.names", codecs.strict_errors)
