"""The law's formulas: one file a programme; ``common`` is what the countries share."""
