"""Old-age pension: the Law on pensions and benefits of 1994, the Law on pensions of 2023, and the yearly increases."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    MONTHS_IN_YEAR,
    NEVER,
    Person,
    Variable,
    brought_forward,
    first_day,
    maximum,
    minimum,
    round_to_unit,
    where,
    whole,
    year_of,
)

# What the claimant states, or the social insurance office records


class chooses_to_retire(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    default_value = True
    label = "Chooses to retire where the law leaves it to the insured"
    labels = {"mn": "Өөрийн хүсэлтээр тэтгэвэр тогтоолгоно"}
    reference = ["PB1994", "PEN2023"]


class herding_years(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Years of contributions as a herder"
    labels = {"mn": "Малчнаар ажиллаж шимтгэл төлсөн жил"}
    unit = "year"
    reference = "PB1994 art. 4.7"


class children_born_and_raised(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Children borne and raised"
    labels = {"mn": "Төрүүлж өсгөсөн хүүхэд"}
    unit = "child"
    reference = "PB1994"


class underground_work_years(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Years of contributions in underground work"
    unit = "year"
    reference = "PB1994"


class toxic_or_hot_work_years(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Years of contributions in toxic or hot work"
    unit = "year"
    reference = "PB1994"


class heavy_work_years(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Years of contributions in heavy work"
    unit = "year"
    reference = "PB1994"


class pension_in_payment(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Old-age pension in payment, as it stood on the day stated; zero for one to be worked out"
    labels = {"mn": "Тогтоогдсон өндөр насны тэтгэвэр"}
    unit = "currency/month"
    reference = ["PB1994", "PEN2023"]


class pension_in_payment_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day on which the pension in payment stood at the amount stated; never for the amount of the month itself"
    unit = "date"
    reference = ["PB1994", "PEN2023"]


class pension_in_payment_is_proportional(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The pension in payment was set in proportion to service, not in full"
    reference = ["PB1994", "PEN2023"]


class retired_early_in_1991_to_1994(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Retired early in 1991 to 1994, for children or length of service"
    reference = "DEC201912"


# Contributions


class pension_contribution_months(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Completed months of contributions that count for a pension"
    labels = {"mn": "Тэтгэврийн шимтгэл төлсөн бүтэн сар"}
    unit = "month"
    reference = ["PB1994", "PEN2023"]

    def formula(person, period):
        """The full months of the years of service; may be stated as such."""
        return whole(person("service_years", period) * MONTHS_IN_YEAR)


class old_age_pension_in_payment(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "An old-age pension has been awarded already"
    labels = {"mn": "Өндөр насны тэтгэвэр тогтоолгосон"}
    reference = ["PB1994", "PEN2023"]

    def formula(person, period):
        """An amount in payment is stated, or an award on or before the first day of the month."""
        return (person("pension_in_payment", period) > 0) | (
            person("old_age_pension_award_date", period) <= first_day(period)
        )


class has_minimum_insured_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has the least contributions for an old-age pension, or draws one already"
    labels = {"mn": "Тэтгэврийн шимтгэлийг 10-аас доошгүй жил төлсөн, эсвэл тэтгэвэр авч байгаа"}
    reference = ["PB1994", "PEN2023"]

    def formula_2015_03(person, period, parameters):
        """At least ten years of contributions, as any pension in payment shows."""
        years = parameters(period).old_age_pension.minimum_insured_work
        enough = person("pension_contribution_months", period) >= round_to_unit(years * MONTHS_IN_YEAR)
        return enough | person("old_age_pension_in_payment", period)


class has_full_service(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has the contributions for a full old-age pension"
    labels = {"mn": "Тэтгэврийн шимтгэлийг 20-оос доошгүй жил төлсөн"}
    reference = ["PB1994", "PEN2023"]

    def formula_2015_03(person, period, parameters):
        """At least twenty years of contributions."""
        years = parameters(period).old_age_pension.service.full
        return person("pension_contribution_months", period) >= round_to_unit(years * MONTHS_IN_YEAR)


class has_service_to_retire_by_choice(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has the contributions with which the insured may retire by choice"
    labels = {"mn": "Өөрийн хүсэлтээр тэтгэвэр тогтоолгох шимтгэлийн хугацаатай"}
    reference = ["PB1994", "PEN2023"]

    def formula_2018(person, period, parameters):
        """20 years in 2017, and a quarter of a year more each year, to 25 in 2037; that of the year of the claim."""
        years = parameters(period).old_age_pension.service.by_choice
        return person("pension_contribution_months", period) >= round_to_unit(years * MONTHS_IN_YEAR)


# Age


def for_sex(person, period, law):
    """Return the number that the law sets for the person's sex."""
    sex = person("sex", period)
    return where(sex == sex.possible_values.female, law.female, law.male)


