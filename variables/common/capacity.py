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


class disabled_since_childhood(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Recognised as disabled since childhood"
    reference = "UN Convention on the Rights of Persons with Disabilities, Art. 1"
    labels = {"uz": "Bolalikdan nogironligi bo'lgan", "ru": "Инвалид с детства", "kk": "Бала кезінен мүгедектігі бар"}
