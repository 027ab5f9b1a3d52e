"""The canvas under AddressSanitizer: no case writes or reads where it may not."""
