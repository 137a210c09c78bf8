"""Statistics of a population, against sums done by hand and against the census."""
