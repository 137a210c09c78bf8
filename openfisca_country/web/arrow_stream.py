"""Reading an Arrow stream that anybody may have sent: bounded, and checked before it is trusted.

A stream is a row of messages, each with a head that says how long its body is. Arrow's own reader believes it, and
inflates what is compressed to whatever size it says; here each head is looked at first.
"""

import io
import struct
from collections.abc import Iterator
from typing import IO, Any

import pyarrow
from pyarrow import ipc

from openfisca_country.web.problems import Fault, Problem, refuse

NOT_ARROW = "The body is not an Arrow stream that can be used"
DICTIONARY, RECORDS = 2, 3  # kinds of messages that carry rows


def open_stream(stream: IO[bytes], most: int) -> ipc.RecordBatchStreamReader:
    """Open an Arrow stream.

    Args:
        stream: of bytes.
        most: longest message, in bytes.

    Raises:
        Problem: 400, it is no Arrow stream; 413, a message is too long; 415, it is compressed.

    """
    try:
        return ipc.open_stream(pyarrow.PythonFile(_Frames(stream, most), "r"))
    except (pyarrow.ArrowException, OSError):
        refuse(400, NOT_ARROW, "body", "is not an Arrow stream: its first message is no schema.")


def batches(reader: ipc.RecordBatchStreamReader) -> Iterator[Any]:
    """Return the record batches of a stream, each sound.

    Raises:
        Problem: 400, where the stream is broken; 413 and 415, as for `open_stream`.

    """
    number = 0
    while True:
        number += 1
        try:
            batch = reader.read_next_batch()
            batch.validate(full=True)
        except StopIteration:
            return
        except (pyarrow.ArrowException, OSError, MemoryError):
            refuse(400, NOT_ARROW, f"record batch {number}", "is broken: the stream cannot be read on from there.")
        yield batch


class _Frames(io.RawIOBase):
    """A stream of messages, each looked at before it is handed on."""

    def __init__(self, stream: IO[bytes], most: int) -> None:
        super().__init__()
        self._parts = _messages(stream, most)
        self._left = b""

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Return so many bytes, or fewer at the end."""
        parts = [self._left]
        have = len(self._left)
        while (size < 0 or have < size) and (part := next(self._parts, b"")):
            parts.append(part)
            have += len(part)
        whole = b"".join(parts)
        cut = len(whole) if size < 0 else size
        self._left = whole[cut:]
        return whole[:cut]


def _messages(stream: IO[bytes], most: int) -> Iterator[bytes]:
    while prefix := _exactly(stream, 8):
        marker, length = struct.unpack("<Ii", prefix) if len(prefix) == 8 else (0, 0)
        if marker != 0xFFFFFFFF:
            refuse(400, NOT_ARROW, "body", "is not an Arrow stream as Arrow 0.15 and later write it.")
        if length == 0:
            yield prefix
            return
        _check_length(length, most)
        head = _exactly(stream, length)
        try:
            body, compressed = _looked_at(head)
        except (struct.error, IndexError):
            refuse(400, NOT_ARROW, "body", "holds a message that is broken.")
        if compressed:
            raise Problem(415, NOT_ARROW, [Fault("body", "is compressed: write the stream without compression.")])
        _check_length(body, most)
        yield prefix + head
        if body:
            yield _exactly(stream, body)


def _check_length(length: int, most: int) -> None:
    if not 0 <= length <= most:
        sentence = f"holds a message of {length} bytes, expected at most {most}: write smaller record batches."
        raise Problem(
            413, "The body is too large", [Fault("body", sentence, f"at most {most} bytes", f"{length} bytes")]
        )


def _exactly(stream: IO[bytes], size: int) -> bytes:
    parts = []
    while size and (part := stream.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _looked_at(head: bytes) -> tuple[int, bool]:
    """Return the length of a message's body, and whether it is compressed: the few fields of the FlatBuffers head."""
    message = struct.unpack_from("<I", head)[0]
    kind = _field(head, message, 1)
    content = _field(head, message, 2)
    length = _field(head, message, 3)
    body = struct.unpack_from("<q", head, length)[0] if length else 0
    if kind is None or content is None or head[kind] not in (DICTIONARY, RECORDS):
        return body, False
    table = content + struct.unpack_from("<I", head, content)[0]
    if head[kind] == DICTIONARY:
        data = _field(head, table, 1)
        if data is None:
            return body, False
        table = data + struct.unpack_from("<I", head, data)[0]
    return body, _field(head, table, 3) is not None


def _field(head: bytes, table: int, number: int) -> int | None:
    """Return where a field of a FlatBuffers table stands; nothing where it has its default."""
    directory = table - struct.unpack_from("<i", head, table)[0]
    (size,) = struct.unpack_from("<H", head, directory)
    if 4 + 2 * number >= size:
        return None
    (offset,) = struct.unpack_from("<H", head, directory + 4 + 2 * number)
    return table + offset if offset else None
