"""Passed in April 2017 and undone before its first use: a progressive tax on wages from 2018."""

import copy

from openfisca_core.parameters import ParameterNode

from openfisca_country.law import Reform, Variable, clip, maximum, minimum

ACT = "Amendment to the Law on Personal Income Tax of 2017-04-14, undone by PIT-A2018 before it was used"
LINK = "https://www.pwc.com/mn/en/tax_alerts/tax_alert_01_2017.html"


def of_the_act(description, unit, value):
    """Write down a number of the amendment with where it stands."""
    metadata = {"unit": unit, "reference": [{"title": ACT, "href": LINK}], "confidence": "summary"}
    return {
        "description": description,
        "metadata": {"unit": unit},
        "values": {"2018-01-01": {"value": value, "metadata": metadata}},
    }


PARAMETERS = {
    "description": "Progressive tax on wages of 2017",
    "rate": {
        "first": of_the_act("Rate on the first part of the income of a year", "/1", 0.10),
        "second": of_the_act("Rate on the second part of the income of a year", "/1", 0.15),
        "third": of_the_act("Rate on the third part of the income of a year", "/1", 0.20),
        "fourth": of_the_act("Rate on the fourth part of the income of a year", "/1", 0.25),
    },
    "band": {
        "second_from": of_the_act("Income of a year above which the second rate applies", "MNT/year", 18_000_000),
        "third_from": of_the_act("Income of a year above which the third rate applies", "MNT/year", 30_000_000),
        "fourth_from": of_the_act("Income of a year above which the fourth rate applies", "MNT/year", 42_000_000),
    },
}


class annual_tax_before_credit(Variable):
    reference = ACT

    def formula_2018(person, period, parameters):
        """10 % to 18 million, 15 % from there to 30 million, 20 % to 42 million, 25 % above."""
        law = parameters(period).progressive_wage_tax
        rate, band = law.rate, law.band
        income = person("annual_taxable_wage", period)
        first = minimum(income, band.second_from)
        second = clip(income - band.second_from, 0, band.third_from - band.second_from)
        third = clip(income - band.third_from, 0, band.fourth_from - band.third_from)
        fourth = maximum(income - band.fourth_from, 0)
        return rate.first * first + rate.second * second + rate.third * third + rate.fourth * fourth


class ProgressiveWageTax(Reform):
    """The wage tax is progressive from 2018 and stays so, in place of the flat 10 % and of the bands of 2023.

    The credits of current law are kept in each year; those of the act of 2017 were not seen.
    """

    title = "The progressive wage tax of 2017: 10, 15, 20 and 25 %"
    reference = f"{ACT}, {LINK}"

    def apply(self):
        tree = copy.copy(self.parameters)
        tree.children = dict(tree.children)
        tree.add_child("progressive_wage_tax", ParameterNode("progressive_wage_tax", data=PARAMETERS))
        self.parameters = tree
        self._at_instant = {}
        self.update_variable(annual_tax_before_credit)
