"""Lines of a stream, one after the other, none longer than is allowed: the stream is never held whole."""

from collections.abc import Iterator
from typing import IO

CHUNK = 65_536


def lines(stream: IO[bytes], most: int) -> Iterator[tuple[int, bytes | None]]:
    """Cut a stream into lines.

    Args:
        stream: of bytes.
        most: longest line, in bytes; the rest of a longer one is read and dropped.

    Yields:
        The number of each line that is not blank, from one, and its text; nothing for one that is too long.

    """
    number, line, too_long = 1, b"", False
    while chunk := stream.read(CHUNK):
        *whole, rest = chunk.split(b"\n")
        for part in whole:
            if too_long or len(line) + len(part) > most:
                yield number, None
            elif text := (line + part).strip():
                yield number, text
            number, line, too_long = number + 1, b"", False
        if not too_long and len(line) + len(rest) <= most:
            line += rest
        else:
            line, too_long = b"", True
    if too_long:
        yield number, None
    elif text := line.strip():
        yield number, text