def has_reached(person, period, years):
    """Tell who has reached an age given in years and quarters, counted in completed months."""
    return person("age_in_months", period) >= round_to_unit(years * MONTHS_IN_YEAR)


class first_pension_age(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "First pension age, before the rise by year of birth"
    unit = "year"
    reference = ["PB1994", "PEN2023"]

    def formula_2015_03(person, period, parameters):
        """Men at 60, women at 55."""
        law = parameters(period).old_age_pension.age
        sex = person("sex", period)
        return where(sex == sex.possible_values.female, law.female.first, law.male.first)


class general_pension_age(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Pension age of the person's year of birth"
    labels = {"mn": "Төрсөн онд ногдох тэтгэврийн нас"}
    unit = "year"
    reference = ["PB1994", "GR71-2018", "PEN2023"]

    def formula_2015_03(person, period):
        """The first pension age, for everybody."""
        return person("first_pension_age", period)

    def formula_2018(person, period, parameters):
        """A quarter of a year more for each year of birth after 1957 (men) or 1962 (women), to 65."""
        law = parameters(period).old_age_pension.age
        sex = person("sex", period)
        last = where(sex == sex.possible_values.female, law.female.last_birth_year, law.male.last_birth_year)
        later_years = maximum(year_of(person("birth_date", period)) - last, 0)
        return minimum(person("first_pension_age", period) + law.step * later_years, law.highest)


class reached_general_pension_age(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has reached the pension age of the year of birth"
    labels = {"mn": "Төрсөн онд ногдох тэтгэврийн насанд хүрсэн"}
    reference = ["PB1994", "GR71-2018", "PEN2023"]

    def formula_2015_03(person, period):
        """Counted in completed months."""
        return has_reached(person, period, person("general_pension_age", period))


class retires_by_choice(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Retires by choice at the first pension age, with the contributions that this asks for"
    labels = {"mn": "Шимтгэлийн хугацаа хангасан тул өөрийн хүсэлтээр тэтгэвэр тогтоолгоно"}
    reference = ["PB1994", "PEN2023"]

    def formula_2018(person, period):
        """Men at 60 and women at 55, with the contributions of the year."""
        return (
            person("has_service_to_retire_by_choice", period)
            & person("chooses_to_retire", period)
            & has_reached(person, period, person("first_pension_age", period))
        )


class retires_early_as_herder(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A herder who may retire early"
    labels = {"mn": "Малчны тэтгэвэр тогтоолгох болзол хангасан"}
    reference = ["PB1994 art. 4.7", "GR71-2018", "PEN2023"]

    def formula_2018_02(person, period, parameters):
        """Men at 55 with 15 years of herding, women at 50 with 12.5, in 20 years of contributions (PB1994 art. 4.7)."""
        law = parameters(period).old_age_pension.early.herders
        return (
            person("has_full_service", period)
            & (person("herding_years", period) >= for_sex(person, period, law.herding_years))
            & has_reached(person, period, for_sex(person, period, law.age))
        )


class retires_early_as_mother_of_many(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A mother of many children who may retire early"
    labels = {"mn": "Дөрөв ба түүнээс дээш хүүхэд төрүүлж өсгөсөн эхийн болзол хангасан"}
    reference = ["PB1994", "PEN2023"]

    def formula_2015_03(person, period, parameters):
        """At 50, with four or more children borne and raised and 20 years of contributions."""
        law = parameters(period).old_age_pension.early.mothers
        sex = person("sex", period)
        return (
            (sex == sex.possible_values.female)
            & person("has_full_service", period)
            & (person("children_born_and_raised", period) >= law.number_of_children)
            & has_reached(person, period, law.age)
        )


class retires_early_after_underground_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A man who may retire early after underground work"
    labels = {"mn": "Газрын доор ажилласан хүний болзол хангасан"}
    reference = ["PB1994", "PEN2023"]

    def formula_2015_03(person, period, parameters):
        """Men at 50 with 10 years of it, in 20 years of contributions."""
        law = parameters(period).old_age_pension.early.underground
        sex = person("sex", period)
        return (
            (sex == sex.possible_values.male)
            & person("has_full_service", period)
            & (person("underground_work_years", period) >= law.years.male)
            & has_reached(person, period, law.age.male)
        )


class retires_early_after_toxic_or_hot_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "May retire early after toxic or hot work"
    labels = {"mn": "Хортой, халуун нөхцөлд ажилласан хүний болзол хангасан"}
    reference = ["PB1994", "PEN2023"]

    def formula_2015_03(person, period, parameters):
        """Men at 50 with 10 years of it, women at 45 with 7.5, in 20 years of contributions."""
        law = parameters(period).old_age_pension.early.toxic_or_hot
        return (
            person("has_full_service", period)
            & (person("toxic_or_hot_work_years", period) >= for_sex(person, period, law.years))
            & has_reached(person, period, for_sex(person, period, law.age))
        )


class retires_early_after_heavy_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "May retire early after heavy work"
    labels = {"mn": "Хүнд нөхцөлд ажилласан хүний болзол хангасан"}
    reference = ["PB1994", "PEN2023"]

    def formula_2015_03(person, period, parameters):
        """Men at 55 with 12.5 years of it, women at 50 with 10, in 20 years of contributions."""
        law = parameters(period).old_age_pension.early.heavy
        return (
            person("has_full_service", period)
            & (person("heavy_work_years", period) >= for_sex(person, period, law.years))
            & has_reached(person, period, for_sex(person, period, law.age))
        )


class reached_pension_age(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has reached the pension age that holds for the person, or draws an old-age pension already"
    labels = {"mn": "Тэтгэврийн насанд хүрсэн, эсвэл тэтгэвэр авч байгаа"}
    reference = ["PB1994", "PEN2023"]

    def formula_2015_03(person, period):
        """The age of the year of birth, the first one by choice, an early one, or that of a pension awarded before."""
        return (
            person("old_age_pension_in_payment", period)
            | person("reached_general_pension_age", period)
            | person("retires_by_choice", period)
            | person("retires_early_as_herder", period)
            | person("retires_early_as_mother_of_many", period)
            | person("retires_early_after_underground_work", period)
            | person("retires_early_after_toxic_or_hot_work", period)
            | person("retires_early_after_heavy_work", period)
        )


# Amount


class old_age_pension_earned(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Old-age pension by wage and contributions, before minima and increases"
    labels = {"mn": "Цалин, шимтгэлийн хугацаагаар бодсон өндөр насны тэтгэвэр"}
    unit = "currency/month"
    reference = ["PB1994", "PEN2023"]

    def formula_2015_03(person, period, parameters):
        """45 % of the wage and 1.5 % for each completed year over 20; below 20 years in proportion to the months."""
        law = parameters(period).old_age_pension
        wage = person("pension_reference_wage", period)
        months = person("pension_contribution_months", period)
        extra_years = maximum(whole(months / MONTHS_IN_YEAR) - law.service.full, 0)
        full = wage * (law.base_rate + law.accrual_per_extra_year * extra_years)
        in_proportion = wage * law.base_rate * months / (law.service.full * MONTHS_IN_YEAR)
        return where(person("has_full_service", period), full, in_proportion)


class old_age_pension_is_proportional(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The old-age pension is in proportion to service, not in full"
    labels = {"mn": "Хувь тэнцүүлэн тогтоосон тэтгэвэр"}
    reference = ["PB1994", "PEN2023"]

    def formula_2015_03(person, period):
        """As stated of a pension in payment; else with less than the contributions for a full pension."""
        return where(
            person("pension_in_payment", period) > 0,
            person("pension_in_payment_is_proportional", period),
            ~person("has_full_service", period),
        )


class old_age_pension_as_set(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Old-age pension as it stood before the increases that have come since"
    unit = "currency/month"
    reference = ["PB1994", "PEN2023"]

    def formula_2015_03(person, period):
        """The pension in payment as stated, or as it is worked out."""
        stated = person("pension_in_payment", period)
        return where(stated > 0, stated, person("old_age_pension_earned", period))


class old_age_pension_set_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = MONTH
    default_value = NEVER
    label = "Day from which increases are added to the old-age pension; never for one claimed in the month"
    unit = "date"
    reference = ["PB1994", "PEN2023"]

    def formula_2015_03(person, period):
        """The day of the amount stated, or of the award."""
        return where(
            person("pension_in_payment", period) > 0,
            person("pension_in_payment_date", period),
            person("old_age_pension_award_date", period),
        )


def raised(law, pension, is_proportional, retired_early):
    """Raise a pension by one general increase: a factor, a fixed sum, and never below the new minimum."""
    increase = law.old_age_pension.increase
    fixed = where(pension < increase.limit, increase.below_limit, increase.from_limit)
    extra = where(retired_early, increase.early_retired, 0)
    least = where(is_proportional, law.old_age_pension.minimum.proportional, law.old_age_pension.minimum.full)
    return maximum(pension * increase.factor + fixed + extra, least)


class old_age_pension_before_increase(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Old-age pension with the increases up to the month before"
    labels = {"mn": "Өмнөх сарын байдлаарх өндөр насны тэтгэвэр"}
    unit = "currency/month"
    reference = ["PB1994", "PEN2023"]

    def formula_2015_03(person, period, parameters):
        """Each general increase since the day of the amount, one after the other, never below the new minimum."""
        is_proportional = person("old_age_pension_is_proportional", period)
        retired_early = person("retired_early_in_1991_to_1994", period)
        return brought_forward(
            parameters,
            person("old_age_pension_as_set", period),
            person("old_age_pension_set_date", period),
            period.last_month,
            number=lambda law: law.old_age_pension.increase.number,
            rise=lambda law, pension: raised(law, pension, is_proportional, retired_early),
        )


class old_age_pension_increase(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "What the general increase of the month adds to an old-age pension in payment"
    labels = {"mn": "Энэ сарын тэтгэврийн нэмэгдэл"}
    unit = "currency/month"
    reference = [
        "GR52-2015",
        "DEC201606",
        "GR16-2018",
        "GR26-2019",
        "DEC201912",
        "GR24-2020",
        "DEC202202",
        "DEC202306",
        "GR2024P",
        "PEN2023",
        "GR2026P",
    ]

    def formula_2015_03(person, period, parameters):
        """A factor, or a fixed sum that may be smaller for high pensions, and never below the new minimum."""
        law = parameters(period)
        law_before = parameters(period.last_month)
        is_new = law.old_age_pension.increase.number > law_before.old_age_pension.increase.number
        pension = person("old_age_pension_before_increase", period)
        is_proportional = person("old_age_pension_is_proportional", period)
        higher = raised(law, pension, is_proportional, person("retired_early_in_1991_to_1994", period))
        due = is_new & (person("old_age_pension_set_date", period) < first_day(period))
        return where(due, higher - pension, 0)


class old_age_pension_floor(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Least old-age pension for the person's contributions"
    labels = {"mn": "Тэтгэврийн доод хэмжээ"}
    unit = "currency/month"
    reference = ["GR24-2020", "GR2024P", "GR2026P"]

    def formula_2015_03(person, period, parameters):
        """The minimum of full pensions, or that of proportional ones."""
        law = parameters(period).old_age_pension.minimum
        return where(person("old_age_pension_is_proportional", period), law.proportional, law.full)


# Entitlement


class old_age_pension_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to an old-age pension"
    labels = {"mn": "Өндөр насны тэтгэвэр авах эрхтэй"}
    reference = ["PB1994", "PEN2023"]

    def formula_2015_03(person, period):
        """Living, of pension age, and with at least ten years of contributions."""
        return (
            person("is_living", period)
            & person("reached_pension_age", period)
            & person("has_minimum_insured_work", period)
        )


class old_age_pension(Variable):
    label = "Old-age pension from insured work"
    labels = {"mn": "Өндөр насны тэтгэвэр"}
    reference = ["PB1994", "PEN2023"]

    def formula_2015_03(person, period):
        """The pension with all increases, at least the minimum."""
        amount = person("old_age_pension_before_increase", period) + person("old_age_pension_increase", period)
        pension = round_to_unit(maximum(amount, person("old_age_pension_floor", period)))
        return where(person("old_age_pension_eligible", period), pension, 0)
