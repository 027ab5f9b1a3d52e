"""The demo: what it reports, what it exits with, and where its leaks are said to be."""
