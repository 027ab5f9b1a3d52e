//! A word that a tally lends does not outlive it.

use my_binding::Tally;

fn main() {
    let tally = Tally::new(None, None);
    let word = tally.most().map(str::to_owned);
    drop(tally);
    assert!(word.is_none());
}
