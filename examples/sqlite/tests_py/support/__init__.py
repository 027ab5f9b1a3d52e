"""What the tests share: both modules, counts that must not grow, Pythons of their own."""
