"""A script whose calls go through a function of ours, so that those of native functions can be looked at one by one."""

from __future__ import annotations

import ast
import types
from collections.abc import Callable
from typing import Any

from ..measuring import type_name
from ..scripts import Transform

Hook = Callable[..., Any]
"""Called with what is to be called and its arguments; returns what the call returns."""

_NAME = "__owned_debug_call__"
# These look at the frame that calls them.
_LEFT_ALONE = {"super", "locals", "globals", "vars", "dir", "eval", "exec", "breakpoint"}


def through(hook: Hook) -> Transform:
    """The change that sends every call of a script through `hook`; its lines stay what they are."""

    def transform(tree: ast.Module) -> tuple[ast.Module, dict[str, Any]]:
        changed: ast.Module = ast.fix_missing_locations(_Calls().visit(tree))
        return changed, {_NAME: hook}

    return transform


class _Calls(ast.NodeTransformer):
    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id in _LEFT_ALONE:
            return node
        name = ast.copy_location(ast.Name(_NAME, ast.Load()), node.func)
        return ast.copy_location(ast.Call(name, [node.func, *node.args], node.keywords), node)


def name_of(function: Any) -> str:
    """What a native function or a class is called in reports."""
    owner = getattr(function, "__self__", None)
    if owner is not None and not isinstance(owner, (type, types.ModuleType)):
        return f"{type_name(type(owner))}.{function.__name__}"
    module = getattr(function, "__module__", None) or getattr(getattr(function, "__self__", None), "__name__", None)
    name = getattr(function, "__qualname__", None) or type(function).__qualname__
    return f"{module}.{name}" if isinstance(module, str) else str(name)
