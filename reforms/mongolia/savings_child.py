"""Proposed, and not passed: the bill on the savings of children for 2022, by which a part of Child Money is saved."""

import copy

from openfisca_core.parameters import ParameterNode

from openfisca_country.law import MONTH, Household, Reform, Variable, round_to_unit

BILL = "Savings child, a bill for 2022 described in the press, https://tentsver.mn/s/428; not passed"
SOURCE = {"title": "Savings child: a bill for 2022, not passed", "href": "https://tentsver.mn/s/428"}


def of_the_bill(value):
    """Write down a share of the bill with where it stands."""
    return {"value": value, "metadata": {"unit": "/1", "reference": [SOURCE], "confidence": "press"}}


PARAMETERS = {
    "description": "Savings child, a bill for 2022",
    "cash_share": {
        "description": "Share of Child Money that is paid in cash where it is asked for, the rest being saved",
        "metadata": {"unit": "/1"},
        "values": {"2022-07-01": of_the_bill(0.50), "2023-01-01": of_the_bill(0.40), "2024-01-01": of_the_bill(0.30)},
    },
}


class child_money_in_cash(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Child Money paid in cash"
    labels = {"mn": "Бэлнээр олгох хүүхдийн мөнгө"}
    unit = "currency/month"
    reference = BILL

    def formula_2022_07(household, period, parameters):
        """Half of it in 2022, 40 % in 2023, 30 % from 2024, as every parent is taken to ask for."""
        return round_to_unit(parameters(period).savings_child.cash_share * household("child_money", period))


class child_money_put_aside(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Child Money put on the children's savings accounts"
    labels = {"mn": "Хүүхдийн хуримтлалд төвлөрүүлэх мөнгө"}
    unit = "currency/month"
    reference = BILL

    def formula_2022_07(household, period):
        """Put aside what is not paid in cash."""
        return household("child_money", period) - household("child_money_in_cash", period)


class child_benefit(Variable):
    label = "Benefits for families with children"
    reference = BILL

    def formula_2022_07(household, period):
        """Child Money in cash, and the benefits to mothers and single parents."""
        mothers = household.sum(household.members("mother_benefits", period))
        return household("child_money_in_cash", period) + mothers


class SavingsChild(Reform):
    """From July 2022 a part of Child Money goes to a savings account of the child; the amount of 100,000 is kept.

    To June 2022 saving would have been by choice, which changes nothing here. What is saved is not counted as income of
    the household.
    """

    title = "Savings child: half of Child Money saved from July 2022, 60 % in 2023, 70 % from 2024"
    reference = BILL

    def apply(self):
        tree = copy.copy(self.parameters)
        tree.children = dict(tree.children)
        tree.add_child("savings_child", ParameterNode("savings_child", data=PARAMETERS))
        self.parameters = tree
        self._at_instant = {}
        self.add_variable(child_money_in_cash)
        self.add_variable(child_money_put_aside)
        self.update_variable(child_benefit)
