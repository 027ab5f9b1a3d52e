//! `__ledger__` and `__owned_debug__`: the ledger, as Python reads it.

use core::ffi::CStr;

use crate::class::Function;
use crate::convert::{Args, IntoPy, Param, Signature, ret};
use crate::err::{Result, ValueError};
use crate::hook::{self, UnknownLevel};
use crate::object::{Dict, Str, Tuple};
use crate::ptr::{Any, Owned};
use crate::token::{self, Python};

use super::{Item, watch};

pub(super) const ITEMS: [Item; 2] = [Item::function::<Ledger>(), Item::function::<Debug>()];

enum Ledger {}

impl Function for Ledger {
    const NAME: &'static CStr = c"__ledger__";
    const DOC: &'static CStr = c"__ledger__(since=None)\n--\n\n\
        The live handles of this extension: a dict from (file, line, handle) to how many.\n\n\
        With an earlier result, what has changed since: sites that are as before are left out.";

    const SIGNATURE: &'static Signature = &Signature {
        class: None,
        function: "__ledger__",
        params: &[Param::new("since", false)],
        positional: 1,
        positional_only: 0,
        least: 0,
        rest: false,
        options: false,
    };

    /// Looking changes nothing: no handle of the answer is counted.
    fn call<'py>(py: Python<'py>, args: Args<'_, 'py>) -> Result<Owned<'py, Any>> {
        hook::quietly(|| Self::answer(py, args))
    }
}

impl Ledger {
    fn answer<'py>(py: Python<'py>, args: Args<'_, 'py>) -> Result<Owned<'py, Any>> {
        let rows = hook::rows();
        let [since] = <Self as Function>::SIGNATURE.values(py, args)?;
        let since = since.filter(|since| !since.is_none());
        let since = since.map(|since| since.downcast::<Dict>()).transpose()?;
        let result = Dict::empty(py)?;
        for row in rows {
            let handle = if row.escaped { format!("{} (into_raw)", row.handle) } else { row.handle };
            let key = (row.file, row.line, handle);
            let before = match since {
                Some(since) => since.get(&key)?.map_or(Ok(0), |count| count.extract::<i64>())?,
                None => 0,
            };
            let change = i64::try_from(row.live)? - before;
            if change != 0 {
                let sum = result.get(&key)?.map_or(Ok(0), |count| count.extract::<i64>())? + change;
                result.set(&key, sum)?;
            }
        }
        ret(py, result)
    }
}

/// What the package `owned-debug` asks. Whoever changes an answer raises the number.
const PROTOCOL: i64 = 1;

enum Debug {}

impl Function for Debug {
    const NAME: &'static CStr = c"__owned_debug__";
    const DOC: &'static CStr = c"__owned_debug__(operation, argument=None)\n--\n\n\
        What the package owned-debug asks: 'version', 'name', 'level', 'sites', 'handles', 'intended', 'unrecorded',\n\
        'violations', 'pending', 'watch' (a class), 'unwatch' (its number), 'watched'. With an argument 'level' sets the\n\
        level, and gives the former one.";

    const SIGNATURE: &'static Signature = &Signature {
        class: None,
        function: "__owned_debug__",
        params: &[Param::new("operation", true), Param::new("argument", false)],
        positional: 2,
        positional_only: 0,
        least: 1,
        rest: false,
        options: false,
    };

    /// Looking changes nothing: no handle of the answer is counted.
    fn call<'py>(py: Python<'py>, args: Args<'_, 'py>) -> Result<Owned<'py, Any>> {
        hook::quietly(|| Self::answer(py, args))
    }
}

impl Debug {
    fn answer<'py>(py: Python<'py>, args: Args<'_, 'py>) -> Result<Owned<'py, Any>> {
        let [operation, argument] = <Self as Function>::SIGNATURE.values(py, args)?;
        let operation = operation.map(|operation| operation.extract::<String>()).transpose()?.unwrap_or_default();
        let argument = argument.filter(|argument| !argument.is_none());
        match operation.as_str() {
            "version" => PROTOCOL.into_any(py),
            "name" => hook::modules().join(",").into_any(py),
            "level" => level(py, argument.map(|argument| argument.extract::<String>()).transpose()?.as_deref()),
            "sites" => sites(py),
            "handles" => handles(py),
            "intended" => intended(py),
            "unrecorded" => hook::unrecorded().into_any(py),
            "violations" => violations(py),
            "watch" => watch::watch(py, argument),
            "unwatch" => watch::unwatch(py, argument),
            "watched" => watch::watched(py),
            "pending" => token::pending_releases().into_any(py),
            other => Err(ValueError::new(format!("__owned_debug__() does not know {other:?}"))),
        }
    }
}

fn level<'py>(py: Python<'py>, new: Option<&str>) -> Result<Owned<'py, Any>> {
    let level = match new {
        None => hook::level(),
        Some(name) => {
            hook::set_level(name.parse().map_err(|unknown: UnknownLevel| ValueError::new(unknown.to_string()))?)
        }
    };
    Ok(Str::new(py, level.name())?.into_any())
}

fn sites(py: Python<'_>) -> Result<Owned<'_, Any>> {
    let rows = hook::rows().into_iter().map(|row| (row.file, row.line, row.handle, row.escaped, row.live, row.made));
    rows.collect::<Vec<_>>().into_any(py)
}

fn handles(py: Python<'_>) -> Result<Owned<'_, Any>> {
    let mut all = Vec::new();
    for handle in hook::handles() {
        let values = vec![
            handle.serial.into_any(py)?,
            handle.file.into_any(py)?,
            handle.line.into_any(py)?,
            handle.handle.into_any(py)?,
            handle.escaped.into_any(py)?,
            handle.object.into_any(py)?,
            handle.python.into_any(py)?,
            handle.thread.into_any(py)?,
            handle.interpreter.into_any(py)?,
            handle.stack.into_any(py)?,
        ];
        all.push(Tuple::from_vec(py, values)?);
    }
    all.into_any(py)
}

fn intended(py: Python<'_>) -> Result<Owned<'_, Any>> {
    let all = hook::intended().into_iter().map(|one| (one.file, one.line, one.handle, one.reason, one.count));
    all.collect::<Vec<_>>().into_any(py)
}

fn violations(py: Python<'_>) -> Result<Owned<'_, Any>> {
    let mut all = Vec::new();
    for violation in hook::violations() {
        let (file, line) = violation.place.unwrap_or_default();
        all.push((violation.kind, format!("{} {}", violation.who, violation.what), file, line));
    }
    all.into_any(py)
}
