"""The register of instruments is whole: each act cited is in it, complete, and each act in it is cited."""

import difflib
import re
from collections.abc import Iterable, Iterator

from openfisca_country.law.check.finding import Finding, place, place_of_value
from openfisca_country.law.check.sources import file_of
from openfisca_country.law.errors import nearest
from openfisca_country.law.programmes import cited_acts, leaf_parameters
from openfisca_country.law.reform import shipped_reforms
from openfisca_country.law.system import CountrySystem

# UP126, PKM-SC2021. The names of organisations and treaties ("ILO", "ISCED") have no digit.
CAPITALS_AND_A_DIGIT = re.compile(r"(?=.*\d)[A-Z][A-Z0-9-]*")


def check_instruments(system: CountrySystem) -> Iterator[Finding]:
    """Find acts that are cited but unknown, registered but incomplete, or registered but never cited."""
    yield from _unknown_to_values(system)
    yield from _unknown_to_variables(system)
    register = system.country.parameters / "index.yaml"
    cited = _cited(system)
    for act, instrument in system.book.instruments.items():
        where = place(system.country.home, register, act)
        if not instrument.title:
            yield Finding("instrument", where, "This act has no title: add `title:` in English.")
        if not instrument.link:
            yield Finding("instrument", where, "This act has no link: add `link:` to where it can be read.")
        if act not in cited:
            yield Finding("instrument", where, "Nothing cites this act: cite it where it applies, or remove it.")


def _unknown(act: str, known: Iterable[str]) -> str:
    return f'"{act}" is not in the register of instruments: add it to index.yaml.{nearest(act, known)}'


def _unknown_to_values(system: CountrySystem) -> Iterator[Finding]:
    known = system.book.instruments
    for parameter in leaf_parameters(system.parameters):
        for entry in parameter.values_list:
            for act in cited_acts(entry.metadata):
                if act not in known:
                    where = place_of_value(system.country.home, parameter, entry.instant_str)
                    yield Finding("instrument", where, _unknown(act, known))


def _unknown_to_variables(system: CountrySystem) -> Iterator[Finding]:
    known = system.book.instruments
    for name in sorted(system.national_variables):
        variable = system.variables[name]
        resolved = {f"{each.title}: {each.instrument.link}" for each in variable.citations}
        for text in variable.reference or []:
            act = text.split(" ")[0]
            if text not in resolved and _looks_like_an_act(act, known):
                yield Finding("instrument", place(system.country.home, file_of(variable), name), _unknown(act, known))


def _looks_like_an_act(word: str, known: Iterable[str]) -> bool:
    slip = word.isupper() and difflib.get_close_matches(word, list(known), n=1, cutoff=0.8)
    return bool(slip or CAPITALS_AND_A_DIGIT.fullmatch(word))


def _cited(system: CountrySystem) -> set[str]:
    """Return the acts that a value, a variable, a documented gap or a reform names."""
    parameters = list(leaf_parameters(system.parameters))
    acts = {act for each in parameters for entry in each.values_list for act in cited_acts(entry.metadata)}
    acts |= {citation.instrument.id for each in system.variables.values() for citation in each.citations}
    texts = [gap for programme in system.book.programmes.values() for gap in programme.gaps]
    texts += [each.documentation or "" for each in parameters]
    texts += [path.read_text(encoding="utf-8") for path in shipped_reforms(system.country.reforms).values()]
    return acts | {word for text in texts for word in re.findall(r"[\w-]+", text)}
