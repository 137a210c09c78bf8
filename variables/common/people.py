"""Who the persons are."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    NEVER,
    Enum,
    Household,
    Person,
    Variable,
    completed_months,
    completed_years,
    first_day,
)


class Sex(Enum):
    female = "Female"
    male = "Male"


class MaritalStatus(Enum):
    single = "Never married"
    married = "Married, in a registered marriage"
    divorced = "Divorced or separated"
    widowed = "Widowed"


class DisabilityGroup(Enum):
    none = "No recognised disability"
    group_1 = "Group I, the most severe"
    group_2 = "Group II"
    group_3 = "Group III"
    child = "Child with disability"


class birth_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = datetime.date(1970, 1, 1)
    label = "Date of birth"
    unit = "date"
    reference = "UN Principles and Recommendations for Population and Housing Censuses, Rev. 3.151"
    labels = {"ru": "Дата рождения"}


class sex(Variable):
    value_type = Enum
    possible_values = Sex
    default_value = Sex.female
    entity = Person
    definition_period = ETERNITY
    label = "Sex"
    reference = "UN Principles and Recommendations for Population and Housing Censuses, Rev. 3.147"
    labels = {"ru": "Пол"}


class death_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Date of death"
    unit = "date"
    reference = "UN Principles and Recommendations for a Vital Statistics System, Rev. 3"


class marital_status(Variable):
    value_type = Enum
    possible_values = MaritalStatus
    default_value = MaritalStatus.single
    entity = Person
    definition_period = MONTH
    label = "Marital status"
    reference = "UN Principles and Recommendations for Population and Housing Censuses, Rev. 3.164"
    labels = {"ru": "Семейное положение"}


class disability_group(Variable):
    value_type = Enum
    possible_values = DisabilityGroup
    default_value = DisabilityGroup.none
    entity = Person
    definition_period = MONTH
    label = "Recognised disability"
    reference = "UN Convention on the Rights of Persons with Disabilities, Art. 1; groups as in national law"
    labels = {"ru": "Группа инвалидности"}


class is_student(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Studies full time"
    reference = "ISCED 2011"
    labels = {"ru": "Учится очно"}


class is_pregnant(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is pregnant"
    reference = "ILO Maternity Protection Convention, 2000 (No. 183), Art. 1"


class age(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Age in completed years on the first day of the month"
    unit = "year"
    reference = "UN Principles and Recommendations for Population and Housing Censuses, Rev. 3.151"
    labels = {"ru": "Возраст, полных лет"}

    def formula(person, period):
        """Completed years on the first day of the month; negative before birth."""
        return completed_years(person("birth_date", period), first_day(period))


class age_in_months(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Age in completed months on the first day of the month"
    unit = "month"
    reference = "UN Principles and Recommendations for Population and Housing Censuses, Rev. 3.151"

    def formula(person, period):
        """Completed months on the first day of the month; negative before birth."""
        return completed_months(person("birth_date", period), first_day(period))


class is_living(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Born by the first day of the month, and living"
    reference = "UN Principles and Recommendations for a Vital Statistics System, Rev. 3"

    def formula(person, period):
        """Born on or before the first day of the month, and not dead by then."""
        return (person("birth_date", period) <= first_day(period)) & (person("death_date", period) > first_day(period))


class in_family(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Belongs to the family of the law: head, spouse or child, not another person in the dwelling"
    reference = "UN Principles and Recommendations for Population and Housing Censuses, Rev. 3.138"

    def formula(person, period):
        """Living, and the head, the spouse or a child of the family."""
        return person("is_living", period) & ~person.has_role(Household.OTHER)
