"""Reading the query of an address: the parameters that a route knows, each checked, and no others."""

from collections.abc import Collection
from dataclasses import dataclass

from flask import Request

from openfisca_country.household.inputs import read_period, shown
from openfisca_country.law import InputError
from openfisca_country.law.errors import did_you_mean, nearest_name
from openfisca_country.web.problems import Fault, Problem, faults

UNKNOWN = "The query holds what this address does not know"
ONCE = {"period", "law_of", "form"}
LAW = ("period", "reform", "law_of")
"""What every route knows that applies a law to people."""


@dataclass(frozen=True)
class Query:
    """What an address says beside the body.

    Attributes:
        period: a month or a year.
        reforms: names, in the order in which they are laid one upon the other.
        law_of: a month whose law is applied.
        form: of the answer.

    """

    period: str | None = None
    reforms: tuple[str, ...] = ()
    law_of: str | None = None
    form: str | None = None


def read_query(request: Request, known: Collection[str], forms: tuple[str, ...] = ()) -> Query:
    """Read a query.

    Args:
        request: as it came.
        known: the parameters that the route has, of ``period``, ``reform`` (as often as wanted), ``law_of``, ``form``
            and those it reads itself.
        forms: the values that ``form`` may have.

    Raises:
        Problem: 422, with every parameter that is not known, stands twice, or has a value it cannot have.

    """
    wrong: list[Fault] = []
    for name, values in request.args.lists():
        if name not in known:
            near = nearest_name(name, known)
            sentence = f"{shown(name)} is nothing that this address knows.{did_you_mean(near)}"
            wrong.append(Fault("query", sentence, " or ".join(known) or "no query", shown(name), near or None))
        elif name in ONCE and len(values) > 1:
            wrong.append(Fault(f"query {name}", f"stands {len(values)} times; once is enough.", "one value"))
    form = request.args.get("form")
    if "form" in known and form is not None and form not in forms:
        expected = " or ".join(forms)
        wrong.append(Fault("query form", f"expected {expected}, got {shown(form)}.", expected, shown(form)))
    period = request.args.get("period")
    if period is not None:
        try:
            read_period(period, "query period")
        except InputError as error:
            wrong += faults(error)
    if wrong:
        raise Problem(422, UNKNOWN, wrong)
    return Query(period, tuple(request.args.getlist("reform")), request.args.get("law_of"), form)
