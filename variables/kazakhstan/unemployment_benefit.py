"""Job-loss payment of the State Social Insurance Fund (GFSS), and what all its payments rest on."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    MONTHS_IN_YEAR,
    NEVER,
    Person,
    Variable,
    add_years,
    calendar_months_between,
    clip,
    first_day,
    maximum,
    minimum,
    month_of,
    on_the_day,
    select,
    total_before,
    where,
    whole,
    year_of,
)


def participation_coefficient(law, months):
    """Work out the participation coefficient by months of social contributions: by steps to five years, then by years."""
    start = law.unemployment_benefit.participation.from_months
    coefficient = law.unemployment_benefit.participation.coefficient
    further_years = whole(maximum(months - start.five_years, 0) / MONTHS_IN_YEAR)
    after_five_years = coefficient.five_years + coefficient.each_further_year * further_years
    return select(
        [
            months >= start.five_years,
            months >= start.four_years,
            months >= start.three_years,
            months >= start.two_years,
            months >= start.one_year,
            months >= start.half_year,
        ],
        [
            minimum(after_five_years, coefficient.maximum),
            coefficient.four_years,
            coefficient.three_years,
            coefficient.two_years,
            coefficient.one_year,
            coefficient.half_year,
        ],
        default=coefficient.under_half_year,
    )


def months_paid(law, months):
    """Work out for how many months the job-loss payment is made, by months of social contributions."""
    start = law.unemployment_benefit.participation.from_months
    duration = law.unemployment_benefit.duration
    return select(
        [
            months >= start.five_years,
            months >= start.four_years,
            months >= start.three_years,
            months >= start.two_years,
            months >= start.one_year,
            months >= start.half_year,
        ],
        [
            duration.five_years,
            duration.four_years,
            duration.three_years,
            duration.two_years,
            duration.one_year,
            duration.half_year,
        ],
        default=0,
    )


# What the claimant states, or the career centre records


class lost_job_by_redundancy(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The job was lost by redundancy, the liquidation of the employer or a fall in output"
    labels = {
        "kk": "Жұмысынан штат қысқаруына, жұмыс берушінің таратылуына немесе өндіріс көлемінің төмендеуіне байланысты айырылған",
        "ru": "Работа потеряна из-за сокращения, ликвидации работодателя или снижения объёма производства",
    }
    reference = "SI2003"


class job_start_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day a new job began"
    labels = {"kk": "Жаңа жұмыстың басталған күні", "ru": "День начала новой работы"}
    unit = "date"
    reference = ["SI2019", "SC2023 Art. 118"]


# The income that is insured, the same for all payments of the fund


class insured_income(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Income of the month from which social contributions were made, up to the cap of that month"
    labels = {
        "kk": "Әлеуметтік аударымдар жүргізілген айлық табыс",
        "ru": "Доход месяца, с которого уплачены социальные отчисления",
    }
    unit = "currency/month"
    reference = ["SI2003", "SI2019 Art. 15", "SC2023"]

    def formula_2015(person, period):
        """The base of the employer's contributions; nothing in a month without pay."""
        return person("social_contribution_base", period)

    def formula_2023_07(person, period, parameters):
        """The base of the employer's contributions and that of a sole trader for himself or herself, up to the cap."""
        law = parameters(period).social_contributions
        minimum_wage = parameters(period).base.minimum_wage
        declared = person("declared_insurance_income", period)
        trades = person("is_individual_entrepreneur", period) & (declared > 0)
        as_trader = where(trades, clip(declared, law.floor * minimum_wage, law.cap * minimum_wage), 0)
        return minimum(person("social_contribution_base", period) + as_trader, law.cap * minimum_wage)


