"""The looks of `check`, each in a process of its own. None knows what to look for.

A look gets the script loaded, calls it, and says what it finds, as it finds it: should the process crash, what was said
before is not lost.
"""
