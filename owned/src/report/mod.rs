//! Floor 9: the ledger, as Rust reads it.
//!
//! With the feature `ledger` off every snapshot is empty and [`ENABLED`] is false. With it the ledger sleeps until it is
//! woken: by [`set_level`], or by the environment (`OWNED_LEDGER=sites`, or `OWNED_LEDGER=inkface:stacks,tally:sites`).

mod checkpoint;
mod level;
mod live;
mod violation;

pub use checkpoint::checkpoint;
pub use level::{Level, UnknownLevel, level, set_level};
pub use live::{Intended, LiveHandle, handles, intended, unrecorded};
pub use violation::{Violation, violations};

use core::fmt;

/// Whether this build counts handles (the feature `ledger`).
///
/// ```
/// assert_eq!(owned::report::ENABLED, cfg!(feature = "ledger"));
/// ```
pub const ENABLED: bool = cfg!(feature = "ledger");

/// The live handles at one moment, by the line and the type that made them.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::report::{ENABLED, Level, set_level, snapshot};
/// Python::attach(|py| {
///     set_level(Level::Sites);
///     let before = snapshot();
///     let list = List::empty(py)?;
///     assert_eq!(snapshot().since(&before).total(), i64::from(ENABLED));
///     drop(list);
///     assert_eq!(snapshot().since(&before).total(), 0);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot(Vec<Site>);

/// One place in the source that has made handles of one type.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::report::{ENABLED, Level, Site, set_level, snapshot};
/// Python::attach(|py| {
///     set_level(Level::Sites);
///     let before = snapshot();
///     let list = List::empty(py)?;
///     for Site { handle, live, .. } in snapshot().since(&before).sites() {
///         assert!(ENABLED && handle == "Owned<List>" && *live == 1);
///     }
///     assert!(list.is_empty());
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Site {
    /// The source file, as the compiler was given it.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The handle, such as `Owned<List>`.
    pub handle: String,
    /// Whether these are references that left through `into_raw` and have not come back.
    pub escaped: bool,
    /// How many are alive, or in a difference: how many more than before.
    pub live: i64,
}

impl fmt::Display for Site {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let escaped = if self.escaped { " (into_raw)" } else { "" };
        write!(f, "{:+} {}{escaped} at {}:{}", self.live, self.handle, self.file, self.line)
    }
}

/// Counts the live handles of this extension, or of this program, that were made while the ledger was awake.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// owned::report::set_level(owned::report::Level::Sites);
/// let before = owned::report::snapshot();
/// let kept = Python::attach(|py| Ok::<_, PyErr>(Str::new(py, "kept")?.unbind()))?;
/// let more = owned::report::snapshot().since(&before);
/// assert_eq!(more.sites().len(), usize::from(owned::report::ENABLED));
/// drop(kept);
/// # Ok::<(), PyErr>(())
/// ```
#[inline]
pub fn snapshot() -> Snapshot {
    #[cfg(feature = "ledger")]
    let sites = crate::hook::rows().into_iter().map(|row| Site {
        file: row.file.to_owned(),
        line: row.line,
        handle: row.handle,
        escaped: row.escaped,
        live: i64::try_from(row.live).unwrap_or(i64::MAX),
    });
    #[cfg(not(feature = "ledger"))]
    let sites: [Site; 0] = [];
    Snapshot(sites.into_iter().filter(|site| site.live != 0).collect())
}

impl Snapshot {
    /// The sites, in order of file, line and handle.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::report::{ENABLED, Level, set_level, snapshot};
    /// set_level(Level::Sites);
    /// let before = snapshot();
    /// let list = List::empty(py)?;
    /// assert_eq!(snapshot().since(&before).sites().len(), usize::from(ENABLED)); // the line above
    /// assert!(list.is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn sites(&self) -> &[Site] {
        &self.0
    }

    /// How many handles there are altogether.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::report::{Snapshot, snapshot};
    /// assert_eq!(Snapshot::default().total(), 0);
    /// assert!(snapshot().total() >= 0);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn total(&self) -> i64 {
        self.0.iter().map(|site| site.live).sum()
    }

    /// What has changed since an earlier snapshot: sites whose count is as before are left out.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::report::{Snapshot, snapshot};
    /// let now = snapshot();
    /// assert_eq!(now.since(&now), Snapshot::default()); // nothing has changed
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn since(&self, before: &Snapshot) -> Snapshot {
        let same =
            |a: &Site, b: &Site| (&a.file, a.line, &a.handle, a.escaped) == (&b.file, b.line, &b.handle, b.escaped);
        let mut changes: Vec<Site> = Vec::new();
        for site in &self.0 {
            let old = before.0.iter().find(|old| same(old, site)).map_or(0, |old| old.live);
            changes.push(Site { live: site.live - old, ..site.clone() });
        }
        for old in &before.0 {
            if !self.0.iter().any(|site| same(site, old)) {
                changes.push(Site { live: -old.live, ..old.clone() });
            }
        }
        changes.retain(|site| site.live != 0);
        changes.sort();
        Snapshot(changes)
    }
}

impl fmt::Display for Snapshot {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|site| writeln!(f, "{site}"))
    }
}
