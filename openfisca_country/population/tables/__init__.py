"""Tables of persons and households: read, checked, and cut into blocks."""
