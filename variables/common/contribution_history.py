"""The record of contributions, where a total of months does not tell enough."""

from openfisca_country.law import MONTH, Person, Variable


class insured_months_in_a_row(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Months of contributions in a row, immediately before the contingency"
    unit = "month"
    reference = "ILO Social Security (Minimum Standards) Convention, 1952 (No. 102), Art. 1(1)(f)"


class is_voluntarily_insured(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is insured by a voluntary contribution, not by an employer"
    reference = "ILO Social Security (Minimum Standards) Convention, 1952 (No. 102), Art. 6"
    labels = {"ru": "Застрахован добровольно"}
