"""Childcare payment of the State Social Insurance Fund (GFSS), for one insured carer of a small child."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    NEVER,
    Household,
    Person,
    Variable,
    add_months,
    add_years,
    first_day,
    happened,
    maximum,
    total_before,
    where,
)

# What the family states


class childcare_payment_claim_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day the fund's childcare payment was claimed for the child; where none is stated, the day of birth"
    labels = {
        "kk": "Бала күтіміне байланысты төлемге өтініш берілген күн",
        "ru": "День обращения за выплатой по уходу за ребёнком",
    }
    unit = "date"
    reference = "SC2023"


# The children


class is_insured_childcare_child(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is a child of the family under the age of the fund's childcare payment"
    labels = {
        "kk": "Қордан бала күтімі төлемі төленетін жасқа толмаған бала",
        "ru": "Ребёнок младше возраста, до которого фонд платит по уходу",
    }
    reference = ["SI2003", "SI2019", "AMEND2022", "SC2023"]

    def formula_2018(person, period, parameters):
        """Under one, from 2023 under one and a half, on the first day of the month."""
        limit = parameters(period).gfss_childcare_payment.maximum_age
        return (
            person.has_role(Household.CHILD) & person("is_living", period) & (person("age_in_months", period) < limit)
        )


class childcare_payment_claimed_in_time(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The fund's childcare payment was claimed for the child within the months allowed after the birth"
    labels = {
        "kk": "Төлемге бала туғаннан кейін 18 ай ішінде өтініш берілген",
        "ru": "За выплатой обратились в течение 18 месяцев после рождения",
    }
    reference = ["SI2003", "SI2019", "SC2023"]

    def formula_2018(person, period, parameters):
        """Within 18 months of the birth, or at the birth where no day is stated."""
        claimed = person("childcare_payment_claim_date", period)
        months = parameters(period).gfss_childcare_payment.claim_months
        return ~happened(claimed) | (claimed <= add_months(person("birth_date", period), months))


class insured_income_of_childcare_carer(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Insured income of the one who cares for the small children of the family"
    unit = "currency/month"
    reference = ["SI2003", "SI2019", "R248"]

    def formula(household, period):
        """The carer of the month; one who is stated in place of the mother is to be stated for past months, too."""
        members = household.members
        return household.sum(members("insured_income", period) * members("is_childcare_carer", period))


class childcare_average_income(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "The carer's average insured income of the 24 months before the birth of the child, months without income counted"
    labels = {
        "kk": "Бала туғанға дейінгі 24 айдағы күтім жасаушының орташа айлық табысы",
        "ru": "Среднемесячный доход ухаживающего за 24 месяца до рождения ребёнка",
    }
    unit = "currency/month"
    reference = ["SI2003", "SI2019", "R248"]

    def formula_2018(person, period, parameters):
        """The carer's insured income of the 24 calendar months before the month of birth, divided by 24."""
        months = parameters(period).gfss_childcare_payment.reference_months
        total = total_before(
            person.household,
            "insured_income_of_childcare_carer",
            person("birth_date", period),
            months,
            period,
            since=add_years(first_day(period), -2),  # no child is paid for at two
        )
        return where(person("is_insured_childcare_child", period), total / months, 0)


