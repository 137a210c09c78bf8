"""Statistics of a population under several laws: one file a family, each with its definitions and sources."""
