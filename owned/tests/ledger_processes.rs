//! The ledger in processes of their own: what the environment asks of it, its bound, and forks.
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod ledger_support;
mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;
use std::time::{Duration, Instant};

use ledger_support::{At, of};
use owned::prelude::*;
use owned::report::{ENABLED, Level, handles, intended, level, snapshot, unrecorded, violations};
use support::{child_in, collect, in_child, probe, python, run};

#[owned::module]
mod sleeper {
    use owned::prelude::*;

    /// The line of the parameter below.
    #[export]
    pub const KEEP: u32 = line!() + 4;

    /// Keeps a reference of its argument for good.
    #[function]
    fn keep(object: Owned<'_, Any>) {
        std::mem::forget(object);
    }
}

#[test]
fn the_records_have_a_bound() {
    if in_child() {
        python(|py| {
            let object = probe(py);
            let _at = At::level(Level::Frames);
            let before = snapshot();
            let many: Vec<_> = (0..40_000).map(|_| object.clone()).collect();
            if ENABLED {
                // A MiB holds nine or ten thousand of them; the others are counted all the same.
                assert!((5_000..20_000).contains(&of(&object).len()), "{}", of(&object).len());
                assert_eq!(unrecorded() as usize, 40_000 - of(&object).len());
                assert_eq!(snapshot().since(&before).total(), 40_000);
            }
            drop(many);
            assert_eq!(of(&object), []);
            assert_eq!(snapshot().since(&before).sites(), []);
            Ok(())
        });
        return;
    }
    let output = child_in("the_records_have_a_bound", &[("OWNED_LEDGER_MEMORY", "1")]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_environment_says_which_module_is_watched() {
    if in_child() {
        Python::initialize();
        Python::attach(|py| {
            let module = owned::load!(py, sleeper).expect("it loads");
            println!("level {}", level());
            if ENABLED {
                run(
                    &module,
                    "ask = m.__owned_debug__\n\
                     assert ask('version') == 1 and ask('name') == 'sleeper'\n\
                     was = ask('level')\n\
                     assert ask('level', 'frames') == was and ask('level') == 'frames'\n\
                     assert raised(ask, 'level', 'all') == \"ValueError: no level `all`: write `off`, `sites`, `frames` or `stacks`\"\n\
                     assert raised(ask, 'anything') == 'ValueError: __owned_debug__() does not know \"anything\"'\n\
                     assert ask('pending') == 0 and ask('violations') == [] and ask('unrecorded') == 0\n\
                     m.keep(x := object())\n\
                     [kept] = [row for row in ask('handles') if row[5] == id(x)]\n\
                     assert kept[2] == m.KEEP, kept\n\
                     assert kept[3:5] == ('Owned<Any>', False) and kept[6][1] > 0, kept\n\
                     assert ask('sites') == ask('sites') and m.__ledger__() == m.__ledger__()\n\
                     [site] = [row for row in ask('sites') if row[:2] == kept[1:3]]\n\
                     assert site[4:] == (1, 1), site\n",
                )
                .expect("the answers are right");
            }
            collect(py).expect("it collects");
        });
        return;
    }
    for (asked, expected) in [
        ("sleeper:frames", "frames"),
        ("other:stacks", "off"),
        ("other:stacks, sites", "sites"),
        ("sites,sleeper:off", "sites"),
        ("nonsense", "off"),
    ] {
        let output = child_in("the_environment_says_which_module_is_watched", &[("OWNED_LEDGER", asked)]);
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "{asked}: {out}{err}");
        let expected = if ENABLED { expected } else { "off" };
        assert!(out.contains(&format!("level {expected}\n")), "{asked}: {out}{err}");
        assert_eq!(err.contains("OWNED_LEDGER: no level `nonsense`"), ENABLED && asked == "nonsense", "{err}");
    }
}

#[test]
fn a_forked_child_goes_on_counting() {
    if !cfg!(unix) {
        return;
    }
    if in_child() {
        python(|py| {
            let _at = At::level(Level::Frames);
            let object = probe(py);
            let kept = object.clone();
            let before = snapshot();
            let pid: i32 = py.import("os")?.call_method("fork", ())?.extract()?;
            if pid == 0 {
                let more = object.clone();
                assert_eq!(snapshot().since(&before).total(), i64::from(ENABLED));
                drop((more, kept));
                assert_eq!(snapshot().since(&before).total(), -i64::from(ENABLED));
                assert_eq!(of(&object), []);
                println!("child is done");
                py.import("os")?.call_method("_exit", (0,))?;
            }
            let ended: (i32, i32) = py.import("os")?.call_method("waitpid", (pid, 0))?.extract()?;
            assert_eq!(ended, (pid, 0));
            Ok(())
        });
        return;
    }
    let output = child_in("a_forked_child_goes_on_counting", &[]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn no_lock_of_the_ledger_is_left_to_a_child() {
    if !cfg!(target_os = "linux") {
        return;
    }
    if in_child() {
        python(|py| {
            let _at = At::level(Level::Frames);
            let stop = Arc::new(AtomicBool::new(false));
            let asks = Arc::clone(&stop);
            // A thread that is not attached, and holds the ledger's locks most of the time.
            let other = thread::spawn(move || {
                while !asks.load(SeqCst) {
                    drop((snapshot(), handles(), intended(), violations()));
                }
            });
            let os = py.import("os")?;
            for _ in 0..100 {
                let pid: i32 = os.call_method("fork", ())?.extract()?;
                if pid == 0 {
                    drop((snapshot(), handles(), intended(), violations(), probe(py)));
                    os.call_method("_exit", (0,))?;
                }
                let deadline = Instant::now() + Duration::from_secs(20);
                loop {
                    let (ended, status): (i32, i32) = os.call_method("waitpid", (pid, 1))?.extract()?;
                    if ended == pid {
                        assert_eq!(status, 0);
                        break;
                    }
                    assert!(Instant::now() < deadline, "the child waits for a lock");
                    thread::sleep(Duration::from_millis(1));
                }
            }
            stop.store(true, SeqCst);
            other.join().expect("it ends well");
            Ok(())
        });
        return;
    }
    let output = child_in("no_lock_of_the_ledger_is_left_to_a_child", &[]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
