//! It owns what it holds.

use owned::foreign::HomeBound;

fn main() {
    let local = vec![7];
    drop(HomeBound::new(local));
}
