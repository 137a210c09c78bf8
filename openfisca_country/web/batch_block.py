"""A block of a batch: its situations answered together, and none of them at the expense of another."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.household.batch import Filled, Refused, fill_each
from openfisca_country.household.belonging import HOUSEHOLDS, PERSONS
from openfisca_country.law import InputError
from openfisca_country.law.catalogue import country_of
from openfisca_country.web.metrics import count_people
from openfisca_country.web.problems import where

FAILED = "something went wrong on this server, not with the situation; its operator can find it in the log."
log = logging.getLogger("openfisca_country.web")


def answer_block(
    law: TaxBenefitSystem, named: Sequence[tuple[str, Mapping[str, Any]]], period: str | None
) -> dict[str, Filled | Refused]:
    """Answer situations together; one by one where that fails, so that only the one at fault gets no answer.

    The stream has begun: what goes wrong with one situation is told in its place, whatever it is.

    Args:
        law: to apply.
        named: situations, each with a name of its own.
        period: for nulls that stand without one, checked; the current month by default.

    Returns:
        An answer or a refusal for each name.

    """
    try:
        found = {each.id: each for each in fill_each(law, named, period, max(len(named), 1), keep=True)}
    except Exception as error:
        log.error("%s", where(error))  # its message may quote a person
    else:
        _count(law, found.values())
        return found
    if len(named) == 1:
        return {named[0][0]: Refused(named[0][0], (InputError("", FAILED),))}
    return {name: found for each in named for name, found in answer_block(law, [each], period).items()}


def _count(law: TaxBenefitSystem, found: Iterable[Filled | Refused]) -> None:
    answered = [each.situation for each in found if isinstance(each, Filled)]
    households, persons = (sum(len(each[entity]) for each in answered) for entity in (HOUSEHOLDS, PERSONS))
    count_people(country_of(law).name, households, persons)
