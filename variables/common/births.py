"""Births."""

from openfisca_country.law import MONTH, Person, Variable


class children_born(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    default_value = 1
    label = "Children born alive at the birth"
    unit = "child"
    reference = "UN Principles and Recommendations for a Vital Statistics System, Rev. 3"
    labels = {"ru": "Родилось живых детей"}
