"""Pension age: the Law on pension provision of 2013, and the Social Code."""

from openfisca_country.law import (
    MONTH,
    MONTHS_IN_YEAR,
    Person,
    Variable,
    completed_months,
    first_day,
    last_day,
    round_to_unit,
    where,
)


class reached_general_pension_age(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has reached the general pension age, that of the month or that of a year in which it was lower"
    labels = {"kk": "Жалпыға бірдей зейнет жасына жеткен", "ru": "Достиг общего пенсионного возраста"}
    reference = ["PENS2013 Art. 11", "SC2023 Art. 207"]

    def formula_2015(person, period, parameters):
        """Men at 63, women at 58, counted in completed months (PENS2013 Art. 11)."""
        law = parameters(period).old_age_pension.age
        sex = person("sex", period)
        years = where(sex == sex.possible_values.female, law.female, law.male)
        return person("age_in_months", period) >= round_to_unit(years * MONTHS_IN_YEAR)

    def formula_2018(person, period, parameters):
        """Men at 63, women at the age of the year, which rises on 1 January; who reached it by the end of a year keeps it."""
        law = parameters(period).old_age_pension.age
        law_last_year = parameters(period.last_year).old_age_pension.age
        sex = person("sex", period)
        is_woman = sex == sex.possible_values.female
        years = where(is_woman, law.female, law.male)
        years_last_year = where(is_woman, law_last_year.female, law_last_year.male)
        months_at_its_end = completed_months(person("birth_date", period), last_day(period.last_year))
        return (person("age_in_months", period) >= round_to_unit(years * MONTHS_IN_YEAR)) | (
            months_at_its_end >= round_to_unit(years_last_year * MONTHS_IN_YEAR)
        )


class old_age_pension_in_payment(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "An old-age pension has been awarded already"
    labels = {"kk": "Зейнетақы бұрын тағайындалған", "ru": "Пенсия по возрасту уже назначена"}
    reference = ["PENS2013", "SC2023 Art. 207"]

    def formula(person, period):
        """Awarded on or before the first day of the month, at the age that held then."""
        return person("old_age_pension_award_date", period) <= first_day(period)


class reached_pension_age(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has reached the pension age that holds for the person, general or early"
    labels = {"kk": "Зейнет жасына жеткен", "ru": "Достиг пенсионного возраста, общего или досрочного"}
    reference = ["PENS2013 Art. 11", "SC2023 Art. 207"]

    def formula_2015(person, period):
        """The general age, or that of a pension awarded before."""
        return person("old_age_pension_in_payment", period) | person("reached_general_pension_age", period)
