"""The pytest plugin, run in sessions of its own."""

import textwrap

import pytest
from fake_extension import search_path

PREPARE = """
    import pytest
    from fake_extension import Handle, install
    fake = install()
    kept = []
    def use(line=1):
        Handle(fake, line=line)
"""


@pytest.fixture(autouse=True)
def paths(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """The inner session finds the fake extension."""
    monkeypatch.setenv("PYTHONPATH", search_path())


def run(pytester: pytest.Pytester, tests: str, *options: str) -> pytest.RunResult:
    pytester.makepyfile(textwrap.dedent(PREPARE) + textwrap.dedent(tests))
    return pytester.runpytest_subprocess("--handles", "-p", "no:cacheprovider", *options)


LEAK = """
    def test_first():
        use()
    def test_leak():
        kept.append(Handle(fake))
    def test_clean():
        use()
"""


def test_a_leak_is_an_error_of_its_test(pytester: pytest.Pytester) -> None:
    result = run(pytester, LEAK)
    result.assert_outcomes(passed=3, errors=1)
    result.stdout.fnmatch_lines(["*ERROR at teardown of test_leak*", "1 handle more than before the test:"])
    result.stdout.fnmatch_lines(["*+1 Owned<Str> at src/lib.rs:1", "*3 tests checked, counting the handles of fake"])


def test_nothing_is_checked_unless_asked_for(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(textwrap.dedent(PREPARE + LEAK))
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=3)
    result.stdout.no_fnmatch_line("*handles*")


def test_the_lines_of_python_at_level_frames(pytester: pytest.Pytester) -> None:
    result = run(pytester, LEAK, "--handles-level=frames")
    result.stdout.fnmatch_lines(["*held since *fake_extension.py:*"])


CACHE = """
    def cached():
        if not kept:
            kept.append(Handle(fake))
        use(2)
    def test_fills():
        cached()
    def test_uses():
        cached()
"""


def test_a_cache_that_is_filled_once_is_not_reported(pytester: pytest.Pytester) -> None:
    result = run(pytester, CACHE)
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["held since their first use and not used again*", "*+1 Owned<Str>*in *::test_fills"])


def test_a_site_that_is_used_on_and_stays_constant_is_not_listed(pytester: pytest.Pytester) -> None:
    result = run(pytester, CACHE + "    def test_again():\n        use(1)\n")
    result.assert_outcomes(passed=3)
    result.stdout.no_fnmatch_line("held since*")


def test_strict_reports_first_uses(pytester: pytest.Pytester) -> None:
    run(pytester, CACHE, "--handles-strict").assert_outcomes(passed=2, errors=1)


def test_the_second_leak_names_the_first(pytester: pytest.Pytester) -> None:
    tests = """
        def test_one():
            kept.append(Handle(fake))
        def test_two():
            kept.append(Handle(fake))
    """
    result = run(pytester, tests)
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["*it grew when it was first used, in *::test_one, too"])


def test_fixtures_of_wider_scopes_may_keep(pytester: pytest.Pytester) -> None:
    tests = """
        @pytest.fixture(scope="module")
        def shared():
            return Handle(fake)
        @pytest.fixture
        def own(shared):
            return [Handle(fake), Handle(fake)]
        def test_first():
            use()
        def test_uses(shared, own):
            pass
        def test_late(request):
            request.getfixturevalue("shared")
        class TestMore:
            @pytest.fixture(scope="class", autouse=True)
            def mine(self):
                type(self).thing = Handle(fake)
            def test_class(self, own):
                self.made = Handle(fake)
    """
    run(pytester, tests).assert_outcomes(passed=4)


def test_a_leak_beside_a_wider_fixture_is_found(pytester: pytest.Pytester) -> None:
    tests = """
        @pytest.fixture(scope="session")
        def shared():
            return Handle(fake)
        def test_first():
            use()
        def test_uses(shared):
            kept.append(Handle(fake))
    """
    run(pytester, tests).assert_outcomes(passed=2, errors=1)


def test_a_wider_fixture_that_keeps_what_it_made_is_no_leak_of_the_last_test(pytester: pytest.Pytester) -> None:
    tests = """
        @pytest.fixture(scope="session")
        def shared():
            kept.append(Handle(fake))
            return Handle(fake)
        def test_first():
            use()
        def test_uses(shared):
            pass
    """
    run(pytester, tests).assert_outcomes(passed=2)


def test_a_log_that_is_kept_until_a_wider_fixture_has_gone(pytester: pytest.Pytester) -> None:
    tests = """
        @pytest.fixture(scope="session")
        def shared():
            return Handle(fake)
        def test_first():
            use()
        def test_logs(shared, caplog):
            __import__("logging").getLogger().warning("%s", Handle(fake))
    """
    run(pytester, tests).assert_outcomes(passed=2)


def test_a_fixture_with_parameters(pytester: pytest.Pytester) -> None:
    tests = """
        @pytest.fixture(scope="module", params=[1, 2])
        def shared(request):
            return [Handle(fake) for _ in range(request.param)]
        def test_first():
            use()
        def test_uses(shared):
            pass
        def test_also(shared):
            pass
    """
    run(pytester, tests).assert_outcomes(passed=5)


