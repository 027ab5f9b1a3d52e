"""The end of the interpreter, of subinterpreters, of forked processes, with connections open."""

import os
import sys

import pytest
from support import processes

OPEN = """
con = db.connect(":memory:")
con.create_function("f", 1, lambda x: x)
con.create_aggregate("a", 1, type("A", (), {"step": lambda self, x: None, "finalize": lambda self: 1}))
con.set_progress_handler(lambda: None, 10)
cur = con.execute("SELECT column1, a(f(column1)) FROM (VALUES (1), (2), (3)) GROUP BY column1")
cur.fetchone()
"""


@pytest.mark.parametrize("keep", [
    "", "sys.kept = con, cur", "sys.modules['kept'] = cur", "con.create_function('g', 0, lambda: (con, cur))", "db.kept = cur",
    "import builtins; builtins.kept = cur", "import atexit; atexit.register(lambda: cur.fetchall())",
    "threading.Thread(target=lambda: time.sleep(0.1) or cur).start()",
])
def test_the_interpreter_ends_with_a_query_in_the_middle(keep):
    assert processes.said(OPEN + keep + "\nprint('end')") == "end"


def test_it_ends_while_another_thread_runs_a_query():
    source = """
con = db.connect(":memory:", check_same_thread=False)
started = threading.Event()
con.create_function("begin", 1, lambda x: started.set() or x)
sql = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT sum(CASE x WHEN 1 THEN begin(x) ELSE x END) FROM c"
threading.Thread(target=lambda: con.execute(sql), daemon=True).start()
started.wait()
print("end")
"""
    assert processes.said(source) == "end"


def test_it_ends_while_another_thread_calls_functions():
    source = """
con = db.connect(":memory:", check_same_thread=False)
started = threading.Event()
con.create_function("f", 1, lambda x: started.set() or x)
sql = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT sum(f(x)) FROM c"
threading.Thread(target=lambda: con.execute(sql), daemon=True).start()
started.wait()
print("end")
"""
    assert processes.said(source) == "end"


def test_a_destructor_uses_it_at_the_end():
    source = OPEN + """
class Late:
    def __del__(self, con=con, cur=cur):
        try: con.execute("SELECT f(1)"); cur.fetchall()
        except Exception as error: pass
sys.late = Late()
con.create_function("late", 0, Late().__del__)
print("end")
"""
    assert processes.said(source) == "end"


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="3.13 has the module by another name")
def test_a_subinterpreter_is_refused():
    """The module is built without the feature `own-gil`: it says so, and the main interpreter's connections go on."""
    source = OPEN + """
import _xxsubinterpreters as interpreters
inside = '''
try:
    import owned_sqlite
except ImportError as error:
    assert "main interpreter" in str(error), error
else:
    raise AssertionError("it was imported")
'''
for _ in range(3):
    one = interpreters.create()
    interpreters.run_string(one, inside)
    interpreters.destroy(one)
assert con.execute("SELECT f(1)").fetchone() == (1,) and len(cur.fetchall()) == 2
print("end")
"""
    assert processes.said(source) == "end"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
def test_a_forked_child_drops_what_it_has():
    source = OPEN + """
child = os.fork()
if child == 0:
    del cur, con
    gc.collect()
    os._exit(0)
print(os.waitpid(child, 0)[1])
assert len(cur.fetchall()) == 2
"""
    assert processes.said(source) == "0"


def test_the_module_is_imported_anew():
    source = OPEN + """
del sys.modules["owned_sqlite"]
import owned_sqlite as other
assert other is not db and other.connect(":memory:").execute("SELECT 1").fetchone() == (1,)
try: con.execute("SELEC")
except other.OperationalError: print("of the newest")
except db.OperationalError: print("of its own")
del db, other, con, cur
gc.collect()
"""
    assert processes.said(source) in ("of the newest", "of its own")
