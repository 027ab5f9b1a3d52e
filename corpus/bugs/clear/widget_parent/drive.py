# names: widgets.Widget
import extension


def step():
    window, button = extension.Widget(), extension.Widget()
    button.parent = window
    window.handlers["tap"] = button.handlers
    window.parent = window
