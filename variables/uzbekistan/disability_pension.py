"""Disability pension of groups I and II: the Law on state pension provision of citizens (1993), and later minima."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    NEVER,
    Person,
    Variable,
    completed_years,
    first_day,
    maximum,
    round_to_unit,
    where,
    whole,
)


class disability_onset_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day the disability began; where it is not stated, the present age counts"
    unit = "date"
    reference = "PENS Art. 17"


class disabled_by_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Disabled by a work injury or an occupational disease"
    reference = "PENS Art. 16"


# Conditions


class has_severe_disability(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has a disability of group I or II"
    labels = {"uz": "I yoki II guruh nogironligi bor", "ru": "Имеет инвалидность I или II группы"}
    reference = "PENS Art. 15"

    def formula(person, period):
        """Recognised as disabled in group I or II."""
        group = person("disability_group", period)
        return (group == group.possible_values.group_1) | (group == group.possible_values.group_2)


class insured_against_disability(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has some service, or was disabled by work"
    labels = {
        "uz": "Ish stajiga ega yoki ishda nogiron bo'lgan",
        "ru": "Имеет стаж или получил инвалидность на работе",
    }
    reference = ["PENS Art. 16", "PENS Art. 18"]

    def formula(person, period):
        """Any service, since incomplete service gives a proportionate pension; none is asked after a work injury."""
        return (person("service_years", period) > 0) | person("disabled_by_work", period)


class age_when_disability_began(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Age in completed years when the disability began"
    unit = "year"
    reference = "PENS Art. 17"

    def formula(person, period):
        """Completed years on the day the disability began, or now where that day is not stated."""
        began = person("disability_onset_date", period)
        then = completed_years(person("birth_date", period), began)
        return where(began < first_day(period), then, person("age", period))


class disability_required_service(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Years of service for a full disability pension"
    unit = "year"
    reference = "PENS Art. 17"

    def formula_2015_09(person, period, parameters):
        """From 2 years below the age of 23 to 20 years from 56 (PENS Art. 17)."""
        law = parameters(period).disability_pension
        return law.required_service.calc(person("age_when_disability_began", period))


class has_full_service_for_disability(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has the service for a full disability pension"
    labels = {
        "uz": "To'liq nogironlik pensiyasi uchun ish stajiga ega",
        "ru": "Имеет стаж для полной пенсии по инвалидности",
    }
    reference = ["PENS Art. 16", "PENS Art. 17"]

    def formula_2015_09(person, period, parameters):
        """The service for the age; none after a work injury, and any at all for a disability before 20."""
        law = parameters(period).disability_pension
        service = person("service_years", period)
        young = (person("age_when_disability_began", period) < law.age_without_service) & (service > 0)
        enough = service >= person("disability_required_service", period)
        return enough | young | person("disabled_by_work", period)


# Amount


class disability_pension_earned(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Disability pension by wage and service, before minima"
    unit = "currency/month"
    reference = ["PENS Art. 29", "PENSREG item 78 ff."]

    def formula_2015_09(person, period, parameters):
        """55 % of the wage and 1 % for each full extra year; in proportion to service where it is incomplete."""
        law = parameters(period)
        rate = law.disability_pension.base_rate
        wage = person("capped_reference_wage", period)
        service = person("service_years", period)
        required = person("disability_required_service", period)
        extra_years = whole(maximum(service - required, 0))
        full = wage * (rate + law.old_age_pension.accrual_per_extra_year * extra_years)
        in_proportion = wage * rate * service / maximum(required, 1)
        return where(person("has_full_service_for_disability", period), full, in_proportion)


class disability_pension_incomplete_floor(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Least disability pension with incomplete service"
    unit = "currency/month"
    reference = ["PENS Art. 29", "UP6241"]

    def formula_2015_09(person, period, parameters):
        """All of the minimum old-age pension in group I, 75 % of it in group II (PENS Art. 29)."""
        law = parameters(period)
        group = person("disability_group", period)
        shares = law.disability_pension.incomplete_service
        share = where(group == group.possible_values.group_1, shares.group_1, shares.group_2)
        return share * law.base.minimum_old_age_pension

    def formula_2021_07(person, period, parameters):
        """As before, and at least the decree's sum, supplement included (UP6241)."""
        law = parameters(period)
        group = person("disability_group", period)
        shares = law.disability_pension.incomplete_service
        share = where(group == group.possible_values.group_1, shares.group_1, shares.group_2)
        return maximum(share * law.base.minimum_old_age_pension, law.old_age_pension.incomplete_service.floor)


