"""One household."""
