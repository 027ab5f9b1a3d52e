//! How long a tuple may be for a trait of this library to be there for it: written once, for all those traits.

/// Calls the macro with the tuples of one to twelve, or without the feature `more-types` of one to six: a name for the type
/// of each item, and where it stands. What is written for each length is most of what such a trait costs to build.
#[cfg(feature = "more-types")]
macro_rules! each_tuple {
    ($macro:ident) => {
        $macro! {
            A 0;
            A 0, B 1;
            A 0, B 1, C 2;
            A 0, B 1, C 2, D 3;
            A 0, B 1, C 2, D 3, E 4;
            A 0, B 1, C 2, D 3, E 4, F 5;
            A 0, B 1, C 2, D 3, E 4, F 5, G 6;
            A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7;
            A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8;
            A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9;
            A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10;
            A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11;
        }
    };
}

#[cfg(not(feature = "more-types"))]
macro_rules! each_tuple {
    ($macro:ident) => {
        $macro! {
            A 0;
            A 0, B 1;
            A 0, B 1, C 2;
            A 0, B 1, C 2, D 3;
            A 0, B 1, C 2, D 3, E 4;
            A 0, B 1, C 2, D 3, E 4, F 5;
        }
    };
}
pub(crate) use each_tuple;
