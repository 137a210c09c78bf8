"""Funeral grant: one-off, to the family of an insured person or pensioner who died."""

from openfisca_country.law import MONTH, Person, Variable, in_month, on_the_day, where

# What the family states


class died_of_industrial_accident(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "An industrial accident caused the death"
    reference = ["PB1994 Art. 20", "BEN2023"]


class was_organ_donor(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Was an organ donor after death"
    reference = "FUN2022"


# The conditions


class died_in_month(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Died in the month"
    labels = {"mn": "Энэ сард нас барсан"}
    reference = ["PB1994 Art. 20", "BEN2023"]

    def formula(person, period):
        """The day of death lies in the month."""
        return in_month(person("death_date", period), period)


class drew_insurance_pension(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A pension from social insurance was in payment"
    labels = {"mn": "Нийгмийн даатгалын сангаас тэтгэвэр авч байсан"}
    reference = ["PB1994 Art. 20", "BEN2023"]

    def formula(person, period):
        """An old-age, disability or survivors' pension from insured work."""
        return (
            (person("old_age_pension", period) > 0)
            | (person("disability_pension", period) > 0)
            | (person("survivor_pension", period) > 0)
        )


class covered_for_funeral_grant(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Had the months of contributions that the grant needs, or drew a pension, or died of an industrial accident"
    labels = {"mn": "Тэтгэмжийн даатгалын шимтгэл төлсөн, тэтгэвэр авч байсан, эсвэл үйлдвэрлэлийн ослоор нас барсан"}
    reference = ["PB1994 Art. 20", "BEN2023"]

    def formula_2005(person, period, parameters):
        """36 months of benefit contributions in total; none with a pension in payment or after an accident."""
        record = person("insured_months", period) >= parameters(period).funeral_grant.qualifying_months
        return record | person("drew_insurance_pension", period) | person("died_of_industrial_accident", period)


class funeral_grant_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The family is entitled to the funeral grant"
    labels = {"mn": "Оршуулгын тэтгэмж олгох эрх үүссэн"}
    reference = ["PB1994 Art. 20", "BEN2023"]

    def formula(person, period):
        """An insured person or pensioner died in the month."""
        return person("died_in_month", period) & person("covered_for_funeral_grant", period)


# The amount


class funeral_grant(Variable):
    label = "Funeral grant"
    labels = {"mn": "Оршуулгын тэтгэмж"}
    reference = ["FUN-PRE2023", "FUN2022"]

    def formula_2005(person, period, parameters):
        """The amount of the day of death."""
        died = person("death_date", period)
        amount = on_the_day(parameters, died, period, lambda law: law.funeral_grant.amount)
        return where(person("funeral_grant_eligible", period), amount, 0)

    def formula_2023(person, period, parameters):
        """The amount of the day of death; a higher one where the person was an organ donor (FUN2022)."""
        died = person("death_date", period)
        amount = on_the_day(parameters, died, period, lambda law: law.funeral_grant.amount)
        amount_donor = on_the_day(parameters, died, period, lambda law: law.funeral_grant.amount_donor)
        due = where(person("was_organ_donor", period), amount_donor, amount)
        return where(person("funeral_grant_eligible", period), due, 0)
