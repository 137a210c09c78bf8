"""The folder of a run: one command's own, held by one process at a time, able to go on where it was stopped."""

import json
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

from openfisca_country.law import InputError, LawError
from openfisca_country.population.output import WORK, any_done, write_text

fcntl: Any = import_module("fcntl") if find_spec("fcntl") else None

RUN_FILE = "run.json"
COMMAND_FILE = "command.json"
STAGED = "staged"

PATIENCE = 5.0
"""Seconds in which the workers of a run that was killed come to their end."""

WORDS = {
    "country": "another country",
    "package": "another version of openfisca-country",
    "core": "another version of openfisca-core",
    "period": "another period",
    "laws": "other reforms, or another text of the law",
    "variables": "other variables",
    "tables": "other tables or another mapping",
}
"""What differs, in words, where a part of the command differs."""


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Make the folder of a run and keep other processes out of it.

    Raises:
        LawError: it cannot be written, holds something else, or another run is writing into it.

    """
    work = folder / WORK
    try:
        if folder.exists() and any(folder.iterdir()) and not work.is_dir() and not finished_files(folder):
            raise InputError(str(folder), "this folder holds other files: name an empty or a new one as --output.")
        work.mkdir(parents=True, exist_ok=True)
        lock = (work / "lock").open("a")
    except OSError as error:
        raise InputError(str(folder), f"cannot be written ({error.strerror}).") from None
    with lock:
        if not _locked(lock):
            raise LawError(f"{folder}: another run is writing into this folder: wait for it, or name another.")
        yield


def _locked(lock: IO[str]) -> bool:
    """Lock a file until it is closed or its process ends; without such locks, trust."""
    if fcntl is None:
        return True
    until = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            if time.monotonic() > until:
                return False
            time.sleep(PATIENCE / 50)
        else:
            return True


def begun(folder: Path) -> dict[str, Any]:
    """Return the command that a folder was begun with; empty for a folder in which no block is done."""
    found: dict[str, Any] = {}
    for finished in finished_files(folder):
        found = json.loads(finished.read_text(encoding="utf-8"))["command"]
    path = folder / WORK / COMMAND_FILE
    if not found and path.is_file() and any_done(folder):
        found = json.loads(path.read_text(encoding="utf-8"))
    return found


def finished_files(folder: Path) -> list[Path]:
    """Return what tells of the whole runs in a folder: one's own, or one a law in folders below."""
    return [each for each in (folder / RUN_FILE, *sorted(folder.glob(f"*/{RUN_FILE}"))) if each.is_file()]


def check_same(folder: Path, before: dict[str, Any], now: dict[str, Any]) -> None:
    """See that a command is the one that the folder was begun with.

    Raises:
        InputError: it is not; the message says what differs.

    """
    different = [name for name in WORDS if name in before and name in now and before[name] != now[name]]
    if different:
        words = ", ".join(WORDS[name] for name in different)
        raise InputError(str(folder), f"this folder holds a run with {words}: name another folder as --output.")


def note(folder: Path, command: dict[str, Any]) -> None:
    """Keep the command in the folder, for a later process to go on with."""
    write_text(folder, folder / WORK / COMMAND_FILE, json.dumps(command, indent=1))


def clear(folder: Path) -> None:
    """Remove what a run needs only until it is whole."""
    shutil.rmtree(folder / WORK, ignore_errors=True)
