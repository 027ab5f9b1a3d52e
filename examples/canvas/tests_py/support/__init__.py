"""What the tests of `inkface` share."""
