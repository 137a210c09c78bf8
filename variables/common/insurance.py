"""Facts that social insurance records of a person, or of a breadwinner who died."""

import datetime

from openfisca_country.law import ETERNITY, MONTH, NEVER, Person, Variable


class sickness_from_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The sickness is a work injury or an occupational disease"
    reference = "ILO Social Security (Minimum Standards) Convention, 1952 (No. 102), Part VI"


class pension_reference_wage(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Average monthly wage of the years chosen for the pension, indexed where the law indexes it"
    unit = "currency/month"
    reference = "ILO Social Security (Minimum Standards) Convention, 1952 (No. 102), Art. 65"
    labels = {
        "uz": "Pensiya uchun o'rtacha oylik ish haqi",
        "ru": "Среднемесячный заработок, взятый для пенсии",
        "mn": "Тэтгэвэр бодох сарын дундаж цалин хөлс",
    }


class old_age_pension_award_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day from which an old-age pension has been in payment; a later rise of the age or service leaves it"
    unit = "date"
    reference = "ILO Social Security (Minimum Standards) Convention, 1952 (No. 102), Part V"
    labels = {
        "ru": "День, с которого назначена пенсия",
        "mn": "Өндөр насны тэтгэвэр тогтоосон өдөр",
        "kk": "Зейнетақы тағайындалған күн",
    }


class lost_breadwinner(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has lost the breadwinner"
    reference = "ILO Social Security (Minimum Standards) Convention, 1952 (No. 102), Part X"
    labels = {
        "uz": "Boquvchisini yo'qotgan",
        "ru": "Потерял кормильца",
        "mn": "Тэжээгчээ алдсан",
        "kk": "Асыраушысынан айырылған",
    }


class deceased_reference_wage(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Average monthly wage of the deceased breadwinner, indexed where the law indexes it"
    unit = "currency/month"
    reference = "ILO Social Security (Minimum Standards) Convention, 1952 (No. 102), Part X"


class lost_both_parents(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has lost both parents"
    reference = "ILO Social Security (Minimum Standards) Convention, 1952 (No. 102), Part X"
    labels = {"kk": "Ата-анасының екеуінен де айырылған", "ru": "Потерял обоих родителей"}
