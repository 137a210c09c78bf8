"""State social benefit for loss of breadwinner, paid from the budget: the Law of 1997, and the Social Code."""

from openfisca_country.law import (
    MONTH,
    Household,
    Person,
    Variable,
    maximum,
    minimum,
    round_up,
    where,
)

# What the family states


class is_unable_to_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is a dependant unable to work for another reason than age or study"
    labels = {"kk": "Басқа себеппен еңбекке қабілетсіз асырауындағы адам", "ru": "Нетрудоспособен по иной причине"}
    reference = ["GSP1997", "SC2023"]


# Conditions


class incapable_dependant(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "An incapable dependant: under 18, a full-time student under 23, or unable to work for another reason"
    labels = {"kk": "Еңбекке қабілетсіз асырауындағы адам", "ru": "Нетрудоспособный иждивенец"}
    reference = ["GSP1997", "SC2023", "R239"]

    def formula_2023(person, period, parameters):
        """Under 18, a full-time student under 23, or unable to work for another reason."""
        law = parameters(period).state_survivor_benefit.dependant
        age = person("age", period)
        return (
            (age < law.age_limit)
            | (person("is_student", period) & (age < law.student_age_limit))
            | person("is_unable_to_work", period)
        )


class state_survivor_benefit_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the state social benefit for loss of breadwinner"
    labels = {
        "kk": "Асыраушысынан айырылу жағдайы бойынша мемлекеттік жәрдемақыға құқығы бар",
        "ru": "Имеет право на государственное пособие по случаю потери кормильца",
    }
    reference = ["GSP1997", "SC2023"]

    def formula_2023(person, period):
        """Living, bereaved of the breadwinner, and incapable."""
        return person("is_living", period) & person("lost_breadwinner", period) & person("incapable_dependant", period)


class is_full_orphan_with_benefit(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the benefit of those who have lost both parents"
    labels = {"kk": "Тұлдыр жетім ретінде жәрдемақыға құқығы бар", "ru": "Имеет право на пособие как круглый сирота"}
    reference = ["GSP1997", "SC2023"]

    def formula_2023(person, period):
        """A dependant who has lost both parents."""
        return person("state_survivor_benefit_eligible", period) & person("lost_both_parents", period)


# Amount


class state_survivor_benefit_orphans(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Dependants who have lost both parents"
    unit = "person"
    reference = ["GSP1997", "SC2023"]

    def formula_2023(household, period):
        """Members who are entitled as full orphans."""
        return household.sum(household.members("is_full_orphan_with_benefit", period))


class state_survivor_benefit_dependants(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Dependants for whom the family's benefit for loss of breadwinner is paid, full orphans apart"
    unit = "person"
    reference = ["GSP1997", "SC2023"]

    def formula_2023(household, period):
        """Members who are entitled, and have not lost both parents."""
        entitled = household.sum(household.members("state_survivor_benefit_eligible", period))
        return entitled - household("state_survivor_benefit_orphans", period)


class state_survivor_benefit_of_family(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "State benefit for loss of breadwinner of the family, all dependants together, full orphans apart"
    labels = {
        "kk": "Отбасының асыраушысынан айырылу жөніндегі мемлекеттік жәрдемақысы",
        "ru": "Государственное пособие семьи по случаю потери кормильца",
    }
    unit = "currency/month"
    reference = ["GSP1997", "SC2023"]

    def formula_2023(household, period, parameters):
        """By number of dependants; beside full orphans so much for each, and a limit for all of them together."""
        law = parameters(period).state_survivor_benefit
        number = household("state_survivor_benefit_dependants", period)
        beside_orphans = minimum(law.other_members.each * number, law.other_members.most)
        multiple = where(
            household("state_survivor_benefit_orphans", period) > 0, beside_orphans, law.total.calc(number)
        )
        return round_up(multiple * parameters(period).base.subsistence_minimum)

    def formula_2023_07(household, period, parameters):
        """By number of dependants; the same beside full orphans, for want of a rule seen."""
        law = parameters(period).state_survivor_benefit
        multiple = law.total.calc(household("state_survivor_benefit_dependants", period))
        return round_up(multiple * parameters(period).base.subsistence_minimum)


class state_survivor_benefit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "State social benefit for loss of breadwinner"
    labels = {
        "kk": "Асыраушысынан айырылу жағдайы бойынша мемлекеттік әлеуметтік жәрдемақы",
        "ru": "Государственное социальное пособие по случаю потери кормильца",
    }
    unit = "currency/month"
    reference = ["GSP1997", "SC2023"]

    def formula_2023(person, period, parameters):
        """The orphan's own amount, or an equal share of the family's."""
        law = parameters(period)
        orphan = round_up(law.state_survivor_benefit.full_orphan * law.base.subsistence_minimum)
        number = maximum(person.household("state_survivor_benefit_dependants", period), 1)
        share = person.household("state_survivor_benefit_of_family", period) / number
        amount = where(person("is_full_orphan_with_benefit", period), orphan, share)
        return where(person("state_survivor_benefit_eligible", period), amount, 0)
