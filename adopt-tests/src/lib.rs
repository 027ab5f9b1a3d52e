//! C extensions that are adopted: each module here stands over one of `csrc`.

#![allow(missing_docs, reason = "extensions that are no one's")]

mod attack_slots;
mod attack_types;
mod heap_type;
mod modules;
mod vault_type;
mod whole_type;
mod wrong_types;

pub use attack_slots::slots;
pub use attack_types::{
    Unborn_Type, eager, family, family_cut, forgotten, lender, twice_a, twice_b, unborn, unreported_phases,
};
pub use heap_type::heap;

pub use modules::{bare, multi, other, ours_fails, phase, raises, silent, single, unready, unreported};
pub use vault_type::vault;
pub use whole_type::whole;
pub use wrong_types::{absent, another, early, half, half_sum, homeless, too_short};
