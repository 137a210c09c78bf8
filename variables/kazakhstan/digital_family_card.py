"""Digital Family Card: which benefits are offered to a family without an application, and who is visited."""

from openfisca_country.law import MONTH, Enum, Household, Person, Variable, where


class FamilyWellbeingLevel(Enum):
    not_assessed = "Not assessed"
    a = "A: well-off"
    b = "B: satisfactory"
    c = "C: unsatisfactory"
    d = "D: crisis"
    e = "E: emergency"


# What the card records


class family_wellbeing_level(Variable):
    value_type = Enum
    possible_values = FamilyWellbeingLevel
    default_value = FamilyWellbeingLevel.not_assessed
    entity = Household
    definition_period = MONTH
    label = "Level of social well-being of the family, by the Digital Family Card"
    labels = {"kk": "Отбасының әлеуметтік әл-ауқат деңгейі", "ru": "Уровень социального благополучия семьи"}
    reference = ["DFC2022", "R267"]


class consents_to_proactive_services(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    default_value = True
    label = "The family answers the message with its consent"
    labels = {"kk": "Отбасы хабарламаға келісім береді", "ru": "Семья отвечает на сообщение согласием"}
    reference = ["DFC2022", "SC2023 Art. 24"]


class days_to_consent(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Calendar days from the message to the consent"
    labels = {"kk": "Хабарламадан келісімге дейінгі күндер", "ru": "Дней от сообщения до согласия"}
    unit = "day"
    reference = ["DFC2022", "SC2023 Art. 24"]


# What is offered to a person


class proactive_maternity_payment(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The maternity payment of the State Social Insurance Fund is offered without an application"
    labels = {
        "kk": "Жүктілік және босану төлемі өтінішсіз ұсынылады",
        "ru": "Выплата по беременности и родам предлагается без заявления",
    }
    reference = ["DFC2022", "SC2023 Art. 24"]

    def formula_2022_09(person, period):
        """It is due."""
        return person("maternity_benefit", period) > 0


class proactive_childcare_payment(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The childcare payment of the State Social Insurance Fund is offered without an application"
    labels = {
        "kk": "Бала күтімі төлемі өтінішсіз ұсынылады",
        "ru": "Выплата по уходу за ребёнком предлагается без заявления",
    }
    reference = ["DFC2022", "SC2023 Art. 24"]

    def formula_2022_09(person, period):
        """It is due."""
        return person("gfss_childcare_payment", period) > 0


class proactive_job_loss_payment(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The payment for the loss of work is offered without an application"
    labels = {
        "kk": "Жұмысынан айырылу төлемі өтінішсіз ұсынылады",
        "ru": "Выплата по потере работы предлагается без заявления",
    }
    reference = ["DFC2022", "SC2023 Art. 24"]

    def formula_2022_09(person, period):
        """It is due."""
        return person("unemployment_benefit", period) > 0


class proactive_survivor_payment(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The survivors' payment or benefit is offered without an application"
    labels = {
        "kk": "Асыраушысынан айырылу төлемі өтінішсіз ұсынылады",
        "ru": "Выплата по потере кормильца предлагается без заявления",
    }
    reference = ["DFC2022", "SC2023 Art. 24"]

    def formula_2022_09(person, period):
        """It is due."""
        return person("survivor_benefit", period) > 0


class proactive_disability_benefit(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The disability benefit is offered without an application"
    labels = {
        "kk": "Мүгедектік бойынша жәрдемақы өтінішсіз ұсынылады",
        "ru": "Пособие по инвалидности предлагается без заявления",
    }
    reference = ["DFC2022", "SC2023 Art. 24"]

    def formula_2022_09(person, period):
        """It is due."""
        return person("state_disability_benefit", period) > 0


class proactive_disabled_child_carer_benefit(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The benefit of those who raise a child with disability is offered without an application"
    labels = {
        "kk": "Мүгедектігі бар баланы тәрбиелеуші жәрдемақысы өтінішсіз ұсынылады",
        "ru": "Пособие воспитывающему ребёнка с инвалидностью предлагается без заявления",
    }
    reference = ["DFC2022", "SC2023 Art. 24"]

    def formula_2022_09(person, period):
        """It is due."""
        return person("disabled_child_carer_benefit", period) > 0


class proactive_awarded_mother_benefit(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The benefit of mothers with an award is offered without an application"
    labels = {
        "kk": "Марапатталған ана жәрдемақысы өтінішсіз ұсынылады",
        "ru": "Пособие награждённой матери предлагается без заявления",
    }
    reference = ["DFC2022", "SC2023 Art. 24"]

    def formula_2022_09(person, period):
        """It is due."""
        return person("awarded_mother_benefit", period) > 0


class proactive_birth_grant(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The birth grant is offered without an application"
    labels = {"kk": "Бала туу жәрдемақысы өтінішсіз ұсынылады", "ru": "Пособие на рождение предлагается без заявления"}
    reference = "SC2023 Art. 24"

    def formula_2025_09(person, period):
        """It is due."""
        return person("birth_grant", period) > 0


class proactive_loss_of_capacity_payment(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The payment for the loss of working capacity is offered without an application"
    labels = {
        "kk": "Еңбекке қабілеттіліктен айырылу төлемі өтінішсіз ұсынылады",
        "ru": "Выплата по утрате трудоспособности предлагается без заявления",
    }
    reference = "SC2023 Art. 24"

    def formula_2025_09(person, period):
        """It is due."""
        return person("gfss_disability_payment", period) > 0


class proactive_services_of_person(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Benefits of the person that are offered without an application"
    unit = "/1"
    reference = ["DFC2022", "SC2023 Art. 24"]

    def formula_2022_09(person, period):
        """How many of the seven kinds that go to a person."""
        return (
            person("proactive_maternity_payment", period) * 1
            + person("proactive_childcare_payment", period) * 1
            + person("proactive_job_loss_payment", period) * 1
            + person("proactive_survivor_payment", period) * 1
            + person("proactive_disability_benefit", period) * 1
            + person("proactive_disabled_child_carer_benefit", period) * 1
            + person("proactive_awarded_mother_benefit", period) * 1
        )

    def formula_2025_09(person, period):
        """How many of the nine kinds that go to a person."""
        return (
            person("proactive_maternity_payment", period) * 1
            + person("proactive_childcare_payment", period) * 1
            + person("proactive_job_loss_payment", period) * 1
            + person("proactive_survivor_payment", period) * 1
            + person("proactive_disability_benefit", period) * 1
            + person("proactive_disabled_child_carer_benefit", period) * 1
            + person("proactive_awarded_mother_benefit", period) * 1
            + person("proactive_birth_grant", period) * 1
            + person("proactive_loss_of_capacity_payment", period) * 1
        )


# What is offered to the family


class proactive_large_family_benefit(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The large-family benefit is offered without an application"
    labels = {
        "kk": "Көпбалалы отбасы жәрдемақысы өтінішсіз ұсынылады",
        "ru": "Пособие многодетной семье предлагается без заявления",
    }
    reference = ["DFC2022", "SC2023 Art. 24"]

    def formula_2022_09(household, period):
        """It is due."""
        return household("large_family_benefit", period) > 0


class proactive_targeted_social_assistance(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The targeted social assistance is offered without an application"
    labels = {
        "kk": "Атаулы әлеуметтік көмек өтінішсіз ұсынылады",
        "ru": "Адресная социальная помощь предлагается без заявления",
    }
    reference = ["DFC2022", "SC2023 Art. 24"]

    def formula_2022_09(household, period):
        """It is due."""
        return household("targeted_social_assistance", period) > 0


class proactive_services_offered(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Benefits that are offered to the family and its members without an application"
    labels = {
        "kk": "Отбасына өтінішсіз ұсынылатын жәрдемақылар саны",
        "ru": "Число выплат, предлагаемых семье без заявления",
    }
    unit = "/1"
    reference = ["DFC2022", "SC2023 Art. 24"]

    def formula_2022_09(household, period):
        """Those of the members and the two of the family."""
        return (
            household.sum(household.members("proactive_services_of_person", period))
            + household("proactive_large_family_benefit", period) * 1
            + household("proactive_targeted_social_assistance", period) * 1
        )


class proactive_consent_in_time(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The family has consented within the days allowed"
    labels = {"kk": "Отбасы белгіленген мерзімде келісім берді", "ru": "Семья дала согласие в срок"}
    reference = ["DFC2022", "SC2023 Art. 24"]

    def formula_2022_09(household, period, parameters):
        """By a reply within three calendar days; without one there is no service."""
        limit = parameters(period).digital_family_card.consent_days
        return household("consents_to_proactive_services", period) & (household("days_to_consent", period) <= limit)


class proactive_services_granted(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Benefits that the family gets without an application"
    labels = {
        "kk": "Отбасы өтінішсіз алатын жәрдемақылар саны",
        "ru": "Число выплат, получаемых семьёй без заявления",
    }
    unit = "/1"
    reference = ["DFC2022", "SC2023 Art. 24"]

    def formula_2022_09(household, period):
        """All that are offered, once the family has consented."""
        return where(household("proactive_consent_in_time", period), household("proactive_services_offered", period), 0)


# Outreach


class in_crisis_by_family_card(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The family is at level D, crisis, or E, emergency"
    labels = {"kk": "Отбасы D немесе E деңгейінде", "ru": "Семья на уровне D или E"}
    reference = ["DFC2022", "R267"]

    def formula_2022_09(household, period):
        """One of the two lowest of the five levels."""
        level = household("family_wellbeing_level", period)
        kinds = level.possible_values
        return (level == kinds.d) | (level == kinds.e)


class contacted_by_outreach_group(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Is contacted by a mobile group of the social services"
    labels = {"kk": "Әлеуметтік қызметтердің мобильді тобы хабарласады", "ru": "К семье выезжает мобильная группа"}
    reference = "R267"

    def formula_2023_07(household, period):
        """A family in crisis that has targeted social assistance."""
        return household("in_crisis_by_family_card", period) & household("targeted_social_assistance_eligible", period)
