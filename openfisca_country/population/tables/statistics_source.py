"""Stata and SPSS files, rewritten as Parquet a piece at a time."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pyreadstat

from openfisca_country.law import InputError

ROWS_AT_ONCE = 100_000


def read_statistics(parts: list[Path], work: Path) -> tuple[list[Path], dict[str, dict[str, Any]]]:
    """Rewrite Stata (.dta) or SPSS (.sav) files as Parquet.

    Args:
        parts: files with the same columns.
        work: a folder for the Parquet files.

    Returns:
        The Parquet files, and the value labels of each column that has some: label to code.

    Raises:
        InputError: a file cannot be read.

    """
    work.mkdir(parents=True, exist_ok=True)
    written = []
    labels: dict[str, dict[str, Any]] = {}
    for number, part in enumerate(parts):
        read = pyreadstat.read_dta if part.suffix == ".dta" else pyreadstat.read_sav
        try:
            _, about = read(str(part), metadataonly=True)
            pieces = pyreadstat.read_file_in_chunks(read, str(part), chunksize=ROWS_AT_ONCE)
            path = work / f"part-{number:05d}.parquet"
            schema = _schema(about)
            with pq.ParquetWriter(path, schema) as writer:
                for frame, _ in pieces:
                    writer.write_table(pa.Table.from_pandas(frame, schema=schema, preserve_index=False))
        except (pyreadstat.ReadstatError, pyreadstat.PyreadstatError, pa.ArrowException, UnicodeDecodeError) as error:
            raise InputError(str(part), f"cannot be read: {str(error).rstrip('.')}.") from None
        written.append(path)
        for column, named in about.variable_value_labels.items():
            labels.setdefault(column, {}).update({str(label): code for code, label in named.items()})
    return written, labels


def _schema(about: Any) -> pa.Schema:
    """Return the kind of each column: text, number, or day where the file writes its numbers as days."""
    fields = []
    for name in about.column_names:
        kind = about.readstat_variable_types[name]
        written = str(about.original_variable_types[name]).upper()
        if kind == "string":
            fields.append(pa.field(name, pa.string()))
        elif written.startswith(("%TD", "%D", "DATE", "ADATE", "EDATE", "JDATE", "SDATE")) and "TIME" not in written:
            fields.append(pa.field(name, pa.date32()))
        elif written.startswith("%TC") or written.startswith("DATETIME"):
            fields.append(pa.field(name, pa.timestamp("us")))
        elif kind.startswith("int"):
            fields.append(pa.field(name, pa.int64()))
        else:
            fields.append(pa.field(name, pa.float64()))
    return pa.schema(fields)