class disability_pension_floor(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Least disability pension for the person's group and service"
    unit = "currency/month"
    reference = ["PENS Art. 25", "PENS Art. 29"]

    def formula_2015_09(person, period, parameters):
        """The minimum old-age pension; less where service is incomplete."""
        return where(
            person("has_full_service_for_disability", period),
            parameters(period).base.minimum_old_age_pension,
            person("disability_pension_incomplete_floor", period),
        )

    def formula_2024_03_18(person, period, parameters):
        """As before, and never below the minimum consumption expenditure (PENS Art. 25)."""
        law = parameters(period)
        floor = where(
            person("has_full_service_for_disability", period),
            law.base.minimum_old_age_pension,
            person("disability_pension_incomplete_floor", period),
        )
        consumption = law.old_age_pension.minimum_consumption_multiple * law.base.minimum_consumption_expenditure
        return maximum(floor, consumption)


class disability_pension_in_full(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Disability pension that wage, service and minima give"
    unit = "currency/month"
    reference = ["PENS", "UP6241", "UP74", "UP91"]

    def formula_2015_09(person, period):
        """What wage and service give, raised to the least pension."""
        return maximum(person("disability_pension_earned", period), person("disability_pension_floor", period))

    def formula_2021_07(person, period, parameters):
        """As before; a pension from the minimum old-age pension upwards is raised to the level of low pensions."""
        law = parameters(period)
        level = law.old_age_pension.low_pension_level
        pension = maximum(person("disability_pension_earned", period), person("disability_pension_floor", period))
        low = (pension >= law.base.minimum_old_age_pension) & (pension < level)
        return where(low, level, pension)

    def formula_2022_04(person, period, parameters):
        """As before, and at least the minimum disability pension, incomplete service included (UP74)."""
        law = parameters(period)
        level = law.old_age_pension.low_pension_level
        pension = maximum(person("disability_pension_earned", period), person("disability_pension_floor", period))
        low = (pension >= law.base.minimum_old_age_pension) & (pension < level)
        return maximum(where(low, level, pension), law.disability_pension.minimum)


class disability_pension_right(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has a right to a disability pension"
    labels = {"uz": "Nogironlik pensiyasi olish huquqiga ega", "ru": "Имеет право на пенсию по инвалидности"}
    reference = ["PENS Art. 15", "PENS Art. 18"]

    def formula_2015_09(person, period):
        """Living, of group I or II, with service or disabled by work."""
        return (
            person("is_living", period)
            & person("has_severe_disability", period)
            & person("insured_against_disability", period)
        )


class disability_pension_calculated(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Disability pension as calculated, before the choice of one pension"
    unit = "currency/month"
    reference = "PENS"

    def formula_2015_09(person, period):
        """The pension of a person who has a right to it."""
        return where(person("disability_pension_right", period), person("disability_pension_in_full", period), 0)


# Entitlement


class disability_pension_chosen(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The disability pension is the highest of the pensions due, of which one is paid"
    labels = {"uz": "Nogironlik pensiyasi tanlangan", "ru": "Выбрана пенсия по инвалидности"}
    reference = "PENS Art. 4"

    def formula_2015_09(person, period):
        """One pension is paid, at the claimant's choice; the highest is taken to be chosen (PENS Art. 4)."""
        own = person("disability_pension_calculated", period)
        return (own > person("old_age_pension_calculated", period)) & (
            own >= person("survivor_pension_calculated", period)
        )


class disability_pension_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to a disability pension"
    labels = {"uz": "Nogironlik pensiyasiga haqli", "ru": "Имеет право на выплату пенсии по инвалидности"}
    reference = ["PENS Art. 4", "PENS Art. 15", "PENS Art. 18"]

    def formula_2015_09(person, period):
        """Living, of group I or II, with service or disabled by work, and no higher pension chosen."""
        return (
            person("is_living", period)
            & person("has_severe_disability", period)
            & person("insured_against_disability", period)
            & person("disability_pension_chosen", period)
        )


class disability_pension(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Disability pension"
    labels = {"uz": "Nogironlik pensiyasi", "ru": "Пенсия по инвалидности"}
    unit = "currency/month"
    reference = ["PENS", "UP91"]

    def formula_2015_09(person, period):
        """The pension as calculated, where it is due."""
        amount = round_to_unit(person("disability_pension_calculated", period))
        return where(person("disability_pension_eligible", period), amount, 0)
