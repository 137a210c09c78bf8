"""Benefit of those who care for a person of disability group I, from November 2021."""

from openfisca_country.law import MONTH, Person, Variable, round_up, where


class cares_for_group_1_person(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Cares for a person of disability group I, in this household or elsewhere"
    labels = {
        "kk": "Бірінші топтағы мүгедектігі бар адамға күтім жасайды",
        "ru": "Ухаживает за лицом с инвалидностью I группы",
    }
    reference = ["AMEND202111", "SC2023"]


class group_1_carer_benefit_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the benefit of carers of a person of disability group I"
    labels = {
        "kk": "Бірінші топтағы мүгедектігі бар адамға күтім жасаушы жәрдемақысын алуға құқылы",
        "ru": "Имеет право на пособие по уходу за лицом с инвалидностью I группы",
    }
    reference = ["AMEND202111", "SC2023"]

    def formula_2021_11(person, period):
        """Living, and the carer, whatever the cause of the disability."""
        return person("is_living", period) & person("cares_for_group_1_person", period)


class group_1_carer_benefit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Benefit of carers of a person of disability group I"
    labels = {
        "kk": "Бірінші топтағы мүгедектігі бар адамға күтім жасаушыға берілетін жәрдемақы",
        "ru": "Пособие осуществляющему уход за лицом с инвалидностью I группы",
    }
    unit = "currency/month"
    reference = ["AMEND202111", "SC2023"]

    def formula_2021_11(person, period, parameters):
        """A multiple of the subsistence minimum, rounded up to a whole tenge."""
        share = parameters(period).group_1_carer_benefit.amount
        amount = round_up(share * parameters(period).base.subsistence_minimum)
        return where(person("group_1_carer_benefit_eligible", period), amount, 0)
