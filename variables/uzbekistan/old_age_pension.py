"""Old-age pension: the Law on state pension provision of citizens (1993), and the decrees that set its minima."""

from openfisca_country.law import (
    MONTH,
    MONTHS_IN_YEAR,
    Person,
    Variable,
    first_day,
    maximum,
    minimum,
    round_to_unit,
    where,
    whole,
)

# What the claimant states, or the Pension Fund records


class non_insured_service_years(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Years of service that are not insured work: military service, full-time higher study, childcare leave"
    unit = "year"
    reference = "PENS Art. 37"


class children_raised_to_eight(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Children born and raised to the age of eight"
    unit = "child"
    reference = "PENS Art. 12"


class working_pensioner_paid_in_full(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Belongs to a group whose pension was paid in full at work before 2019"
    reference = "PENS"


# Service


class insured_work_years(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Years of insured work"
    labels = {"uz": "Sug'urtalangan ish staji", "ru": "Страховой стаж работы"}
    unit = "year"
    reference = "PENS Art. 37"

    def formula(person, period):
        """Service less what is not insured work (PENS Art. 37 items a to g)."""
        return person("service_years", period) - person("non_insured_service_years", period)


class has_minimum_insured_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has the least insured work for an old-age pension"
    labels = {"uz": "Kamida yetti yil ish stajiga ega", "ru": "Имеет не менее семи лет страхового стажа"}
    reference = "PENS Art. 8"

    def formula_2015_09(person, period, parameters):
        """At least seven years of insured work (PENS Art. 8)."""
        return person("insured_work_years", period) >= parameters(period).old_age_pension.minimum_insured_work


class pension_service_years(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Years of service that count for the old-age pension"
    unit = "year"
    reference = "PENS Art. 37"

    def formula_2015_09(person, period):
        """All service once the least insured work is there; insured work alone before."""
        return where(
            person("has_minimum_insured_work", period),
            person("service_years", period),
            person("insured_work_years", period),
        )


class mother_of_many_with_service(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A mother of five or more children raised to eight, with fifteen years of service"
    labels = {
        "uz": "Besh va undan ortiq bola tarbiyalagan, 15 yil stajga ega ona",
        "ru": "Мать пяти и более детей со стажем не менее 15 лет",
    }
    reference = "PENS Art. 12"

    def formula_2015_09(person, period, parameters):
        """A woman who bore five or more children and raised them to eight, with 15 years of service (PENS Art. 12)."""
        law = parameters(period).old_age_pension.early.mothers
        sex = person("sex", period)
        return (
            (sex == sex.possible_values.female)
            & (person("children_raised_to_eight", period) >= law.number_of_children)
            & (person("pension_service_years", period) >= law.service)
        )


class old_age_required_service(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Years of service for a full old-age pension"
    unit = "year"
    reference = "PENS Art. 7"

    def formula_2015_09(person, period, parameters):
        """25 years for men, 20 for women; 15 for mothers of five who have them (PENS Art. 7 and 12)."""
        law = parameters(period).old_age_pension
        sex = person("sex", period)
        by_sex = where(sex == sex.possible_values.female, law.service.female, law.service.male)
        return where(person("mother_of_many_with_service", period), law.early.mothers.service, by_sex)


class has_full_service(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has the service for a full old-age pension"
    labels = {"uz": "To'liq pensiya uchun ish stajiga ega", "ru": "Имеет стаж для полной пенсии"}
    reference = "PENS Art. 7"

    def formula_2015_09(person, period):
        """Service is at least what a full pension requires."""
        return person("pension_service_years", period) >= person("old_age_required_service", period)


# Age


class reached_general_pension_age(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has reached the general pension age"
    labels = {"uz": "Umumiy pensiya yoshiga yetgan", "ru": "Достиг общего пенсионного возраста"}
    reference = "PENS Art. 7"

    def formula_2015_09(person, period, parameters):
        """Men at 60, women at 55, counted in completed months (PENS Art. 7)."""
        law = parameters(period).old_age_pension.age
        sex = person("sex", period)
        years = where(sex == sex.possible_values.female, law.female, law.male)
        return person("age_in_months", period) >= round_to_unit(years * MONTHS_IN_YEAR)


class retires_early_after_long_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A woman who may retire early after long insured work"
    labels = {
        "uz": "Uzoq ish staji bilan muddatidan oldin pensiyaga chiqadigan ayol",
        "ru": "Женщина с правом досрочной пенсии за длительный стаж",
    }
    reference = "PENS Art. 12-1"

    def formula_2015_09(person, period, parameters):
        """A woman of 54 with at least 20 years of insured work (PENS Art. 12-1)."""
        law = parameters(period).old_age_pension.early.long_service_women
        sex = person("sex", period)
        return (
            (sex == sex.possible_values.female)
            & (person("insured_work_years", period) >= law.insured_work)
            & (person("age_in_months", period) >= round_to_unit(law.age * MONTHS_IN_YEAR))
        )


class retires_early_as_mother_of_many(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A mother of many children who may retire early"
    labels = {
        "uz": "Ko'p bolali ona, muddatidan oldin pensiyaga chiqadi",
        "ru": "Многодетная мать с правом досрочной пенсии",
    }
    reference = "PENS Art. 12"

    def formula_2015_09(person, period, parameters):
        """Five years before the general age, for mothers of five with 15 years of service (PENS Art. 12)."""
        law = parameters(period).old_age_pension
        years = law.age.female - law.early.mothers.years_earlier
        return person("mother_of_many_with_service", period) & (
            person("age_in_months", period) >= round_to_unit(years * MONTHS_IN_YEAR)
        )


class old_age_pension_in_payment(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "An old-age pension has been awarded already"
    labels = {"uz": "Yoshga doir pensiya avval tayinlangan", "ru": "Пенсия по возрасту уже назначена"}
    reference = "PENS Art. 7"

    def formula(person, period):
        """Awarded on or before the first day of the month, at the age that held then."""
        return person("old_age_pension_award_date", period) <= first_day(period)


class reached_pension_age(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has reached the pension age that holds for the person, general or early"
    labels = {"uz": "Pensiya yoshiga yetgan", "ru": "Достиг пенсионного возраста, общего или досрочного"}
    reference = ["PENS Art. 7", "PENS Art. 12", "PENS Art. 12-1"]

    def formula_2015_09(person, period):
        """The general age, an early one, or that of a pension awarded before."""
        return (
            person("old_age_pension_in_payment", period)
            | person("reached_general_pension_age", period)
            | person("retires_early_after_long_work", period)
            | person("retires_early_as_mother_of_many", period)
        )


class is_working_pensioner(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Works for pay after reaching the pension age"
    labels = {"uz": "Ishlayotgan pensioner", "ru": "Работающий пенсионер"}
    reference = "PENS"

    def formula_2015_09(person, period):
        """Earns a wage while of pension age."""
        return person("reached_pension_age", period) & (person("wage", period) > 0)


# Amount


class capped_reference_wage(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Reference wage counted for the pension, capped"
    unit = "currency/month"
    reference = "PENS Art. 27"

    def formula_2015_09(person, period, parameters):
        """At most 12 base values (8 to 2018, 10 to 2022)."""
        law = parameters(period)
        cap = law.old_age_pension.wage_cap * law.base.pension_base_value
        return minimum(person("pension_reference_wage", period), cap)


class old_age_pension_earned(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Old-age pension by wage and service, before minima"
    unit = "currency/month"
    reference = ["PENS Art. 29", "PENSREG item 78 ff."]

    def formula_2015_09(person, period, parameters):
        """55 % of the wage and 1 % for each full extra year; in proportion to service where it is incomplete."""
        law = parameters(period).old_age_pension
        wage = person("capped_reference_wage", period)
        service = person("pension_service_years", period)
        required = person("old_age_required_service", period)
        extra_years = whole(maximum(service - required, 0))
        full = wage * (law.base_rate + law.accrual_per_extra_year * extra_years)
        in_proportion = wage * law.base_rate * service / required
        return where(person("has_full_service", period), full, in_proportion)


class old_age_pension_incomplete_floor(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Least old-age pension with incomplete service"
    unit = "currency/month"
    reference = ["PENS Art. 29", "UP6241"]

    def formula_2015_09(person, period, parameters):
        """Half of the minimum pension (PENS Art. 29)."""
        law = parameters(period)
        half = law.old_age_pension.incomplete_service.share_of_minimum * law.base.minimum_old_age_pension
        return person.filled_array(half)

    def formula_2021_07(person, period, parameters):
        """At least the decree's sum, supplement included (UP6241)."""
        law = parameters(period)
        half = law.old_age_pension.incomplete_service.share_of_minimum * law.base.minimum_old_age_pension
        return person.filled_array(maximum(half, law.old_age_pension.incomplete_service.floor))


class old_age_pension_floor(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Least old-age pension for the person's service"
    unit = "currency/month"
    reference = ["PENS Art. 25", "PENS Art. 29"]

    def formula_2015_09(person, period, parameters):
        """The minimum pension; less where service is incomplete."""
        return where(
            person("has_full_service", period),
            parameters(period).base.minimum_old_age_pension,
            person("old_age_pension_incomplete_floor", period),
        )

    def formula_2024_03_18(person, period, parameters):
        """As before, and never below the minimum consumption expenditure (PENS Art. 25)."""
        law = parameters(period)
        floor = where(
            person("has_full_service", period),
            law.base.minimum_old_age_pension,
            person("old_age_pension_incomplete_floor", period),
        )
        consumption = law.old_age_pension.minimum_consumption_multiple * law.base.minimum_consumption_expenditure
        return maximum(floor, consumption)


class old_age_pension_in_full(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Old-age pension before a reduction for work"
    unit = "currency/month"
    reference = ["PENS", "UP6241"]

    def formula_2015_09(person, period):
        """What wage and service give, raised to the least pension."""
        return maximum(person("old_age_pension_earned", period), person("old_age_pension_floor", period))

    def formula_2021_07(person, period, parameters):
        """As before; a pension from the minimum upwards is raised to the level of low pensions (UP6241)."""
        law = parameters(period)
        level = law.old_age_pension.low_pension_level
        pension = maximum(person("old_age_pension_earned", period), person("old_age_pension_floor", period))
        low = (pension >= law.base.minimum_old_age_pension) & (pension < level)
        return where(low, level, pension)


class old_age_pension_right(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has a right to an old-age pension"
    labels = {"uz": "Yoshga doir pensiya olish huquqiga ega", "ru": "Имеет право на пенсию по возрасту"}
    reference = ["PENS Art. 7", "PENS Art. 8"]

    def formula_2015_09(person, period):
        """Living, of pension age, with at least seven years of insured work (PENS Art. 7 and 8)."""
        return (
            person("is_living", period)
            & person("reached_pension_age", period)
            & person("has_minimum_insured_work", period)
        )


class old_age_pension_calculated(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Old-age pension as calculated, before the choice of one pension"
    unit = "currency/month"
    reference = ["PENS", "DEC2018"]

    def formula_2015_09(person, period, parameters):
        """In full; half of it for a pensioner who works, to 2018, outside the groups paid in full."""
        law = parameters(period).old_age_pension
        reduced = person("is_working_pensioner", period) & ~person("working_pensioner_paid_in_full", period)
        share = where(reduced, law.working_pensioner_share, 1)
        return where(person("old_age_pension_right", period), person("old_age_pension_in_full", period) * share, 0)


# Entitlement


class old_age_pension_chosen(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The old-age pension is the highest of the pensions due, of which one is paid"
    labels = {"uz": "Yoshga doir pensiya tanlangan", "ru": "Выбрана пенсия по возрасту"}
    reference = "PENS Art. 4"

    def formula_2015_09(person, period):
        """One pension is paid, at the claimant's choice; the highest is taken to be chosen (PENS Art. 4)."""
        own = person("old_age_pension_calculated", period)
        return (own >= person("disability_pension_calculated", period)) & (
            own >= person("survivor_pension_calculated", period)
        )


class old_age_pension_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to an old-age pension"
    labels = {"uz": "Yoshga doir pensiyaga haqli", "ru": "Имеет право на выплату пенсии по возрасту"}
    reference = ["PENS Art. 4", "PENS Art. 7", "PENS Art. 8"]

    def formula_2015_09(person, period):
        """Living, of pension age, with the least insured work, and no higher pension chosen."""
        return (
            person("is_living", period)
            & person("reached_pension_age", period)
            & person("has_minimum_insured_work", period)
            & person("old_age_pension_chosen", period)
        )


class old_age_pension(Variable):
    label = "Old-age pension"
    labels = {"uz": "Yoshga doir pensiya", "ru": "Пенсия по возрасту"}
    reference = ["PENS", "DEC2018", "UP91"]

    def formula_2015_09(person, period):
        """The pension as calculated, where it is due."""
        amount = round_to_unit(person("old_age_pension_calculated", period))
        return where(person("old_age_pension_eligible", period), amount, 0)
