"""Births, and the days that grants and leaves hang on."""

import datetime

from openfisca_country.law import ETERNITY, MONTH, NEVER, Person, Variable


class children_born(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    default_value = 1
    label = "Children born alive at the birth"
    unit = "child"
    reference = "UN Principles and Recommendations for a Vital Statistics System, Rev. 3"
    labels = {"ru": "Родилось живых детей"}


class childbirth_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day the person gave birth"
    unit = "date"
    reference = "ILO Maternity Protection Convention, 2000 (No. 183), Art. 4"
    labels = {"uz": "Farzand ko'rgan kun", "ru": "День родов", "mn": "Хүүхэд төрүүлсэн өдөр", "kk": "Босанған күні"}


class birth_grant_claim_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day the birth grant was claimed"
    unit = "date"
    reference = "ILO Social Security (Minimum Standards) Convention, 1952 (No. 102), Part VII"


class maternity_leave_start(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "First day of maternity leave"
    unit = "date"
    reference = "ILO Maternity Protection Convention, 2000 (No. 183), Art. 4"
    labels = {
        "uz": "Homiladorlik va tug'ish ta'tilining birinchi kuni",
        "ru": "Первый день отпуска по беременности и родам",
        "mn": "Жирэмсний болон амаржсаны амралтын эхний өдөр",
    }


class complicated_or_multiple_birth(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The birth is complicated, or of two or more children"
    reference = "ILO Maternity Protection Convention, 2000 (No. 183), Art. 5"
    labels = {
        "kk": "Босану қиын болған немесе екі және одан көп бала туған",
        "ru": "Осложнённые роды или рождение двух и более детей",
    }


class childbirth_order(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    default_value = 1
    label = "Which child of the mother or family was born or taken in (of twins, the first of them)"
    unit = "child"
    reference = "UN Principles and Recommendations for a Vital Statistics System, Rev. 3"
