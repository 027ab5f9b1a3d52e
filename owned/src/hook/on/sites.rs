//! Sites: the source lines that make handles, numbered in the order in which they first did.

use core::panic::Location;
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

/// The number of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SiteIndex(pub(super) u32);

/// A place in the source that makes handles of one type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Site {
    pub(super) place: &'static Location<'static>,
    /// The type's name, as the compiler writes it.
    pub(super) handle: &'static str,
    /// Whether references leave there through `into_raw`.
    pub(super) escape: bool,
}

/// How many there can be. A program has as many as it has lines of code that make handles; should one have more, the last
/// stands for all that come after.
pub(super) const MOST: usize = 1 << 16;

#[derive(Default)]
pub(super) struct Table {
    sites: Vec<Site>,
    numbers: HashMap<Site, SiteIndex>,
}

static TABLE: LazyLock<Mutex<Table>> = LazyLock::new(Mutex::default);

/// A panic while it was held left nothing half done.
pub(super) fn table() -> MutexGuard<'static, Table> {
    TABLE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The number of a site, which is a new one or the one that it has.
pub(super) fn number(site: Site) -> SiteIndex {
    let mut table = table();
    if let Some(number) = table.numbers.get(&site) {
        return *number;
    }
    if table.sites.len() == MOST {
        return SiteIndex(MOST as u32 - 1);
    }
    let number = SiteIndex(table.sites.len() as u32);
    table.sites.push(site);
    table.numbers.insert(site, number);
    number
}

/// All of them, in the order of their numbers.
pub(super) fn all() -> Vec<Site> {
    table().sites.clone()
}

impl Site {
    /// The handle's type, as one writes it.
    pub(super) fn handle(&self) -> String {
        Site::short(self.handle)
    }

    /// `owned::ptr::owned::Owned<owned::object::list::List>` as `Owned<List>`.
    pub(super) fn short(handle: &str) -> String {
        let mut out = String::new();
        let name = handle.replace("'_, ", "");
        for token in name.split_inclusive(|c: char| !c.is_alphanumeric() && c != '_' && c != ':') {
            out.push_str(token.rsplit("::").next().unwrap_or(token));
        }
        out
    }
}
