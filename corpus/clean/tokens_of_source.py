"""Source taken apart into tokens, and code into instructions."""

import dis
import io
import tokenize

SOURCE = "def f(a, *b):\n    return [a, *b]  # a comment\n"


def step():
    tokens = list(tokenize.generate_tokens(io.StringIO(SOURCE).readline))
    assert any(token.type == tokenize.COMMENT for token in tokens)
    code = compile(SOURCE, "<tokens>", "exec")
    assert [each.opname for each in dis.get_instructions(code)].count("MAKE_FUNCTION") == 1
