//! The counts, site by site.

use super::{sites, threads};

/// One line of a snapshot: what one place in the source has made of one type of handle.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Row {
    /// The source file, as the compiler was given it.
    pub(crate) file: &'static str,
    /// The line, from 1.
    pub(crate) line: u32,
    /// The handle's type, such as `Owned<List>`.
    pub(crate) handle: String,
    /// Whether these are references that left through `into_raw` and have not come back.
    pub(crate) escaped: bool,
    /// How many are alive now.
    pub(crate) live: u64,
    /// How many have been made so far.
    pub(crate) made: u64,
}

/// Every line that has made a handle, in order of file, line and type. Two places on one line are one row.
pub(crate) fn rows() -> Vec<Row> {
    let sites = sites::all();
    let sums = threads::sums(sites.len());
    let row = |(site, (made, live)): (&sites::Site, (u64, u64))| Row {
        file: site.place.file(),
        line: site.place.line(),
        handle: site.handle(),
        escaped: site.escape,
        live,
        made,
    };
    let mut rows: Vec<Row> = sites.iter().zip(sums).map(row).collect();
    rows.sort();
    rows.dedup_by(|row, kept| {
        let same = (row.file, row.line, &row.handle, row.escaped) == (kept.file, kept.line, &kept.handle, kept.escaped);
        if same {
            kept.live += row.live;
            kept.made += row.made;
        }
        same
    });
    rows
}