class insured_income_known_since(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = MONTH
    default_value = NEVER
    label = "First day for which the insured income of a month can be worked out"
    unit = "date"
    reference = "SI2003"

    def formula_2015(person, period, parameters):
        """The first day of the first year with a known minimum wage."""
        first_year = parameters(period).unemployment_benefit.first_known_year
        new_year = first_day(period.this_year)
        return add_years(person.filled_array(new_year), first_year - year_of(new_year))


# The conditions


class worked_qualifying_months(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Social contributions were paid for at least the qualifying months"
    labels = {
        "kk": "Әлеуметтік аударымдар кемінде 6 ай төленген",
        "ru": "Социальные отчисления уплачены не менее чем за 6 месяцев",
    }
    reference = ["SI2003", "SI2019", "SC2023"]

    def formula_2017_06(person, period, parameters):
        """At least six months in the whole career."""
        return person("insured_months", period) >= parameters(period).unemployment_benefit.qualifying_months


class recognised_as_unemployed(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Registered as unemployed with the career centre, and not a full-time student"
    labels = {
        "kk": "Мансап орталығында жұмыссыз ретінде тіркелген, күндізгі бөлімде оқымайды",
        "ru": "Зарегистрирован в карьерном центре в качестве безработного и не учится очно",
    }
    reference = ["SI2003", "SI2019", "SC2023 Art. 118"]

    def formula(person, period):
        """On the register; full-time students cannot be."""
        return person("is_registered_unemployed", period) & ~person("is_student", period)


class not_of_pension_age(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has not reached pension age"
    labels = {"kk": "Зейнеткерлік жасқа толмаған", "ru": "Не достиг пенсионного возраста"}
    reference = ["SI2003", "SI2019", "SC2023 Art. 207"]

    def formula(person, period):
        """Below the age that holds for the person on the first day of the month."""
        return ~person("reached_pension_age", period)


class not_single_aggregate_payer(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2023-12-31"
    label = "Does not pay the single aggregate payment"
    labels = {"kk": "Бірыңғай жиынтық төлем төлеушісі емес", "ru": "Не платит единый совокупный платёж"}
    reference = ["SI2019", "SC2023"]

    def formula_2020(person, period):
        """Its payers are insured against the other risks only."""
        return ~person("pays_single_aggregate_payment", period)


# Duration


class unemployment_benefit_month(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Which month of the job-loss payment this is; zero before the first"
    unit = "month"
    reference = ["SI2019", "SC2023 Art. 118"]

    def formula_2017_06(person, period):
        """The right arises on the day of registration; each month of payment is paid with its calendar month."""
        registered = person("unemployment_registration_date", period)
        return maximum(calendar_months_between(registered, first_day(period)) + 1, 0)


class unemployment_benefit_maximum_months(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Number of months for which the job-loss payment is made"
    labels = {"kk": "Төлем жүзеге асырылатын айлар саны", "ru": "Число месяцев, за которые производится выплата"}
    unit = "month"
    reference = ["SI2003", "SI2019", "SC2023 Art. 118", "R237"]

    def formula_2017_06(person, period, parameters):
        """One to six months by the months of contributions, under the law of the day of registration."""
        months = person("insured_months", period)
        redundant = person("lost_job_by_redundancy", period)
        return on_the_day(
            parameters,
            person("unemployment_registration_date", period),
            period,
            lambda law: maximum(
                months_paid(law, months), where(redundant, law.unemployment_benefit.duration.after_redundancy, 0)
            ),
            since=add_years(first_day(period), -1),  # no right is paid for a year
        )


class unemployment_benefit_within_duration(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Within the months for which the job-loss payment is made, and before a new job"
    labels = {"kk": "Төлем мерзімі ішінде, жаңа жұмысқа дейін", "ru": "В пределах срока выплаты, до новой работы"}
    reference = ["SI2003", "SI2019", "SC2023 Art. 118"]

    def formula_2017_06(person, period):
        """From the month of registration for the months of the award, to the first day of a new job."""
        month = person("unemployment_benefit_month", period)
        return (
            (month >= 1)
            & (month <= person("unemployment_benefit_maximum_months", period))
            & (first_day(period) < person("job_start_date", period))
        )


# Entitlement


class unemployment_benefit_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the job-loss payment"
    labels = {
        "kk": "Жұмысынан айырылу жағдайы бойынша әлеуметтік төлемге құқығы бар",
        "ru": "Имеет право на социальную выплату на случай потери работы",
    }
    reference = ["SI2003", "SI2019", "SC2023 Art. 118", "R237"]

    def formula_2017_06(person, period):
        """Living, enough months of contributions, unemployed, below pension age, within the duration."""
        return (
            person("is_living", period)
            & person("worked_qualifying_months", period)
            & person("recognised_as_unemployed", period)
            & person("not_of_pension_age", period)
            & person("unemployment_benefit_within_duration", period)
        )

    def formula_2020(person, period):
        """The same, and no payer of the single aggregate payment; the reason for leaving does not matter (SI2019)."""
        return (
            person("is_living", period)
            & person("worked_qualifying_months", period)
            & person("recognised_as_unemployed", period)
            & person("not_of_pension_age", period)
            & person("not_single_aggregate_payer", period)
            & person("unemployment_benefit_within_duration", period)
        )

    def formula_2024(person, period):
        """Without the single aggregate payment, which is no more (SC2023 Art. 118)."""
        return (
            person("is_living", period)
            & person("worked_qualifying_months", period)
            & person("recognised_as_unemployed", period)
            & person("not_of_pension_age", period)
            & person("unemployment_benefit_within_duration", period)
        )


# The amount


class unemployment_benefit_average_income(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Average insured income of the 24 months before registration, months without income counted"
    labels = {
        "kk": "Тіркелгенге дейінгі 24 айдағы орташа айлық табыс",
        "ru": "Среднемесячный доход за 24 месяца до регистрации",
    }
    unit = "currency/month"
    reference = ["SI2003", "SI2019", "R237"]

    def formula_2017_06(person, period, parameters):
        """The insured income of the 24 calendar months before the month of registration, divided by 24."""
        months = parameters(period).unemployment_benefit.reference_months
        total = total_before(
            person,
            "insured_income",
            person("unemployment_registration_date", period),
            months,
            period,
            since=add_years(first_day(period), -1),  # no right is paid for a year
        )
        return total / months


class unemployment_benefit_replacement_rate(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Income replacement coefficient of the job-loss payment"
    labels = {"kk": "Табысты алмастыру коэффициенті", "ru": "Коэффициент замещения дохода"}
    unit = "/1"
    reference = ["SI2003", "SI2019", "AMEND2022", "SC2023 Art. 118", "R237"]

    def formula_2017_06(person, period, parameters):
        """30 %, 40 % since 2020, 45 % since 2023: that of the day of registration."""
        return on_the_day(
            parameters,
            person("unemployment_registration_date", period),
            period,
            lambda law: law.unemployment_benefit.replacement_rate,
            since=add_years(first_day(period), -1),  # no right is paid for a year
        )


class participation_coefficient_at_job_loss(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Participation coefficient on the day of registration as unemployed"
    labels = {"kk": "Қатысу өтілінің коэффициенті", "ru": "Коэффициент стажа участия"}
    unit = "/1"
    reference = ["SI2003", "SI2019", "R217", "R237 para 37"]

    def formula_2017_06(person, period, parameters):
        """By the months of contributions of the whole career, under the law of the day of registration."""
        months = person("insured_months", period)
        return on_the_day(
            parameters,
            person("unemployment_registration_date", period),
            period,
            lambda law: participation_coefficient(law, months),
            since=add_years(first_day(period), -1),  # no right is paid for a year
        )


class participation_coefficient_at_disability(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Participation coefficient when the right to the fund's disability payment arose"
    labels = {
        "kk": "Еңбек ету қабілетінен айырылған кездегі қатысу өтілінің коэффициенті",
        "ru": "Коэффициент стажа участия при утрате трудоспособности",
    }
    unit = "/1"
    reference = ["SI2003", "SI2019", "R217", "R238"]

    def formula_2017(person, period, parameters):
        """By the months of contributions before the right, under the law of the month in which it arose."""
        months = person("gfss_disability_insured_months", period)
        return on_the_day(
            parameters,
            month_of(person("gfss_disability_right_date", period)),
            period,
            lambda law: participation_coefficient(law, months),
            since=person("insured_income_known_since", period),
        )


class participation_coefficient_of_deceased(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Participation coefficient of the deceased breadwinner"
    labels = {
        "kk": "Қайтыс болған асыраушының қатысу өтілінің коэффициенті",
        "ru": "Коэффициент стажа участия умершего кормильца",
    }
    unit = "/1"
    reference = ["SI2003", "SI2019", "R217", "R239"]

    def formula_2015(person, period, parameters):
        """By the deceased's months of contributions, under the law of the month in which the right arose."""
        months = person("deceased_contribution_months", period)
        return on_the_day(
            parameters,
            month_of(person("breadwinner_loss_date", period)),
            period,
            lambda law: participation_coefficient(law, months),
            since=person("insured_income_known_since", period),
        )


class unemployment_benefit_gross(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Job-loss payment before the pension contribution is withheld"
    labels = {"kk": "МЗЖ ұсталғанға дейінгі төлем", "ru": "Выплата до удержания ОПВ"}
    unit = "currency/month"
    reference = ["SI2003", "SI2019", "SC2023 Art. 118", "R237"]

    def formula_2017_06(person, period):
        """Average income, times the replacement coefficient, times the participation coefficient."""
        amount = (
            person("unemployment_benefit_average_income", period)
            * person("unemployment_benefit_replacement_rate", period)
            * person("participation_coefficient_at_job_loss", period)
        )
        return where(person("unemployment_benefit_eligible", period), amount, 0)


class unemployment_benefit_pension_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Pension contribution withheld from the job-loss payment"
    labels = {"kk": "Төлемнен ұсталатын МЗЖ", "ru": "ОПВ, удерживаемый из выплаты"}
    unit = "currency/month"
    reference = ["SI2003", "SI2019", "R237"]

    def formula_2017_06(person, period, parameters):
        """10 %, paid into the recipient's own pension account."""
        rate = parameters(period).unemployment_benefit.pension_contribution
        return rate * person("unemployment_benefit_gross", period)


class unemployment_benefit(Variable):
    label = "Unemployment benefit"
    labels = {
        "kk": "Жұмысынан айырылу жағдайы бойынша әлеуметтік төлем",
        "ru": "Социальная выплата на случай потери работы",
    }
    reference = ["SI2003", "SI2019", "SC2023 Art. 118", "R237"]

    def formula_2017_06(person, period):
        """What is left of the job-loss payment after the pension contribution."""
        withheld = person("unemployment_benefit_pension_contribution", period)
        amount = person("unemployment_benefit_gross", period) - withheld
        return where(person("unemployment_benefit_eligible", period), amount, 0)
