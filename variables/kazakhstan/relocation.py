"""Voluntary resettlement under the regional quota: moving, rent, the mobility certificate, the employer's payment."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    NEVER,
    Household,
    Person,
    Variable,
    clip,
    completed_months,
    first_day,
    in_month,
    last_day,
    minimum,
    round_to_unit,
    where,
)

# What the family, the employer and the career centre state


class holds_relocation_quota_place(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Holds, for the family, a place in the regional quota of resettlement"
    labels = {
        "kk": "Қоныс аударудың өңірлік квотасына енген",
        "ru": "Включён с семьёй в региональную квоту переселения",
    }
    reference = ["RELOCOLD", "RELOC"]


class relocation_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day the family moves under the quota"
    unit = "date"
    reference = ["RELOCOLD", "RELOC"]


class registered_in_region_since(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = datetime.date(2000, 1, 1)
    label = "Day of permanent registration in the region of departure"
    unit = "date"
    reference = "RELOC"


class relocation_rent_granted(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The payment for rent and utilities has been granted for the month"
    reference = ["RELOCOLD", "RELOC"]


class relocation_rent_set(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = (
        "Payment for rent and utilities as set for the family and the place; where none is stated, the least is taken"
    )
    unit = "currency/month"
    reference = ["RELOCOLD", "RELOC"]


class mobility_certificate_asked(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Sum asked for under the economic mobility certificate"
    unit = "currency"
    reference = ["RELOCOLD", "RELOC"]


class employer_helps_relocation(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The new employer helps the worker move"
    labels = {"kk": "Жұмыс беруші көшуге жәрдемдеседі", "ru": "Работодатель содействует переезду"}
    reference = ["RELOCOLD", "RELOC"]


# Conditions


class seeks_work_or_has_moved(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Registered as unemployed or as a job seeker, or moved under the quota already"
    labels = {
        "kk": "Жұмыссыз немесе жұмыс іздеуші ретінде тіркелген не көшіп барған",
        "ru": "Зарегистрирован безработным или ищущим работу либо уже переехал",
    }
    reference = ["RELOCOLD", "RELOC"]

    def formula_2025(person, period):
        """On one of the registers; who has moved has work by then."""
        return (
            person("is_registered_unemployed", period)
            | person("registered_as_job_seeker", period)
            | (person("relocation_date", period) <= last_day(period))
        )


class registered_long_enough_in_region(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Permanently registered in the region of departure for at least a year"
    labels = {"kk": "Кететін өңірде кемінде бір жыл тіркелген", "ru": "Зарегистрирован в регионе выбытия не менее года"}
    reference = "RELOC"

    def formula_2026(person, period, parameters):
        """Twelve full months by the first of the month, or by the move where it came before."""
        until = minimum(person("relocation_date", period), first_day(period))
        months = completed_months(person("registered_in_region_since", period), until)
        return months >= parameters(period).relocation.registered_months


class relocation_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to support for resettlement"
    labels = {"kk": "Қоныс аударуға қолдау алуға құқығы бар", "ru": "Имеет право на поддержку переселения"}
    reference = ["RELOCOLD", "RELOC"]

    def formula_2025(person, period):
        """A place in the quota, and in search of work."""
        return person("holds_relocation_quota_place", period) & person("seeks_work_or_has_moved", period)

    def formula_2026(person, period):
        """A citizen in search of work, a year in the region of departure, with a place in the quota (RELOC)."""
        return (
            person("is_citizen", period)
            & person("seeks_work_or_has_moved", period)
            & person("registered_long_enough_in_region", period)
            & person("holds_relocation_quota_place", period)
        )


# Payments


class relocation_family_members(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Members of the family who move"
    unit = "person"
    reference = ["RELOCOLD", "RELOC"]

    def formula_2025(household, period):
        """Head, spouse and children."""
        return household.sum(household.members("in_family", period))


class relocation_moving_payment(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Payment for moving"
    labels = {"kk": "Көшуге төленетін төлем", "ru": "Выплата на переезд"}
    unit = "currency/month"
    reference = ["RELOCOLD", "RELOC"]

    def formula_2025(person, period, parameters):
        """70 monthly calculation indices for each member of the family, in the month of the move."""
        law = parameters(period)
        each = law.relocation.moving * law.base.monthly_calculation_index
        due = person("relocation_eligible", period) & in_month(person("relocation_date", period), period)
        return where(due, each * person.household("relocation_family_members", period), 0)


class relocation_rent_support(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Payment for rent and utilities after the move"
    labels = {"kk": "Тұрғын үй жалдауға төлем", "ru": "Выплата на аренду и коммунальные услуги"}
    unit = "currency/month"
    reference = ["RELOCOLD", "RELOC"]

    def formula_2025(person, period, parameters):
        """What was set, from 15 to 30 monthly calculation indices, in the months for which it is granted."""
        law = parameters(period)
        index = law.base.monthly_calculation_index
        rent = law.relocation.rent
        amount = clip(person("relocation_rent_set", period), rent.least * index, rent.most * index)
        has_moved = person("relocation_date", period) <= last_day(period)
        due = person("relocation_eligible", period) & has_moved & person("relocation_rent_granted", period)
        return where(due, round_to_unit(amount), 0)


class mobility_certificate(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Economic mobility certificate"
    labels = {"kk": "Экономикалық мобильділік сертификаты", "ru": "Сертификат экономической мобильности"}
    unit = "currency/month"
    reference = ["RELOCOLD", "RELOC"]

    def formula_2025(person, period, parameters):
        """What is asked for, up to 1,160 monthly calculation indices, 1,625 from 2026."""
        law = parameters(period)
        cap = law.relocation.mobility_certificate * law.base.monthly_calculation_index
        paid = minimum(person("mobility_certificate_asked", period), cap)
        return where(person("relocation_eligible", period), round_to_unit(paid), 0)


class relocation_employer_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer is entitled to the payment for helping a worker move"
    labels = {"kk": "Жұмыс беруші төлем алуға құқылы", "ru": "Работодатель имеет право на выплату за содействие"}
    reference = ["RELOCOLD", "RELOC"]

    def formula_2025(person, period):
        """Helps a worker who is entitled to support."""
        return person("relocation_eligible", period) & person("employer_helps_relocation", period)


class relocation_employer_payment(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Payment to an employer who helps a worker move"
    labels = {"kk": "Көшуге жәрдемдескен жұмыс берушіге төлем", "ru": "Выплата работодателю за содействие переезду"}
    unit = "currency/month"
    reference = ["RELOCOLD", "RELOC"]

    def formula_2025(person, period, parameters):
        """400 monthly calculation indices, in the month of the move."""
        law = parameters(period)
        amount = law.relocation.employer * law.base.monthly_calculation_index
        due = person("relocation_employer_eligible", period) & in_month(person("relocation_date", period), period)
        return where(due, amount, 0)
