"""Disability pension of the insured: the Law on pensions and benefits of 1994, and the Law on pensions of 2023."""

from openfisca_country.law import MONTH, MONTHS_IN_YEAR, Person, Variable, round_to_unit, where

# What the claimant states, or the social insurance office records


class recent_contribution_months(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Months of contributions in the five years before the disability"
    labels = {"mn": "Хөдөлмөрийн чадвараа алдахын өмнөх таван жилд шимтгэл төлсөн сар"}
    unit = "month"
    reference = ["PB1994", "PEN2023"]


class disability_pension_awarded(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Disability pension as awarded, in the amount of the month; how the law works it out was not found"
    labels = {"mn": "Тогтоосон хөдөлмөрийн чадвар алдсаны тэтгэвэр"}
    unit = "currency/month"
    reference = ["PB1994", "PEN2023"]


# Conditions


class lost_half_of_working_capacity(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has lost at least half of the capacity to work"
    labels = {"mn": "Хөдөлмөрийн чадвараа 50 ба түүнээс дээш хувиар алдсан"}
    reference = ["PB1994", "PEN2023"]

    def formula_2015_03(person, period, parameters):
        """A loss of 50 % or more."""
        return person("working_capacity_loss", period) >= parameters(period).disability_pension.minimum_loss


class lost_working_capacity_in_full(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Counts as having lost the capacity to work in full"
    labels = {"mn": "Хөдөлмөрийн чадвараа бүрэн алдсанд тооцогдоно"}
    reference = ["PB1994", "PEN2023"]

    def formula_2015_03(person, period, parameters):
        """A loss of 70 % or more; from 50 to 69 % it is partial."""
        return person("working_capacity_loss", period) >= parameters(period).disability_pension.full_loss


class insured_against_disability(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has twenty years of contributions, or three of the last five years"
    labels = {"mn": "Шимтгэлийг нийт 20 жил, эсвэл сүүлийн 5 жилийн 3 жилд төлсөн"}
    reference = ["PB1994", "PEN2023"]

    def formula_2015_03(person, period, parameters):
        """The contributions of a full pension, or at least three of the five years before the disability."""
        years = parameters(period).disability_pension.recent_service.years
        recent = person("recent_contribution_months", period) >= round_to_unit(years * MONTHS_IN_YEAR)
        return person("has_full_service", period) | recent


class draws_no_old_age_pension(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has no right to an old-age pension yet"
    labels = {"mn": "Өндөр насны тэтгэвэр авах эрх үүсээгүй"}
    reference = ["PB1994", "PEN2023"]

    def formula_2015_03(person, period):
        """A disability pension is paid until the capacity is restored, or until the old-age pension."""
        return ~person("old_age_pension_eligible", period)


# Entitlement


class disability_pension_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to a disability pension"
    labels = {"mn": "Хөдөлмөрийн чадвар алдсаны тэтгэвэр авах эрхтэй"}
    reference = ["PB1994", "PEN2023"]

    def formula_2015_03(person, period):
        """Living, half of the capacity lost, insured long enough, and not yet drawing an old-age pension."""
        return (
            person("is_living", period)
            & person("lost_half_of_working_capacity", period)
            & person("insured_against_disability", period)
            & person("draws_no_old_age_pension", period)
        )


class disability_pension(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Disability pension"
    labels = {"mn": "Хөдөлмөрийн чадвар алдсаны тэтгэвэр"}
    unit = "currency/month"
    reference = ["PB1994", "PEN2023"]

    def formula_2015_03(person, period):
        """The pension as awarded, where there is a right to it."""
        amount = round_to_unit(person("disability_pension_awarded", period))
        return where(person("disability_pension_eligible", period), amount, 0)


class disability_benefit(Variable):
    label = "Disability pension or allowance"
    labels = {"mn": "Хөгжлийн бэрхшээлийн тэтгэвэр"}
    reference = ["PB1994", "PEN2023"]

    def formula(person, period):
        """The pension of the insured; disabled people without one have the social welfare pension."""
        return person("disability_pension", period)
