"""Sickness benefit: paid by the employer for the days on the certificate, up to a cap a month."""

from openfisca_country.law import MONTH, Person, Variable, minimum, where

# What the certificate or the employer states


class sick_days(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Paid days of the month for which a certificate of temporary incapacity is held"
    labels = {"kk": "Еңбекке уақытша қабілетсіздік парағындағы күндер", "ru": "Дни по листу нетрудоспособности"}
    unit = "day"
    reference = "LC2015 Art. 133"


class average_daily_wage(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Mean daily wage before the sickness"
    labels = {"kk": "Орташа күндік жалақы", "ru": "Средний дневной заработок"}
    unit = "currency/day"
    reference = "LC2015 Art. 133"


class exempt_from_sick_pay_cap(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Belongs to those whose sick pay has no cap (who they are was not confirmed)"
    labels = {
        "kk": "Жәрдемақысына шек қойылмайтын адамдарға жатады",
        "ru": "Относится к тем, чьё пособие не ограничено",
    }
    reference = "LC2015 Art. 133"


# The conditions


class on_sick_leave(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Holds a certificate of temporary incapacity for days of the month"
    labels = {"kk": "Еңбекке уақытша қабілетсіздік парағы бар", "ru": "Имеет лист о временной нетрудоспособности"}
    reference = "LC2015 Art. 133"

    def formula(person, period):
        """At least a day of the month is certified."""
        return person("sick_days", period) > 0


class works_formally_for_employer(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Works formally for an employer"
    labels = {"kk": "Жұмыс берушіде ресми жұмыс істейді", "ru": "Официально работает у работодателя"}
    reference = "LC2015 Art. 133"

    def formula(person, period):
        """In formal work that is not self-employment or the person's own farm."""
        status = person("activity_status", period)
        kinds = status.possible_values
        on_own_account = (status == kinds.self_employed) | (status == kinds.farmer)
        return person("is_formally_employed", period) & ~on_own_account


# Entitlement


class sickness_benefit_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to sickness benefit"
    labels = {
        "kk": "Уақытша еңбекке қабілетсіздік жәрдемақысына құқығы бар",
        "ru": "Имеет право на пособие по временной нетрудоспособности",
    }
    reference = "LC2015 Art. 133"

    def formula_2016(person, period):
        """A certificate, and formal work for an employer."""
        return person("on_sick_leave", period) & person("works_formally_for_employer", period)


class sickness_benefit(Variable):
    label = "Sickness benefit"
    labels = {
        "kk": "Уақытша еңбекке қабілетсіздік бойынша әлеуметтік жәрдемақы",
        "ru": "Социальное пособие по временной нетрудоспособности",
    }
    reference = "LC2015 Art. 133"

    def formula_2016(person, period, parameters):
        """The mean daily wage for each day on the certificate, up to the cap of the month."""
        full = person("average_daily_wage", period) * person("sick_days", period)
        cap = parameters(period).sickness_benefit.cap * parameters(period).base.monthly_calculation_index
        amount = where(person("exempt_from_sick_pay_cap", period), full, minimum(full, cap))
        return where(person("sickness_benefit_eligible", period), amount, 0)
