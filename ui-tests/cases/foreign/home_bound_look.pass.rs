//! The value is there as long as the look.

use owned::foreign::HomeBound;

fn main() {
    let bound = HomeBound::new(vec![7]);
    let look = bound.get().unwrap();
    assert!(bound.is_here());
    assert_eq!(look[0], 7);
}
