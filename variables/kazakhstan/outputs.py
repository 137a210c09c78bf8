"""The harmonised outputs of Kazakhstan that several programmes make up."""

from openfisca_country.law import MONTH, Person, Variable


class employee_contributions(Variable):
    label = "Social contributions paid by the worker"
    labels = {"kk": "Қызметкердің жарналары", "ru": "Взносы работника"}
    reference = ["PENS2013", "SC2023", "OSMS", "TC2025"]

    def formula_2015(person, period):
        """The pension contribution."""
        return person("employee_pension_contribution", period)

    def formula_2020(person, period):
        """The pension and the health contribution."""
        return person("employee_pension_contribution", period) + person("employee_health_contribution", period)

    def formula_2026(person, period):
        """The pension and the health contribution, also where they are withheld within the single payment."""
        return (
            person("employee_pension_contribution", period)
            + person("employee_health_contribution", period)
            + person("single_payment_withheld_contributions", period)
        )


class employer_contributions(Variable):
    label = "Social contributions and social tax paid by the employer"
    labels = {
        "kk": "Жұмыс берушінің аударымдары мен әлеуметтік салығы",
        "ru": "Отчисления и социальный налог работодателя",
    }
    reference = ["SI2003", "SI2019", "SC2023", "OSMS", "TC2017", "TC2025"]

    def formula_2015(person, period):
        """The social contribution."""
        return person("social_contribution", period)

    def formula_2018(person, period):
        """The social contribution and the social tax."""
        return person("social_contribution", period) + person("social_tax", period)

    def formula_2020(person, period):
        """The social contribution, the social tax and health insurance."""
        return (
            person("social_contribution", period)
            + person("social_tax", period)
            + person("employer_health_contribution", period)
        )

    def formula_2023_07(person, period):
        """The social contribution, the social tax, health insurance and professional pension contributions."""
        return (
            person("social_contribution", period)
            + person("social_tax", period)
            + person("employer_health_contribution", period)
            + person("professional_pension_contribution", period)
        )

    def formula_2024(person, period):
        """As before, and the employer's pension contribution."""
        return (
            person("social_contribution", period)
            + person("social_tax", period)
            + person("employer_health_contribution", period)
            + person("professional_pension_contribution", period)
            + person("employer_pension_contribution", period)
        )

    def formula_2026(person, period):
        """As before, and the employer's part of the single payment."""
        return (
            person("social_contribution", period)
            + person("social_tax", period)
            + person("employer_health_contribution", period)
            + person("professional_pension_contribution", period)
            + person("employer_pension_contribution", period)
            + person("single_payment_employer_part", period)
        )


