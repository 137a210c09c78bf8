"""What a person can still do for a living."""

from openfisca_country.law import MONTH, Person, Variable


class working_capacity_loss(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Share of the capacity to work that is lost, as certified"
    unit = "/1"
    reference = "ILO Invalidity, Old-Age and Survivors' Benefits Convention, 1967 (No. 128), Art. 8"
    labels = {"ru": "Степень утраты трудоспособности"}
