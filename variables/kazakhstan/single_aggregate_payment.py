"""Single aggregate payment of informal workers, 2019 to 2023."""

from openfisca_country.law import MONTH, Household, Person, Variable, where

# What the person or the household states


class pays_single_aggregate_payment(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2023-12-31"
    label = "Pays the single aggregate payment for the month"
    labels = {"kk": "Бірыңғай жиынтық төлемді төлейді", "ru": "Платит единый совокупный платёж"}
    reference = "ESP2019"


class lives_in_city_of_rank(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Lives in a city of national or regional rank"
    labels = {
        "kk": "Республикалық немесе облыстық маңызы бар қалада тұрады",
        "ru": "Живёт в городе республиканского или областного значения",
    }
    reference = "ESP2019"

    def formula(household, period):
        """Any town, unless stated otherwise; those of a district's rank must be stated."""
        return ~household("is_rural", period)


# The payment and where it goes


class single_aggregate_payment(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2023-12-31"
    label = "Single aggregate payment (ESP)"
    labels = {"kk": "Бірыңғай жиынтық төлем (БЖТ)", "ru": "Единый совокупный платёж (ЕСП)"}
    unit = "currency/month"
    reference = "ESP2019"

    def formula_2019(person, period, parameters):
        """One monthly calculation index in cities of national or regional rank, half of one elsewhere."""
        law = parameters(period).single_aggregate_payment
        multiple = where(person.household("lives_in_city_of_rank", period), law.city, law.elsewhere)
        amount = multiple * parameters(period).base.monthly_calculation_index
        return where(person("pays_single_aggregate_payment", period), amount, 0)


class aggregate_payment_to_pension_fund(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2023-12-31"
    label = "Part of the single aggregate payment that goes to the pension fund"
    labels = {"kk": "БЖТ-ның зейнетақы қорына бөлігі", "ru": "Часть ЕСП в пенсионный фонд"}
    unit = "currency/month"
    reference = "ESP2019"

    def formula_2019(person, period, parameters):
        """30 %."""
        share = parameters(period).single_aggregate_payment.share.pension
        return share * person("single_aggregate_payment", period)


class aggregate_payment_to_social_insurance(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2023-12-31"
    label = "Part of the single aggregate payment that goes to the State Social Insurance Fund"
    labels = {"kk": "БЖТ-ның МӘСҚ-ға бөлігі", "ru": "Часть ЕСП в ГФСС"}
    unit = "currency/month"
    reference = "ESP2019"

    def formula_2019(person, period, parameters):
        """20 %."""
        share = parameters(period).single_aggregate_payment.share.social_insurance
        return share * person("single_aggregate_payment", period)


class aggregate_payment_income_tax(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2023-12-31"
    label = "Part of the single aggregate payment that is income tax"
    labels = {"kk": "БЖТ құрамындағы жеке табыс салығы", "ru": "Подоходный налог в составе ЕСП"}
    unit = "currency/month"
    reference = "ESP2019"

    def formula_2019(person, period, parameters):
        """10 %."""
        share = parameters(period).single_aggregate_payment.share.income_tax
        return share * person("single_aggregate_payment", period)


class aggregate_payment_to_health_insurance(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2023-12-31"
    label = "Part of the single aggregate payment that goes to health insurance"
    labels = {"kk": "БЖТ-ның МӘМС қорына бөлігі", "ru": "Часть ЕСП на ОСМС"}
    unit = "currency/month"
    reference = "ESP2019"

    def formula_2019(person, period):
        """What is left after the other three parts."""
        return (
            person("single_aggregate_payment", period)
            - person("aggregate_payment_to_pension_fund", period)
            - person("aggregate_payment_to_social_insurance", period)
            - person("aggregate_payment_income_tax", period)
        )