def test_test_cases_of_unittest(pytester: pytest.Pytester) -> None:
    tests = """
        import unittest
        class Case(unittest.TestCase):
            @classmethod
            def setUpClass(cls):
                use()
                cls.shared = Handle(fake)
            def setUp(self):
                self.made = Handle(fake)
            def test_clean(self):
                pass
            def test_leak(self):
                kept.append(Handle(fake))
    """
    run(pytester, tests).assert_outcomes(passed=2, errors=1)


def test_what_failed_is_not_checked_and_disturbs_no_other(pytester: pytest.Pytester) -> None:
    tests = """
        def test_first():
            use()
        def test_fails():
            made = Handle(fake)
            assert False
        @pytest.mark.xfail
        def test_expected_to():
            made = Handle(fake)
            assert False
        def test_leak():
            kept.append(Handle(fake))
        def test_skips():
            made = Handle(fake)
            pytest.skip()
    """
    run(pytester, tests).assert_outcomes(passed=2, failed=1, xfailed=1, errors=1, skipped=1)


def test_what_is_captured_and_logged_is_no_leak(pytester: pytest.Pytester) -> None:
    tests = """
        import logging
        def test_first():
            use()
        def test_logs(caplog, capsys):
            made = Handle(fake)
            logging.getLogger().warning("%s", made)
            print(made)
            assert capsys.readouterr().out and caplog.records
    """
    run(pytester, tests).assert_outcomes(passed=2)


@pytest.mark.parametrize("allow", ["1", "'src/lib.rs:1'", "['Owned<*>']", "{'lib.rs': 1}"])
def test_the_marker_allows(pytester: pytest.Pytester, allow: str) -> None:
    tests = f"""
        def test_first():
            use()
        @pytest.mark.handles(allow={allow})
        def test_allowed():
            kept.append(Handle(fake))
        @pytest.mark.handles(allow={allow})
        def test_leak():
            use(2)
            kept.append(Handle(fake, handle="Py<Any>", file="src/other.rs"))
            kept.append(Handle(fake, handle="Py<Any>", file="src/other.rs"))
    """
    run(pytester, tests, "--handles-strict").assert_outcomes(passed=3, errors=1)


def test_the_settings_allow(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nhandles_allow =\n    src/lib.rs:1\n")
    run(pytester, LEAK).assert_outcomes(passed=3)


VIOLATIONS = """
    def test_violates():
        fake.violate("stole")
    @pytest.mark.expect_violation("stole")
    def test_expects():
        fake.violate("stole")
    @pytest.mark.expect_violation("stole")
    def test_expects_in_vain():
        pass
    @pytest.mark.expect_violation("stole")
    def test_expects_another():
        fake.violate("leaked")
"""


def test_violations(pytester: pytest.Pytester) -> None:
    result = run(pytester, VIOLATIONS)
    result.assert_outcomes(passed=4, errors=3)
    result.stdout.fnmatch_lines(
        ["*at teardown of test_violates*", "contract violated: stole: PyList_Append at src/c.rs:9 (fake)"]
    )
    result.stdout.fnmatch_lines(["*at teardown of test_expects_in_vain*", "no violation of kind 'stole'*"])


def test_violations_that_are_recorded(pytester: pytest.Pytester) -> None:
    result = run(pytester, VIOLATIONS + "    fake.violate('import')\n", "--handles-violations=record")
    result.assert_outcomes(passed=4, errors=2)
    result.stdout.fnmatch_lines(["violations that were recorded:", "*stole: PyList_Append*"])
    result.stdout.fnmatch_lines(["violations outside of tests:", "*import: PyList_Append*"])


def test_violations_that_are_warned_of(pytester: pytest.Pytester) -> None:
    run(pytester, VIOLATIONS, "--handles-violations=warn").assert_outcomes(passed=4, errors=2, warnings=2)


def test_nothing_counted_is_said(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_it(): pass")
    result = pytester.runpytest_subprocess("--handles")
    result.stdout.fnmatch_lines(["nothing was counted: *"])


def test_an_extension_that_does_not_count_is_made_to(pytester: pytest.Pytester) -> None:
    run(pytester, LEAK + "    fake.level = 'off'\n").assert_outcomes(passed=3, errors=1)


def test_with_xdist(pytester: pytest.Pytester) -> None:
    pytest.importorskip("xdist")
    tests = """
        def test_first():
            use()
        @pytest.mark.parametrize("number", range(4))
        def test_leak(number):
            use()
            kept.append(Handle(fake))
        def test_cache():
            kept.append(Handle(fake, line=3))
    """
    result = run(pytester, tests, "-n2", "--dist=loadfile")
    result.assert_outcomes(passed=6, errors=4)
    result.stdout.fnmatch_lines(["6 tests checked, counting the handles of fake", "held since*", "*lib.rs:3, in *"])