class gives_right_to_insured_childcare(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A small child for whom an insured carer claimed the fund's childcare payment in time"
    labels = {
        "kk": "Сақтандырылған күтім жасаушы мерзімінде өтініш берген бала",
        "ru": "Ребёнок, за которого застрахованный обратился вовремя",
    }
    reference = ["SI2003", "SI2019", "SC2023"]

    def formula_2018(person, period):
        """Small, claimed for in time, and the carer had insured income before the birth."""
        insured = person("childcare_average_income", period) > 0
        return (
            person("is_insured_childcare_child", period) & person("childcare_payment_claimed_in_time", period) & insured
        )


class childcare_payment_for_child(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "The fund's childcare payment for this child, before the pension contribution is withheld"
    labels = {"kk": "Осы балаға төлем, МЗЖ ұсталғанға дейін", "ru": "Выплата на этого ребёнка до удержания ОПВ"}
    unit = "currency/month"
    reference = ["SI2003", "SI2019", "SC2023", "R248"]

    def formula_2018(person, period, parameters):
        """40 % of the average income, at least what an uninsured carer gets for a child of the same order."""
        law = parameters(period).gfss_childcare_payment
        least = where(law.not_below_uninsured, person("childcare_amount_for_child", period), 0)
        amount = maximum(law.replacement_rate * person("childcare_average_income", period), least)
        return where(person("gives_right_to_insured_childcare", period), amount, 0)


class childcare_payment_for_children(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = (
        "The fund's childcare payment for all small children of the family, before the pension contribution is withheld"
    )
    labels = {"kk": "Барлық балаларға төлем, МЗЖ ұсталғанға дейін", "ru": "Выплата на всех детей до удержания ОПВ"}
    unit = "currency/month"
    reference = ["SI2003", "SI2019", "SC2023", "R248"]

    def formula_2018(household, period):
        """Each child brings its own amount, also of a multiple birth."""
        return household.sum(household.members("childcare_payment_for_child", period))


# The conditions


class lives_with_insured_childcare_child(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Lives with a child of the family under the age of the fund's childcare payment"
    labels = {
        "kk": "Бір жарым жасқа толмаған балаға күтім жасайды",
        "ru": "Живёт с ребёнком до полутора лет (до 2022 года до года) для выплаты фонда",
    }
    reference = ["SI2003", "SI2019", "AMEND2022", "SC2023"]

    def formula_2018(person, period):
        """At least one."""
        return person.household.any(person.household.members("is_insured_childcare_child", period))


class insured_and_claimed_childcare_in_time(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Had insured income in the 24 months before the birth, and claimed within the months allowed after it"
    labels = {
        "kk": "Бала туғанға дейін сақтандырылған табысы болған және мерзімінде өтініш берген",
        "ru": "Имел застрахованный доход до рождения ребёнка и обратился вовремя",
    }
    reference = ["SI2003", "SI2019", "SC2023", "R248"]

    def formula_2018(person, period):
        """For one of the small children at least."""
        return person.household.any(person.household.members("gives_right_to_insured_childcare", period))


class gfss_childcare_payment_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the fund's childcare payment"
    labels = {
        "kk": "Бала күтіміне байланысты әлеуметтік төлемге құқығы бар",
        "ru": "Имеет право на социальную выплату по уходу за ребёнком",
    }
    reference = ["SI2003", "SI2019", "AMEND2022", "SC2023", "R248"]

    def formula_2018(person, period):
        """The one carer of a small child, insured before its birth."""
        return (
            person("is_childcare_carer", period)
            & person("lives_with_insured_childcare_child", period)
            & person("insured_and_claimed_childcare_in_time", period)
        )


# The amount


class gfss_childcare_payment_gross(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "The fund's childcare payment before the pension contribution is withheld"
    labels = {"kk": "МЗЖ ұсталғанға дейінгі төлем", "ru": "Выплата до удержания ОПВ"}
    unit = "currency/month"
    reference = ["SI2003", "SI2019", "SC2023", "R248"]

    def formula_2018(person, period):
        """The amounts of the children together, for the one carer."""
        amount = person.household("childcare_payment_for_children", period)
        return where(person("gfss_childcare_payment_eligible", period), amount, 0)


class gfss_childcare_payment_pension_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Pension contribution withheld from the fund's childcare payment"
    labels = {"kk": "Төлемнен ұсталатын МЗЖ", "ru": "ОПВ, удерживаемый из выплаты"}
    unit = "currency/month"
    reference = ["SI2019", "R248"]

    def formula_2018(person, period, parameters):
        """10 %, paid into the recipient's own pension account."""
        rate = parameters(period).gfss_childcare_payment.pension_contribution
        return rate * person("gfss_childcare_payment_gross", period)


class gfss_childcare_payment(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Childcare payment of the State Social Insurance Fund"
    labels = {
        "kk": "Бала күтіміне байланысты әлеуметтік төлем",
        "ru": "Социальная выплата по уходу за ребёнком",
    }
    unit = "currency/month"
    reference = ["SI2003", "SI2019", "AMEND2022", "SC2023", "R248"]

    def formula_2018(person, period):
        """What is left after the pension contribution."""
        withheld = person("gfss_childcare_payment_pension_contribution", period)
        amount = person("gfss_childcare_payment_gross", period) - withheld
        return where(person("gfss_childcare_payment_eligible", period), amount, 0)
