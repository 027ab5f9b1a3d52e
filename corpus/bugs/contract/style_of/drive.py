import extension

plain = bytes(100)
paragraphs = [plain] * 100_000
styles = {"plain": plain}


def step():
    assert extension.same_style(styles, "plain", paragraphs[0])
