//! Adopted modules, asked for in interpreters besides the main one.

#[path = "../../owned/tests/support/mod.rs"]
mod support;

mod adopted;

use adopted::run;

/// Python code in which `elsewhere(source)` runs statements in an interpreter that shares the GIL, and gives what they write to
/// `say`.
const ELSEWHERE: &str = "
import os, _testcapi
def elsewhere(source):
    read, write = os.pipe()
    text = f'''
import os
def say(*words): os.write({write}, (' '.join(map(str, words)) + chr(10)).encode())
def attempt(call):
    try: result = call()
    except BaseException as error: say(type(error).__name__ + ':', error)
    else: say('gave', result)
''' + source
    failed = _testcapi.run_in_subinterp(text)
    os.close(write)
    with open(read) as said: lines = said.read().splitlines()
    assert not failed, lines
    return lines
";

#[test]
fn a_module_of_one_phase_is_the_main_interpreters_alone() {
    run(&format!(
        "{ELSEWHERE}
for name in 'single', 'vault':
    code = f'''
attempt(lambda: __import__('{{name}}').__name__)
attempt(lambda: __import__('{{name}}').__name__)
'''
    refused = f'ImportError: module {{name}} can only be imported in the main interpreter'
    assert elsewhere(code) == [refused] * 2, elsewhere(code)
    module = __import__(name)
    assert elsewhere(code) == [refused] * 2, elsewhere(code)
    assert __import__(name) is module
"
    ));
}

#[test]
fn a_module_of_two_phases_is_refused_before_c_makes_anything() {
    if cfg!(feature = "own-gil") {
        return; // taken there, from 3.12 on: `owned/tests/own_gil.rs`
    }
    run(&format!(
        "{ELSEWHERE}
code = '''
attempt(lambda: __import__('heap').__name__)
import gc
say(len([one for one in gc.get_objects() if isinstance(one, type) and one.__name__ == 'Box']))
'''
refused = 'ImportError: module heap can only be imported in the main interpreter'
assert elsewhere(code) == [refused, '0'], elsewhere(code)
import heap
assert elsewhere(code) == [refused, '0'], elsewhere(code)
assert heap.Box().who() == 'Rust'
"
    ));
}

/// What is imported again is as it was at first, and C's init has run once.
#[test]
fn a_module_of_one_phase_is_as_it_was_at_first() {
    run("
import importlib, sys, single
who, Ours = single.who, single.Ours
single.who, single.more = None, 1
del single.Ours
again = importlib.reload(single)
assert again is single
del sys.modules['single']
import single
assert again is single and single.who is who and single.Ours is Ours and single.more == 1
for at in range(100):
    single.who = at
    del sys.modules['single']
    import single
    assert single is again and single.who is who and single.new_one().held is None
del single.__owned_module__, sys.modules['single']
import single
assert single.new_one().held is None
");
}
