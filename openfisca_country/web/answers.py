"""`POST /compare`, `/explain`, `/missing` and `/incentives`: the Python functions of these names, over the wire."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from flask import Blueprint, Response, request
from openfisca_core.errors import ParameterNotFoundError

from openfisca_country.household import compare, explain, incentives, missing
from openfisca_country.household.inputs import read_period
from openfisca_country.household.run import check_window
from openfisca_country.household.situation import HOUSEHOLDS, PERSONS, read_situation
from openfisca_country.law import InputError, LawError, NotModelled, OutsideWindow
from openfisca_country.law.catalogue import reformed
from openfisca_country.law.errors import InputErrors, did_you_mean, nearest_name
from openfisca_country.law.reform import ReformLike
from openfisca_country.law.reform_file import ReformFile
from openfisca_country.report.as_json import with_schema
from openfisca_country.web.asked import PARTS, read_parts
from openfisca_country.web.body import TOO_MUCH, check_size, read_json
from openfisca_country.web.inline import read_reforms
from openfisca_country.web.languages import answer_in, in_language, language_of, languages_of
from openfisca_country.web.metrics import count_people
from openfisca_country.web.problems import refuse
from openfisca_country.web.query import read_query
from openfisca_country.web.served import Served
from openfisca_country.web.settings import Settings
from openfisca_country.web.stamp import note_law

FUNCTIONS: dict[str, Callable[..., Any]] = {
    "compare": compare.compare,
    "explain": explain.explain,
    "missing": missing.missing,
    "incentives": incentives.incentives,
}
STACKED = ("explain", "missing")
"""The functions that lay reforms one upon the other; the others lay each over current law."""

ARGUMENTS = {"from": "start", "to": "end"}
PLACES = {name: name for name in PARTS} | {"start": "from", "end": "to", "hourly wage": "hourly_wage"}
"""Where the things that a function calls so stand in a body; all others stand in the situation."""

WRONG_NUMBERS = (ArithmeticError, ValueError, IndexError, TypeError, MemoryError)


def blueprint(served: Served, settings: Settings) -> Blueprint:
    """Return the routes of a country."""
    routes = Blueprint("answers", __name__)

    def route(name: str) -> Callable[[], Response]:
        def answer() -> Response:
            read_query(request, ())
            return _answer(served, settings, name)

        return answer

    for name in FUNCTIONS:
        routes.add_url_rule(f"/{name}", name, route(name), methods=["POST"])
    return routes


def _answer(served: Served, settings: Settings, name: str) -> Response:
    given, faults = read_parts(name, read_json(request, settings))
    situation = given.get("situation", {})
    _check_sizes(situation, given, settings)
    reforms, law, more = _read_law(served, given, stacked=name in STACKED)
    faults += more
    faults += _wrong_names(served, name, given, law, situation)
    if faults:
        if "situation" in given:
            faults += _faults_of_situation(law, situation, given.get("period"))
        raise InputErrors(faults)
    language = given.setdefault("language", language_of(request, served.system)) if name == "explain" else None
    arguments = {ARGUMENTS.get(key, key): value for key, value in given.items() if key != "situation"}
    if "reforms" in given:
        arguments["reforms"] = reforms
    found = _worked_out(served, name, situation, arguments, reforms)
    note_law(found.stamp.reforms)
    count_people(served.name, len(situation[HOUSEHOLDS]), len(situation[PERSONS]))
    language = language or language_of(request, served.system)
    content = in_language(served.system, with_schema(found), language)
    _check_finite(content)
    return answer_in(language, content)


def _check_sizes(situation: Mapping[str, Any], given: Mapping[str, Any], settings: Settings) -> None:
    check_size(situation, settings, given.get("period"))
    persons = situation.get(PERSONS)
    most = settings.max_persons_explained
    if isinstance(persons, dict) and len(persons) > most:
        sentence = (
            f"expected at most {most} persons, got {len(persons)}: ask about one household at a time; "
            "/calculate and /calculate/batch take many."
        )
        refuse(422, TOO_MUCH, "situation.persons", sentence, expected=f"at most {most}", got=str(len(persons)))
    points = given.get("points")
    if points is not None and points > settings.max_points:
        sentence = f"expected at most {settings.max_points} steps, got {points}."
        refuse(422, TOO_MUCH, "points", sentence, expected=f"at most {settings.max_points}", got=str(points))


def _read_law(
    served: Served, given: Mapping[str, Any], stacked: bool
) -> tuple[tuple[ReformLike, ...], Any, list[InputError]]:
    """Return the reforms, the law that the situation is read under, and what is wrong with the parts that name them."""
    faults: list[InputError] = []
    law: Any = served.system
    period = given.get("period")
    try:
        check_window(served.system, period)
    except LawError as error:
        faults.append(_placed(error, "period"))
        period = None
    months = {f"laws_of.{number}": month for number, month in enumerate(given.get("laws_of", ()))}
    if "law_of" in given:
        months["law_of"] = given["law_of"]
    for place, month in months.items():
        try:
            found = served.law((), month, period)
        except LawError as error:
            faults.append(_placed(error, place))
        else:
            law = found if place == "law_of" else law
    reforms, wrong = read_reforms(served, law, given.get("reforms", ()), stacked)
    if stacked and reforms and not wrong:
        law = reformed(law, reforms)
    return reforms, law, [*faults, *wrong]


def _wrong_names(
    served: Served, name: str, given: Mapping[str, Any], law: Any, situation: Mapping[str, Any]
) -> Iterator[InputError]:
    """Find names that nothing has: of a variable, a person or household, a language."""
    variable = given.get("variable")
    if variable is not None and variable not in law.variables:
        nearest = nearest_name(variable, law.variables)
        sentence = f'"{variable[:60]}" is not a variable of this law.{did_you_mean(nearest)}'
        yield InputError("variable", sentence, "the name of a variable", variable[:60], nearest)
    language = given.get("language")
    known = languages_of(served.system)
    if language is not None and language not in known:
        sentence = f'"{language[:60]}" is not a language of this country: choose one of {", ".join(known)}.'
        yield InputError("language", sentence, ", ".join(known), language[:60])
    if name == "compare" and not given.get("reforms") and not given.get("laws_of"):
        yield InputError(
            "reforms", "name at least one reform, or another date in laws_of, to compare current law with."
        )
    whose = given.get("of")
    entity = law.variables[variable].entity.plural if name == "explain" and variable in law.variables else PERSONS
    ids = situation.get(entity)
    if whose is not None and isinstance(ids, dict) and whose not in ids:
        nearest = nearest_name(whose, ids)
        sentence = f'"{whose[:60]}" is not one of the {entity}.{did_you_mean(nearest)}'
        yield InputError("of", sentence, f"an id of the {entity}", whose[:60], nearest)


def _faults_of_situation(law: Any, situation: Mapping[str, Any], period: str | None) -> Sequence[InputError]:
    try:
        read_situation(law, situation, period if _is_period(period) else None)
    except InputError as error:
        return [_placed(each, "") for each in error.errors]
    except LawError:
        return []
    return []


def _is_period(text: str | None) -> bool:
    try:
        return text is not None and read_period(text, "period") is not None
    except InputError:
        return False


def _worked_out(
    served: Served, name: str, situation: Any, arguments: Mapping[str, Any], reforms: Sequence[ReformLike]
) -> Any:
    try:
        return FUNCTIONS[name](served.system, situation, **arguments)
    except InputError as error:
        raise InputErrors([_placed(each, "") for each in error.errors]) from None
    except OutsideWindow as error:
        raise InputErrors([_placed(error, "situation")]) from None
    except LawError:
        raise
    except ParameterNotFoundError:
        raise NotModelled(
            "the law of that month lacks a number that this answer rests on: ask about another."
        ) from None
    except WRONG_NUMBERS:
        if not any(isinstance(each, ReformFile) for each in reforms):
            raise
        sentence = "the law with these numbers cannot be worked out: check that each lies where its rule can use it."
        raise InputError("reforms", sentence) from None


def _placed(error: LawError, place: str) -> InputError:
    """Return an error with its place in the body."""
    if not isinstance(error, InputError):
        return InputError(place, str(error))
    name, dot, rest = error.place.partition(".")
    within = f"situation.{error.place}" if error.place else "situation"
    return error.at(place or (f"{PLACES[name]}{dot}{rest}" if name in PLACES else within))


def _check_finite(content: Any) -> None:
    pending = [content]
    while pending:
        each = pending.pop()
        if isinstance(each, dict | list):
            pending += each.values() if isinstance(each, dict) else each
        elif isinstance(each, float) and not math.isfinite(each):
            raise LawError("a rule divides by zero, or leads beyond all numbers. Check the facts and the reforms.")
