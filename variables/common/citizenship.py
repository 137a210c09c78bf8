"""Whom a country's law takes as its own."""

from openfisca_country.law import MONTH, Person, Variable


class is_citizen(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    default_value = True
    label = "Is a citizen of the country"
    reference = "UN Principles and Recommendations for Population and Housing Censuses, Rev. 3 (country of citizenship)"
    labels = {"ru": "Гражданин страны"}


class is_tax_resident(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    default_value = True
    label = "Is a resident of the country for income tax"
    reference = "OECD Model Tax Convention on Income and on Capital (2017), Art. 4"
    labels = {"ru": "Налоговый резидент"}
