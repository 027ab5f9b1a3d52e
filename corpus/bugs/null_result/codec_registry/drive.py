# names: find_codec
import extension


def reverse(text):
    return text[::-1]


def step():
    extension.register("reverse", reverse)
    assert extension.find_codec("reverse")("abc") == "cba"
    try:
        extension.find_codec("rot13")
    except (KeyError, SystemError):
        pass
