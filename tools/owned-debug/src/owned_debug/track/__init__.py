"""Tracking of C extensions: their unchanged source is compiled so that its reference traffic goes through a ledger.

`include` shadows `Python.h`, `ledger` keeps the books, and the modules here see to it that a build uses them.
"""