class own_contributions(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Social contributions that people without an employer pay for themselves"
    labels = {
        "kk": "Жұмыс берушісі жоқ адамның өзі үшін жарналары",
        "ru": "Взносы, уплачиваемые за себя без работодателя",
    }
    unit = "currency/month"
    reference = ["ESP2019", "SC2023", "OSMS", "TC2025"]

    def formula_2019(person, period):
        """The parts of the single aggregate payment that are contributions."""
        return person("single_aggregate_payment", period) - person("aggregate_payment_income_tax", period)

    def formula_2020(person, period):
        """Those parts, and the health insurance of sole traders."""
        return (
            person("single_aggregate_payment", period)
            - person("aggregate_payment_income_tax", period)
            + person("sole_trader_health_contribution", period)
        )

    def formula_2023_07(person, period):
        """Those parts, and the three contributions of sole traders."""
        return (
            person("single_aggregate_payment", period)
            - person("aggregate_payment_income_tax", period)
            + person("sole_trader_health_contribution", period)
            + person("sole_trader_pension_contribution", period)
            + person("sole_trader_social_contribution", period)
        )

    def formula_2024(person, period):
        """The three contributions of sole traders."""
        return (
            person("sole_trader_health_contribution", period)
            + person("sole_trader_pension_contribution", period)
            + person("sole_trader_social_contribution", period)
        )

    def formula_2026(person, period):
        """The three contributions of sole traders, and the social payments of the self-employed."""
        return (
            person("sole_trader_health_contribution", period)
            + person("sole_trader_pension_contribution", period)
            + person("sole_trader_social_contribution", period)
            + person("self_employed_regime_contributions", period)
        )


class taxes_and_contributions(Variable):
    label = "Income tax and social contributions paid by the members"
    labels = {"kk": "Салықтар мен жарналар", "ru": "Налоги и взносы"}
    reference = ["TC2017", "TC2025", "ESP2019"]

    def formula_2019(household, period):
        """Income tax, the workers' own contributions, and what people without an employer pay for themselves."""
        return household.sum(
            household.members("income_tax", period)
            + household.members("employee_contributions", period)
            + household.members("own_contributions", period)
        )


class old_age_pension(Variable):
    label = "Old-age pension"
    labels = {"kk": "Жасына байланысты зейнетақы", "ru": "Пенсия по возрасту"}
    reference = ["PENS2013", "SC2023 Art. 206", "SC2023 Art. 210", "ENPFPAY"]

    def formula_2015(person, period):
        """The basic and the joint pension."""
        return person("basic_pension", period) + person("joint_pension", period)

    def formula_2023_07(person, period):
        """The basic and the joint pension, and the payout of savings."""
        return person("basic_pension", period) + person("joint_pension", period) + person("funded_payout", period)


class disability_benefit(Variable):
    label = "Disability pension or allowance"
    labels = {"kk": "Мүгедектігі бойынша төлемдер", "ru": "Пособия и выплаты по инвалидности"}
    reference = ["SI2003", "SI2019", "GSP1997", "SC2023 Art. 171", "SC2023 Art. 177", "WI2005 Art. 19"]

    def formula_2015(person, period):
        """The state benefit, the payment of the State Social Insurance Fund, and compensation for injury at work."""
        return (
            person("state_disability_benefit", period)
            + person("gfss_disability_payment", period)
            + person("work_injury_compensation", period)
        )


class survivor_benefit(Variable):
    label = "Survivors' pension or allowance"
    labels = {"kk": "Асыраушысынан айырылу жөніндегі төлемдер", "ru": "Пособия и выплаты по случаю потери кормильца"}
    reference = ["SI2003", "SI2019", "GSP1997", "SC2023"]

    def formula_2015(person, period):
        """The person's share of the state benefit, and of the payment of the State Social Insurance Fund on top of it."""
        return person("state_survivor_benefit", period) + person("gfss_survivor_payment", period)


class care_benefit(Variable):
    label = "Allowance for the care of a child or of a person who needs care"
    labels = {"kk": "Күтім жөніндегі төлемдер", "ru": "Пособия и выплаты по уходу"}
    reference = ["SI2003", "SI2019", "CHILD2005", "AMEND202111", "SC2023"]

    def formula(person, period):
        """The childcare payment or benefit, and the benefits of carers of disabled children and of group I."""
        return (
            person("gfss_childcare_payment", period)
            + person("childcare_benefit_uninsured", period)
            + person("disabled_child_carer_benefit", period)
            + person("group_1_carer_benefit", period)
        )


class child_benefit(Variable):
    label = "Benefits for families with children"
    labels = {"kk": "Балалы отбасыларға берілетін жәрдемақылар", "ru": "Пособия семьям с детьми"}
    reference = ["CHILD2005", "SC2023"]

    def formula(household, period):
        """The large-family benefit, and the benefit of mothers with an award."""
        return household("large_family_benefit", period) + household.sum(
            household.members("awarded_mother_benefit", period)
        )


class social_assistance(Variable):
    label = "Means-tested and other non-contributory help to the household"
    labels = {"kk": "Әлеуметтік көмек", "ru": "Социальная помощь"}
    reference = ["ASP2001", "SC2023"]

    def formula(household, period):
        """Targeted social assistance."""
        return household("targeted_social_assistance", period)


class employment_support(Variable):
    label = "Cash paid to the person by active labour-market measures"
    labels = {"kk": "Жұмыспен қамту шаралары бойынша төлемдер", "ru": "Выплаты по мерам занятости"}
    reference = ["SUBJOB2023", "RELOC"]

    def formula_2022(person, period):
        """Fixed pay as far as it is not stated as a wage; grants, loans and what employers receive are not income."""
        return person("subsidised_job_pay_beside_wage", period)

    def formula_2023_07(person, period):
        """Fixed pay as far as it is not stated as a wage, and the stipend during training."""
        return person("subsidised_job_pay_beside_wage", period) + person("training_stipend", period)

    def formula_2025(person, period):
        """Fixed pay not stated as a wage, the stipend during training, and the payments for moving and for rent."""
        return (
            person("subsidised_job_pay_beside_wage", period)
            + person("training_stipend", period)
            + person("relocation_moving_payment", period)
            + person("relocation_rent_support", period)
        )
