"""One-off aid: for the heating season in November 2025, before Ramadan in February 2026."""

from openfisca_country.law import MONTH, Household, Variable, where


class on_mahalla_list(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Is on the additional list of families in need made by the mahalla seven"
    reference = ["DEC202509", "PQ67"]


class raises_orphans(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Orphans or children left without parental care live in the family"
    reference = "PQ67"


# Heating season, November 2025


class registered_or_listed(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The family is in a register or a category of need, or on the mahalla's list"
    labels = {
        "uz": "Oila reyestrda yoki mahalla ro'yxatida",
        "ru": "Семья в реестре или в списке махалли",
    }
    reference = "DEC202509"

    def formula_2025_11(household, period):
        """A low-income family of the Single Registry; red, yellow or green; or listed by the mahalla."""
        return (
            household("is_low_income_family", period)
            | household("is_red_family", period)
            | household("is_yellow_family", period)
            | household("is_green_family", period)
            | household("on_mahalla_list", period)
        )


class within_heating_income_limit(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    end = "2025-11-30"
    label = "Family income per member is up to one and a half times the minimum consumption expenditure"
    labels = {
        "uz": "Daromad MIXning 1,5 baravaridan oshmaydi",
        "ru": "Доход на члена семьи не выше 1,5 минимальных потребительских расходов",
    }
    reference = "DEC202509"

    def formula_2025_11(household, period, parameters):
        """At or below the limit."""
        law = parameters(period)
        limit = law.one_off_aid.heating.income_limit * law.base.minimum_consumption_expenditure
        people_and_months = household("family_members", period) * law.low_income_family.income_months
        return household("family_income", period) <= limit * people_and_months


class heating_aid_eligible(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    end = "2025-11-30"
    label = "Entitled to the one-off heating aid"
    labels = {"uz": "Isitish mavsumi yordamiga haqli", "ru": "Имеет право на помощь к отопительному сезону"}
    reference = "DEC202509"

    def formula_2025_11(household, period):
        """Registered or listed, with an income up to the limit."""
        return (
            household("family_has_members", period)
            & household("registered_or_listed", period)
            & household("within_heating_income_limit", period)
        )


class heating_aid(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    end = "2025-11-30"
    label = "One-off heating aid of November 2025"
    labels = {"uz": "Isitish mavsumi uchun bir martalik yordam", "ru": "Единовременная помощь к отопительному сезону"}
    unit = "currency/month"
    reference = "DEC202509"

    def formula_2025_11(household, period, parameters):
        """Once, in November 2025."""
        amount = parameters(period).one_off_aid.heating.amount
        return where(household("heating_aid_eligible", period), amount, 0)


# Ramadan, February 2026


class in_higher_ramadan_group(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    end = "2026-02-28"
    label = "State-supported, lone and in need of care, or raising orphans"
    labels = {
        "uz": "Davlat ta'minotidagi oila, yolg'iz va parvarishga muhtoj yoki yetimlar yashayotgan oila",
        "ru": "Семья на гособеспечении, одинокий нуждающийся в уходе или семья с сиротами",
    }
    reference = "PQ67"

    def formula_2026_02(household, period):
        """Any of the three groups."""
        return (
            household("is_state_supported_family", period)
            | household("lone_person_needs_care", period)
            | household("raises_orphans", period)
        )


class ramadan_aid_eligible(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    end = "2026-02-28"
    label = "Entitled to the one-off Ramadan aid"
    labels = {"uz": "Ramazon yordamiga haqli", "ru": "Имеет право на помощь к Рамадану"}
    reference = "PQ67"

    def formula_2026_02(household, period):
        """A family of the higher group, a poor family, or one on the mahalla's list."""
        return (
            household("in_higher_ramadan_group", period)
            | household("is_poor_family", period)
            | household("on_mahalla_list", period)
        )


class ramadan_aid(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    end = "2026-02-28"
    label = "One-off Ramadan aid of 2026"
    labels = {"uz": "Ramazon oyi munosabati bilan bir martalik yordam", "ru": "Единовременная помощь к Рамадану"}
    unit = "currency/month"
    reference = "PQ67"

    def formula_2026_02(household, period, parameters):
        """Once before March 2026, by the resolution of 17 February, which is not in force on the first of the month."""
        law = parameters(period.stop).one_off_aid.ramadan
        amount = where(household("in_higher_ramadan_group", period), law.state_supported, law.poor_or_listed)
        return where(household("ramadan_aid_eligible", period), amount, 0)


class one_off_aid(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "One-off aid to families in need"
    labels = {"uz": "Bir martalik moddiy yordam", "ru": "Единовременная материальная помощь"}
    unit = "currency/month"
    reference = ["DEC202509", "PQ67"]

    def formula_2025_11(household, period):
        """The heating aid and the Ramadan aid."""
        return household("heating_aid", period) + household("ramadan_aid", period)
