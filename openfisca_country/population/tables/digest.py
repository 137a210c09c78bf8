"""What tells two tables apart: a digest of their content."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from openfisca_country.law import InputError
from openfisca_country.population.tables.sources import arrow_table


def digest_of(tables: Mapping[str, Any], identity: Sequence[str]) -> str:
    """Return a digest of tables and of what else decides how they are staged.

    Args:
        tables: by entity: the files each consists of, or a table in memory.
        identity: texts: country, period and such.

    """
    whole = hashlib.blake2b(digest_size=16)
    for each in identity:
        whole.update(f"{len(each)}:{each}".encode())
    for entity, table in tables.items():
        whole.update(entity.encode())
        if isinstance(table, list):
            for path in table:
                whole.update(path.suffix.encode())
                whole.update(_of_file(path))
        else:
            whole.update(_of_arrow(arrow_table(table, entity)))
    return whole.hexdigest()


def _of_file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "blake2b").digest()
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror}).") from None


class _Sink:
    """A file that keeps the digest of what is written to it, and nothing else."""

    closed = False

    def __init__(self) -> None:
        self.digest = hashlib.blake2b()

    def write(self, content: Any) -> int:
        self.digest.update(content)
        return len(content)

    def writable(self) -> bool:
        return True

    def readable(self) -> bool:
        return False

    def seekable(self) -> bool:
        return False

    def flush(self) -> None:
        pass

    def close(self) -> None:
        pass


def _of_arrow(table: Any) -> bytes:
    sink = _Sink()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        for batch in table.to_batches():
            stream.write_batch(batch)
    return sink.digest.digest()
