"""The colours of a report: one accent a law, each dark enough to be read as text on white; and those of gains."""

CURRENT = "#5b6472"
ACCENTS = ("#0b6e6e", "#a8480f", "#5b3fa3", "#a3195b", "#2d6a1f")
GAIN, LOSS = "#0b6e6e", "#a8480f"
INK, QUIET, RULE = "#1c2430", "#5b6472", "#d5d9df"


def accent(index: int) -> str:
    """Return the accent of a law by its place: current law is grey, the others take turns.

    >>> accent(0), accent(1), accent(6) == accent(1)
    ('#5b6472', '#0b6e6e', True)
    """
    return CURRENT if index == 0 else ACCENTS[(index - 1) % len(ACCENTS)]


def tint(colour: str, share: float) -> str:
    """Mix a colour with white: a share of one is the colour itself, of zero white.

    >>> tint("#000000", 0.5), tint("#0b6e6e", 1.0)
    ('#808080', '#0b6e6e')
    """
    parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)
