"""The law's own lint."""
