"""Care: who gives it, and where."""

from openfisca_country.law import MONTH, Person, Variable


class lives_in_care_centre(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Lives in a care centre"
    reference = "UN Convention on the Rights of Persons with Disabilities, Art. 19"
    labels = {"uz": "Parvarish markazida yashaydi", "ru": "Живёт в центре по уходу", "mn": "Асрамжийн газарт амьдардаг"}


class is_legal_carer_of_disabled_child(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = (
        "The legal representative who cares for a child with disability: parent, guardian, adoptive or foster parent"
    )
    reference = "UN Convention on the Rights of Persons with Disabilities, Art. 23"
    labels = {
        "uz": "Nogironligi bo'lgan bolani parvarishlovchi qonuniy vakil",
        "ru": "Законный представитель, ухаживающий за ребёнком с инвалидностью",
        "kk": "Мүгедектігі бар баланы тәрбиелеп отырған ата-ана немесе қамқоршы",
    }
