//! A look at a value that is bound to a thread ends with the value.
//! expect: cannot move out of `bound` because it is borrowed

use owned::foreign::HomeBound;

fn main() {
    let bound = HomeBound::new(vec![7]);
    let look = bound.get().unwrap();
    drop(bound);
    assert_eq!(look[0], 7);
}
