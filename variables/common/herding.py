"""Living off livestock."""

from openfisca_country.law import MONTH, Person, Variable


class is_herder(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Works mainly as a herder of livestock"
    reference = "ILO, International Standard Classification of Occupations (ISCO-08), 612 and 632"
    labels = {"ru": "Занят пастбищным животноводством"}
