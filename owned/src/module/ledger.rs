//! `__ledger__`: the handle count, as Python reads it.

use core::ffi::CStr;

use crate::class::Function;
use crate::convert::{Args, Param, Signature, ret};
use crate::err::Result;
use crate::hook;
use crate::object::Dict;
use crate::ptr::{Any, Owned};
use crate::token::Python;

use super::Item;

pub(super) const ITEM: Item = Item::function::<Ledger>();

enum Ledger {}

impl Function for Ledger {
    const NAME: &'static CStr = c"__ledger__";
    const DOC: &'static CStr = c"__ledger__(since=None)\n--\n\n\
        The live handles of this extension: a dict from (file, line, handle) to how many.\n\n\
        With an earlier result, what has changed since: sites that are as before are left out.";

    const SIGNATURE: &'static Signature = &Signature {
        class: None,
        function: "__ledger__",
        params: &[Param { name: "since", required: false }],
        positional: 1,
        positional_only: 0,
        least: 0,
        rest: false,
        options: false,
    };

    /// Looking changes nothing: the rows are read before any handle is made here.
    fn call<'py>(py: Python<'py>, args: Args<'_, 'py>) -> Result<Owned<'py, Any>> {
        let rows = hook::rows();
        let [since] = Self::SIGNATURE.values(py, args)?;
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
