//! The tests that see the example as its users do: imported by Python, and installed by pip.

use std::process::Command;

use anyhow::Result;

use crate::extension::{self, Staged};
use crate::python::Python;
use crate::pytools::{self, Tools};
use crate::{paths, process};

/// Runs `examples/canvas/tests_py` with pytest, on the staged module.
pub(crate) fn pytest(tools: &Tools, staged: &Staged, arguments: &[String]) -> Result<()> {
    let mut pytest = Command::new(&tools.python);
    pytest.args(["-m", "pytest", "-p", "no:cacheprovider", "--import-mode=importlib"]);
    pytest.arg(paths::canvas().join("tests_py")).args(arguments);
    pytest.current_dir(paths::root());
    pytest.env("PYTHONPATH", &staged.folder).env("PYTHONDONTWRITEBYTECODE", "1");
    pytest.env("OWNED_LEDGER", "sites").env_remove("PYTHONHOME");
    process::run(&mut pytest)
}

/// Installs the example the way the README says, and imports what was installed.
pub(crate) fn pip_install(python: &Python) -> Result<()> {
    let target = extension::target(python);
    let installed = pytools::install(python, &paths::canvas(), &target.join("installed"), &target)?;
    const IMPORT: &str = "import inkface, sys; assert inkface.__file__.startswith(sys.prefix), inkface.__file__; \
                          print('imported', inkface.__file__)";
    // From a folder without the sources, and without a path of ours: what pip installed is what is imported.
    process::run(Command::new(installed).args(["-I", "-c", IMPORT]).current_dir(target))
}
