//! What is dropped at home some time later borrows nothing.
//! expect: does not live long enough

use owned::foreign::HomeBound;

fn main() {
    let local = vec![7];
    drop(HomeBound::new(&local));
}
