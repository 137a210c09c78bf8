"""A batch as newline-delimited JSON: a situation a line in, an answer a line out, and a summary at the end."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any

from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.household.batch import Filled, Refused
from openfisca_country.household.belonging import HOUSEHOLDS, PERSONS
from openfisca_country.report.as_json import plain
from openfisca_country.web.batch_block import answer_block
from openfisca_country.web.body import check_size, read_object
from openfisca_country.web.lines import lines
from openfisca_country.web.parts import PERSONS_OF_A_HOUSEHOLD
from openfisca_country.web.problems import Fault, Problem, errors_of, faults, refuse
from openfisca_country.web.settings import Settings

TYPE = "application/x-ndjson"
LONGEST_ID = 200
BLOCK_BYTES = 2_000_000
_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False, allow_nan=False, separators=(",", ":"), default=str)


@dataclass
class _Line:
    """A line of the stream: the situation it holds, or what is wrong with it."""

    number: int
    size: int = 0
    id: str | int | None = None
    content: dict[str, Any] = field(default_factory=dict)
    errors: tuple[Fault, ...] = ()

    @property
    def weight(self) -> float:
        """How much of a block it takes, in households; many persons count as many households."""
        persons, households = (self.content.get(each) for each in (PERSONS, HOUSEHOLDS))
        size = len(households) if isinstance(households, dict) else 1
        return max(size, len(persons) / PERSONS_OF_A_HOUSEHOLD if isinstance(persons, dict) else 1)


def answers(law: TaxBenefitSystem, stream: IO[bytes], period: str | None, settings: Settings) -> Iterator[bytes]:
    """Answer a stream of situations, a block at a time.

    Args:
        law: to apply.
        stream: of lines ``{"id": …, "persons": …, "households": …}``.
        period: for nulls that stand without one; the current month by default.
        settings: how much is held at a time.

    Yields:
        A line for each line, in the order given: ``{"id": …, "situation": …, "unanswered": […]}``, or ``{"line": …,
        "id": …, "errors": […], "errors_total": …}``; then ``{"summary": {"answered": …, "refused": …}}``, without
        which the stream was cut.

    """
    answered = refused = 0
    read = (_read(number, text, period, settings) for number, text in lines(stream, settings.batch_line_bytes))
    for block in _blocks(read, settings):
        told = [_told(line, found, settings) for line, found in _answered(law, block, period)]
        right = sum("situation" in each for each in told)
        answered, refused = answered + right, refused + len(told) - right
        yield b"".join(map(_written, told))
    yield _written({"summary": {"answered": answered, "refused": refused}})


def _read(number: int, text: bytes | None, period: str | None, settings: Settings) -> _Line:
    if text is None:
        most = f"at most {settings.batch_line_bytes} bytes"
        return _Line(number, errors=(Fault("", f"is too long: expected {most} in a line.", most),))
    line = _Line(number, len(text))
    try:
        content = read_object(text, settings)
        line.id = _id(content)
        line.content = {key: value for key, value in content.items() if key != "id"}
        check_size(line.content, settings, period)
    except Problem as problem:
        line.errors = problem.errors
    return line


def _id(content: dict[str, Any]) -> str | int:
    found = content.get("id")
    if not isinstance(found, str | int) or isinstance(found, bool) or len(str(found)) > LONGEST_ID:
        expected = f"a text or a whole number of at most {LONGEST_ID} characters"
        before = "" if "id" in content else "is missing, and the answer carries it: "
        refuse(422, "", "id", f"{before}expected {expected}.", expected=expected)
    return found


def _blocks(read: Iterator[_Line], settings: Settings) -> Iterator[list[_Line]]:
    """Gather lines until there are as many people, or as many bytes, as are held at a time."""
    block: list[_Line] = []
    weight, size = 0.0, 0
    for line in read:
        block.append(line)
        weight, size = weight + line.weight, size + line.size
        if weight >= settings.batch_block or size >= BLOCK_BYTES:
            yield block
            block, weight, size = [], 0.0, 0
    if block:
        yield block


def _answered(
    law: TaxBenefitSystem, block: list[_Line], period: str | None
) -> Iterator[tuple[_Line, Filled | Refused | None]]:
    good = [(str(line.number), line.content) for line in block if not line.errors]
    found = answer_block(law, good, period)
    return ((line, found.get(str(line.number))) for line in block)


def _told(line: _Line, found: Filled | Refused | None, settings: Settings) -> dict[str, Any]:
    if isinstance(found, Filled):
        return {"id": line.id, "situation": found.situation, "unanswered": plain(found.unanswered)}
    errors = line.errors if found is None else tuple(fault for error in found.errors for fault in faults(error))
    told: dict[str, Any] = {"line": line.number} if line.id is None else {"line": line.number, "id": line.id}
    return {**told, **errors_of(errors, settings.max_errors)}


def _written(content: dict[str, Any]) -> bytes:
    return _JSON.encode(content).encode() + b"\n"
