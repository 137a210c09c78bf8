"""Where the two tables are: in a folder, in files, in folders of parts, or in memory."""

from collections.abc import Mapping as MappingOf
from pathlib import Path
from typing import Any

from openfisca_country.law import InputError, nearest
from openfisca_country.population.tables.rules import HOUSEHOLDS, PERSONS, Mapping

TablesLike = str | Path | MappingOf[str, Any] | tuple[Any, Any]
"""A folder; or persons and households, each a file, a folder of parts, or a pandas, polars or Arrow table, by name or
as a pair."""

SUFFIXES = (".parquet", ".csv", ".arrow", ".feather", ".dta", ".sav")


def located(tables: TablesLike, mapping: Mapping) -> dict[str, Any]:
    """Return persons and households, each as the files it consists of or as a table in memory."""
    if isinstance(tables, str | Path):
        folder = Path(tables)
        if not folder.is_dir():
            raise InputError("", f"{folder}: is no folder; name one that holds persons and households.")
        return {each: _in_folder(folder, each, mapping.of(each).file) for each in (PERSONS, HOUSEHOLDS)}
    if isinstance(tables, tuple):
        if len(tables) != 2:
            raise InputError("tables", f"expected a pair, persons and households; got {len(tables)} tables.")
        tables = dict(zip((PERSONS, HOUSEHOLDS), tables, strict=True))
    if not isinstance(tables, MappingOf) or set(tables) != {PERSONS, HOUSEHOLDS}:
        raise InputError("tables", "expected a folder, or two tables: persons and households.")
    return {
        each: _parts(Path(tables[each])) if isinstance(tables[each], str | Path) else tables[each]
        for each in (PERSONS, HOUSEHOLDS)
    }


def _in_folder(folder: Path, entity: str, file: str) -> list[Path]:
    if file:
        if not (folder / file).exists():
            names = [path.name for path in folder.iterdir()]
            raise InputError(f"{entity}.file", f'{folder} holds no "{file}".{nearest(file, names)}')
        return _parts(folder / file)
    fitting = sorted(path for path in folder.iterdir() if path.stem == entity and path.suffix in SUFFIXES)
    fitting += [folder / entity] if (folder / entity).is_dir() else []
    if not fitting:
        raise InputError(
            str(folder),
            f"holds no {entity}: expected {entity}.parquet, .csv, .arrow, .dta or .sav, or a folder {entity} of parts.",
        )
    if len(fitting) > 1:
        told = " and ".join(path.name for path in fitting)
        raise InputError(str(folder), f"holds {entity} twice, {told}: keep one, or name it with `file:` in a mapping.")
    return _parts(fitting[0])


def _parts(path: Path) -> list[Path]:
    """Return a file, or the parts in a folder in the order of their names."""
    if path.is_file():
        if path.suffix not in SUFFIXES:
            raise InputError(str(path), f"is of no kind that can be read; there are: {', '.join(SUFFIXES)}.")
        return [path]
    if not path.is_dir():
        raise InputError(str(path), "is not there.")
    parts = sorted(each for each in path.iterdir() if each.suffix in SUFFIXES)
    kinds = {each.suffix for each in parts}
    if len(kinds) != 1:
        told = (
            f"holds parts of several kinds ({', '.join(sorted(kinds))})" if kinds else "holds no part that can be read"
        )
        raise InputError(str(path), f"{told}; there should be files of one of {', '.join(SUFFIXES)}.")
    return parts
