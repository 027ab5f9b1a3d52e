//! Modules: exports from elsewhere, renames, constants, `#[init]`, `#[cfg]`.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod macros_support;
mod support;

use macros_support::{run, with_python};
use support::{alive, left_of_python};

mod parts {
    /// A class of another file.
    #[owned::class]
    pub struct Part;

    pub mod inner {
        /// A function of another file.
        #[owned::function]
        pub fn twice(a: i64) -> i64 {
            a * 2
        }

        #[owned::function]
        pub fn thrice(a: i64) -> i64 {
            a * 3
        }
    }
}

/// Made of parts.
#[owned::module(name = "_modules")]
mod modules {
    use owned::prelude::*;

    #[export(name = "Piece")]
    pub use super::parts::Part as RustName;
    #[export]
    pub use super::parts::{
        Part,
        inner::{thrice, twice as double},
    };

    /// The key.
    #[export(name = "KeyTab")]
    pub const KEY_TAB: u32 = 0xff09;

    #[export]
    pub const NAME: &str = "modules";

    #[cfg(any())]
    #[export]
    pub const ABSENT: Nowhere = Nowhere;

    #[cfg(any())]
    #[function]
    fn absent() -> Nowhere {}

    #[function]
    fn local() -> u32 {
        helper()
    }

    fn helper() -> u32 {
        KEY_TAB
    }

    /// Declared here.
    #[class(subclass)]
    pub struct Local {
        #[field(get, set)]
        value: i64,
    }

    #[methods]
    impl Local {
        #[new]
        #[signature(value = None)]
        fn new(value: Option<i64>) -> Self {
            Local { value: value.unwrap_or(1) }
        }
    }

    #[init]
    fn start<'py>(py: Python<'py>, module: &Owned<'py, Any>) -> Result<()> {
        let version = py.import("sys")?.getattr("hexversion")?;
        module.setattr("built_for", version)
    }
}

#[owned::module]
mod failing {
    use owned::prelude::*;

    #[init]
    fn start() -> Result<()> {
        Err(ValueError::new("cannot start"))
    }
}

#[track_caller]
fn check(source: &str) {
    with_python(|py| run(&owned::load!(py, modules)?, source));
}

#[test]
fn items_of_other_files_are_exported() {
    check(
        "same(m.Part.__name__, 'Part')\n\
         same((m.double(4), m.thrice(4)), (8, 12))\n\
         assert not hasattr(m, 'twice') and not hasattr(m, 'RustName')\n\
         assert hasattr(m, 'Piece')",
    );
}

#[test]
fn constants_functions_and_classes_are_there() {
    check(
        "same((m.KeyTab, m.NAME), (0xff09, 'modules'))\n\
         assert not hasattr(m, 'KEY_TAB') and not hasattr(m, 'ABSENT') and not hasattr(m, 'absent')\n\
         same(m.local(), 0xff09)\n\
         assert not hasattr(m, 'helper') and not hasattr(m, 'start')\n\
         same((m.Local().value, m.Local(4).value), (1, 4))\n\
         same((m.__name__, m.__doc__), ('_modules', 'Made of parts.'))",
    );
}

#[test]
fn init_runs_when_the_module_is_made() {
    check("import sys\nsame(m.built_for, sys.hexversion)");
    with_python(|py| {
        let error = owned::load!(py, failing).expect_err("its #[init] fails");
        assert_eq!(error.to_string(), "ValueError: cannot start");
        Ok(())
    });
}

#[test]
fn two_copies_are_apart() {
    with_python(|py| {
        let first = owned::load!(py, modules)?;
        let second = owned::load!(py, modules)?;
        assert!(!first.is(&second));
        first.setattr("local", 3)?;
        assert!(second.getattr("local")?.is_callable());
        Ok(())
    });
}

mod elsewhere {
    /// In another file.
    #[owned::module(submodule)]
    pub mod deep {
        #[function]
        fn depth() -> u32 {
            2
        }
    }
}

/// A module of modules.
#[owned::module(name = "outer")]
mod outer {
    #[export]
    pub const HERE: u32 = 1;

    #[export]
    pub const _HIDDEN: u32 = 1;

    /// Inside.
    #[module]
    mod inner {
        use owned::prelude::*;

        #[class(new, weakref)]
        pub struct Thing {
            #[field(get, set, default = None)]
            held: Option<Py<Any>>,
        }

        #[export]
        pub use super::super::elsewhere::deep;

        #[function]
        fn answer() -> u32 {
            42
        }
    }

    #[module(name = "failing")]
    mod with_init {
        use owned::prelude::*;

        #[init]
        fn init(module: &Owned<'_, Any>) -> Result<()> {
            module.setattr("ready", true)
        }
    }
}

/// Its inner module cannot be made.
#[owned::module]
mod broken {
    #[module]
    mod inner {
        use owned::prelude::*;

        #[init]
        fn init() -> Result<()> {
            Err(ValueError::new("no inner"))
        }
    }
}

/// One after the other: both look at `sys.modules`.
#[test]
fn modules_in_modules() {
    are_found();
    go();
}

fn are_found() {
    with_python(|py| {
        let module = owned::load!(py, outer)?;
        run(
            &module,
            "import sys, importlib, pickle\n\
             assert m.__all__ == ['HERE', 'inner', 'failing'] and m.inner.__all__ == ['Thing', 'deep', 'answer'], (m.__all__, m.inner.__all__)\n\
             assert m.inner.__name__ == 'outer.inner' and m.inner.__doc__ == 'Inside.' and m.inner.deep.__name__ == 'outer.inner.deep'\n\
             assert m.inner.answer() == 42 and m.inner.deep.depth() == 2 and m.failing.ready\n\
             sys.modules['outer'] = m\n\
             import outer.inner.deep\n\
             from outer.inner import Thing, answer\n\
             assert outer.inner.deep is m.inner.deep and Thing is m.inner.Thing and Thing.__module__ == 'outer.inner'\n\
             assert importlib.import_module('outer.failing') is m.failing\n\
             for name in [name for name in sys.modules if name.split('.')[0] == 'outer']: del sys.modules[name]\n",
        )
    });
}

/// A thousand of each, and none is left.
fn go() {
    with_python(|py| {
        let modules = py.import("sys")?.getattr("modules")?;
        let collect = || py.import("gc")?.call_method("collect", ());
        let mut seen: Vec<owned::Py<owned::types::Weak>> = Vec::new();
        for _ in 0..1000 {
            let module = owned::load!(py, outer)?;
            let thing = module.getattr("inner")?.call_method("Thing", (&module,))?;
            seen.push(owned::types::Weak::new(&thing)?.unbind());
            seen.push(owned::types::Weak::new(&module.getattr("inner")?)?.unbind());
        }
        assert!(owned::load!(py, broken).is_err());
        for name in ["outer.inner", "outer.inner.deep", "outer.failing"] {
            modules.del_item(name)?;
        }
        assert!(!modules.contains("broken.inner")?);
        collect()?;
        assert!(alive(py, &seen)? <= left_of_python(py, seen.len())?, "a submodule or what is in it is left");
        Ok(())
    });
}
