"""Drafts of reforms of Atlantis, for the tests of reform files."""

from typing import Any

HEADER = "name: draft\ncountry: atlantis\ntitle: A draft\n"
UNIT = "base.fish_unit"  # 1,000 obols, 1,200 from 2023
AMOUNT = "fish_allowance.amount"  # half a fish unit, 0.75 from 2024
FLAT = "fish_allowance.flat"  # one fish unit, ended on 2024-01-01
PART = '''
"""A fish allowance that is a part of itself."""

from openfisca_country.law import Reform, Variable


class Part(Reform):
    """Half of the allowance, or another part."""

    title = "A part of the fish"
    reference = "Proposal of the gulls"
    parameters = {"part": 0.5, "children": 2, "name": "gull", "whole": False, "list": [1], "free": None}

    def apply(self):
        whole = self.get_variable("fish_allowance").get_formula("2026-01-01")
        part = self.own_parameters["part"]

        class fish_allowance(Variable):
            def formula_2026(household, period, parameters):
                """A part of the allowance."""
                return whole(household, period, parameters) * part

        self.update_variable(fish_allowance)
        self.change_parameters({"fish_allowance.child_age": {"2026-01-01": 20}})
'''
FAMILY = {
    "persons": {"mother": {"birth_date": "1990-01-01"}, "child": {"birth_date": "2020-01-01"}},
    "households": {"home": {"head": ["mother"], "children": ["child"]}},
}


def values(system: Any, path: str, *years: str) -> list[Any]:
    """A parameter on the first day of some years, or on some days."""
    folder, name = path.split(".")
    instants = (system.get_parameters_at_instant(each if len(each) > 4 else f"{each}-01-01") for each in years)
    return [getattr(getattr(instant, folder), name) for instant in instants]


def said(path: str, *lines: str) -> str:
    return "\n".join(["parameters:", f"  {path}:", *(f"    {line}" for line in lines)]) + "\n"
