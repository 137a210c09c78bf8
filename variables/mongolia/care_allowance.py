"""Care allowance: for those who take in or care for a person in need (SW2012 art. 13.2)."""

from openfisca_country.law import MONTH, Enum, Person, Variable, round_to_unit, where

# What the carer states


class CareGiven(Enum):
    none = "None that the law names"
    full_orphan = "Adopted or fosters an orphan who has lost both parents"
    child_in_need = "Took in a child who needs protection, or was harmed by violence"
    lone_older_person = "Took in a lone older person without a child to support them"
    lone_disabled_person = "Took in a lone disabled person"
    older_person = "Cares for an older person"
    disabled_person = "Cares for a disabled person of age"
    disabled_child = "Cares for a disabled child"


class care_given(Variable):
    value_type = Enum
    possible_values = CareGiven
    default_value = CareGiven.none
    entity = Person
    definition_period = MONTH
    label = "Whom the person took in or cares for"
    labels = {"mn": "Асран халамжилж буй хүн"}
    reference = "SW2012 art. 13.2"


class needs_permanent_care(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The person cared for needs permanent care under medical supervision"
    labels = {"mn": "Асруулж буй хүн эмнэлгийн хяналтад байнгын асаргаа шаардлагатай"}
    reference = "SW2012 art. 13.2"


# Conditions


class gives_care_that_the_law_names(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Took in or cares for a person whom the law names"
    labels = {"mn": "Хуульд заасан хүнийг асран халамжилдаг"}
    reference = "SW2012 art. 13.2"

    def formula_2015_03(person, period):
        """An orphan, a child in need, a lone person, or an older or disabled person; a disabled child later."""
        care = person("care_given", period)
        kinds = care.possible_values
        return (care != kinds.none) & (care != kinds.disabled_child)

    def formula_2019_02(person, period):
        """An orphan, a child in need, a lone person, or an older or disabled person or child (SW2012 art. 13.2)."""
        care = person("care_given", period)
        return care != care.possible_values.none


class care_is_needed_permanently(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Where an older or disabled person is cared for, permanent care under medical supervision is needed"
    labels = {"mn": "Байнгын асаргаа шаардлагатай"}
    reference = "SW2012 art. 13.2"

    def formula_2015_03(person, period):
        """Asked of those who care for an older person, a disabled person or a disabled child, not of others."""
        care = person("care_given", period)
        kinds = care.possible_values
        asked = (care == kinds.older_person) | (care == kinds.disabled_person) | (care == kinds.disabled_child)
        return ~asked | person("needs_permanent_care", period)


# Entitlement


class care_allowance_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the care allowance"
    labels = {"mn": "Асаргааны тэтгэмж авах эрхтэй"}
    reference = "SW2012 art. 13.2"

    def formula_2015_03(person, period):
        """Living, gives care that the law names, to a person who needs it permanently where the law asks for it."""
        return (
            person("is_living", period)
            & person("gives_care_that_the_law_names", period)
            & person("care_is_needed_permanently", period)
        )


class care_allowance(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Care allowance"
    labels = {"mn": "Асаргааны тэтгэмж"}
    unit = "currency/month"
    reference = ["SW2012 art. 13.2", "GR27-2019", "GR25-2020", "GR2026P"]

    def formula_2015_03(person, period, parameters):
        """The general amount."""
        return where(person("care_allowance_eligible", period), parameters(period).care_allowance.general, 0)

    def formula_2019_02(person, period, parameters):
        """The general amount, or that of a disabled child (SW2012 art. 13.2.4)."""
        law = parameters(period).care_allowance
        care = person("care_given", period)
        amount = where(care == care.possible_values.disabled_child, law.disabled_child, law.general)
        return where(person("care_allowance_eligible", period), amount, 0)

    def formula_2026(person, period, parameters):
        """As before, with the rise of 2026: 20 % where the person cared for is disabled, else 8.6 % (GR2026P)."""
        law = parameters(period).care_allowance
        care = person("care_given", period)
        kinds = care.possible_values
        disabled_child = care == kinds.disabled_child
        disabled = disabled_child | (care == kinds.disabled_person) | (care == kinds.lone_disabled_person)
        amount = where(disabled_child, law.disabled_child, law.general)
        raised = amount * where(disabled, law.increase.disabled, law.increase.others)
        return where(person("care_allowance_eligible", period), round_to_unit(raised), 0)


class care_benefit(Variable):
    label = "Allowance for the care of a child or of a person who needs care"
    labels = {"mn": "Асаргааны тэтгэмж"}
    reference = "SW2012 art. 13.2"

    def formula(person, period):
        """The care allowance."""
        return person("care_allowance", period)
