"""The pytest plugin: `--handles` checks each test for handles that it leaves behind.

`owned_debug.watching` has the rule. A test is checked after its teardown, so that a leak is an error of the teardown,
beside the outcome of the test itself. A test that failed is not checked: its traceback holds its locals.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Generator, Iterable, Sequence
from typing import Any, cast, get_args

import pytest

from . import violations
from .allowing import Allow
from .protocol import LEVELS, Level, Violation
from .violations import Log, Policy
from .watching import Watch

_FAILED = pytest.StashKey[bool]()
_NAME = "owned_debug"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options of the plugin."""
    group = parser.getgroup("handles", "handles of extension modules (owned-debug)")
    group.addoption("--handles", action="store_true", help="check each test for handles that it leaves behind")
    group.addoption(
        "--handles-strict", action="store_true", help="report growth at sites that are used for the first time as well"
    )
    group.addoption(
        "--handles-level",
        choices=LEVELS[1:],
        default="sites",
        help="what is kept of each handle; with 'frames' a leak says the lines of Python too",
    )
    group.addoption(
        "--handles-violations",
        choices=get_args(Policy),
        default="raise",
        help="what is done about violated contracts: record, warn, raise (the test fails; the default), abort",
    )
    parser.addini("handles_allow", "sites that may grow in any test, one pattern a line", type="linelist", default=[])


def pytest_configure(config: pytest.Config) -> None:
    """Register the markers, and what does the work if it is asked for."""
    config.addinivalue_line(
        "markers", "handles(allow=...): what the test may leave behind: a number, patterns of sites, a dict of both"
    )
    config.addinivalue_line(
        "markers", "expect_violation(kind): with --handles, the test must violate a contract in this way"
    )
    if config.getoption("--handles"):
        config.pluginmanager.register(HandlesPlugin(config), "owned_debug_handles")


class HandlesPlugin:
    """What `--handles` adds to a session. With xdist each worker has one, and the controller one that only reports."""

    def __init__(self, config: pytest.Config) -> None:
        self._allow: list[str] = config.getini("handles_allow")
        self._policy: Policy = config.getoption("--handles-violations")
        self._watch = Watch(config.getoption("--handles-strict"), cast(Level, config.getoption("--handles-level")))
        self._log = Log(from_now=True)
        self._outside: list[Violation] = []
        self._recorded: list[Violation] = []
        self._item: pytest.Item | None = None
        self._workers: list[dict[str, Any]] = []

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> Generator[None, None, None]:
        """Count before anything of the test is there."""
        # The failure of an earlier test, which pytest itself lets go a little later, holds the locals of that test.
        for name in ("last_type", "last_value", "last_traceback", "last_exc"):
            sys.__dict__.pop(name, None)
        item.stash[_FAILED] = False
        self._outside += self._log.new()
        self._watch.start()
        yield

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(
        self, fixturedef: pytest.FixtureDef[Any], request: pytest.FixtureRequest
    ) -> Generator[None, object, object]:
        """Count what fixtures of a wider scope make, whoever is the first to ask for them."""
        if fixturedef.scope == "function":
            return (yield)
        with self._watch.wider() as made:
            result = yield

        def release() -> None:
            if self._item is not None:
                _let_go(self._item)
            self._watch.release(made)

        # Finalizers run from the last to the first: this one before those of the fixture.
        fixturedef.addfinalizer(release)
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Remember what failed, also where it was expected to."""
        if call.excinfo is not None and not call.excinfo.errisinstance(pytest.skip.Exception):
            item.stash[_FAILED] = True
        return (yield)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> Generator[None, None, None]:
        """Count when everything of the test is gone, and fail if it is not."""
        self._item = item
        self._watch.tear_down()
        try:
            yield
        except BaseException:
            self._watch.skip()
            raise
        finally:
            self._item = None
        _let_go(item)
        failed = item.stash.get(_FAILED, False)
        problems = self._violated(item, failed)
        if failed:
            self._watch.skip()
        else:
            problems.append(self._watch.end(item.nodeid, self._allowed(item)))
        text = "\n".join(filter(None, problems))
        if text:
            pytest.fail(text, pytrace=False)

    def _allowed(self, item: pytest.Item) -> list[Allow]:
        """What the settings allow every test, then what each marker allows this one."""
        markers = item.iter_markers("handles")
        return [self._allow, *(marker.kwargs.get("allow") or next(iter(marker.args), None) for marker in markers)]

    def _violated(self, item: pytest.Item, failed: bool) -> list[str]:
        """What the test did against contracts, or should have done; treated by the policy."""
        found = self._log.new()
        expected = [kind for marker in item.iter_markers("expect_violation") for kind in marker.args or [None]]
        surprising = [each for each in found if None not in expected and each.kind not in expected]
        kinds = {each.kind for each in found}
        missing = [kind for kind in expected if not (kinds if kind is None else kind in kinds)]
        problems = [f"no violation{f' of kind {kind!r}' if kind else ''}, though one was expected" for kind in missing]
        if failed:
            problems = []
        self._recorded += surprising
        violations.recorded.extend(surprising)
        if surprising and self._policy == "raise":
            problems += [f"contract violated: {each}" for each in surprising]
        elif surprising:
            violations.apply(self._policy, surprising)
        return problems

    def _result(self) -> dict[str, Any]:
        watch = self._watch
        return {
            "tests": watch.tests,
            "extensions": sorted(watch.extensions),
            "unexplained": watch.unexplained(),
            "violations": [str(each) for each in (self._recorded if self._policy == "record" else [])],
            "outside": [str(each) for each in [*self._outside, *self._log.new()]],
        }

    @pytest.hookimpl
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """A worker of xdist hands its result to the controller."""
        output = getattr(session.config, "workeroutput", None)
        if output is not None:
            output[_NAME] = json.dumps(self._result())

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any, error: object) -> None:
        """The controller of xdist takes it."""
        result = getattr(node, "workeroutput", {}).get(_NAME)
        if result is not None:
            self._workers.append(json.loads(result))

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Say what was counted, and what cannot be told from a leak."""
        terminalreporter.section("handles")
        for line in summary(self._workers or [self._result()]):
            terminalreporter.line(line)


def summary(results: Sequence[dict[str, Any]]) -> Iterable[str]:
    """The lines at the end of a session, from the results of its processes."""
    extensions = sorted({name for result in results for name in result["extensions"]})
    tests = sum(result["tests"] for result in results)
    if extensions:
        yield f"{tests} tests checked, counting the handles of {', '.join(extensions)}"
    else:
        yield "nothing was counted: no module that the tests loaded was built with the feature `ledger`"
    unexplained = [row for result in results for row in result["unexplained"]]
    if unexplained:
        yield "held since their first use and not used again, so that a cache cannot be told from a leak:"
        yield from (f"{row['growth']:>+8} {row['site']}, in {row['test']}" for row in unexplained)
    for title, key in (("violations that were recorded", "violations"), ("violations outside of tests", "outside")):
        rows = [row for result in results for row in result[key]]
        if rows:
            yield f"{title}:"
            yield from (f"    {row}" for row in rows)


def _let_go(item: pytest.Item) -> None:
    """Pytest keeps the values of fixtures and the instance of the class a little longer than the teardown."""
    funcargs = getattr(item, "funcargs", None)
    if isinstance(funcargs, dict):
        funcargs.clear()
    if getattr(item, "cls", None) is not None and "_instance" in vars(item):
        # Both are made anew when they are asked for, so that plugins which run a test again find them.
        item.__dict__["_obj"] = None
        del item.__dict__["_instance"]
