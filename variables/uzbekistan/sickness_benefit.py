"""Sickness benefit: paid by the employer to June 2026, by the Social Insurance Fund from July 2026."""

from openfisca_country.law import MONTH, Household, Person, Variable, clip, maximum, round_to_unit, select, where

# Full pay goes before what service gives.
ORDERED = {"sick_pay_rate"}

# What the certificate, the employer or the Fund states


class sick_days(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Days of the month for which a certificate of temporary disability is held"
    unit = "day"
    reference = ["REG1136", "SOCREG"]
    labels = {"uz": "Mehnatga layoqatsizlik varaqasidagi kunlar", "ru": "Дни по листку нетрудоспособности"}


class wage_for_sick_days(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Average wage for the sick days of the month"
    unit = "currency/month"
    reference = ["REG1136", "SOCREG"]


class on_full_sick_pay_list(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is an 'internationalist' fighter or equal to one, a Chernobyl clean-up worker, or one of certain evacuees"
    reference = "REG1136"


class sick_days_paid_earlier_in_year(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Sick days paid in the earlier months of the calendar year"
    unit = "day"
    reference = "SOCREG"


class sickness_benefit_rate(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Share of the average wage paid under social insurance; the law's rate was not found, zero pays nothing"
    unit = "/1"
    reference = "SOCREG"


# The rate paid by the employer, to June 2026


class counts_for_full_sick_pay(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2026-06-30"
    label = "A child under 16, or under 18 and studying"
    reference = "REG1136"

    def formula_2015_09(person, period, parameters):
        """Under 16; students under 18."""
        law = parameters(period).sickness_benefit.employer.full_pay_children
        age = person("age", period)
        young = (age < law.age) | ((age < law.student_age) & person("is_student", period))
        return person("is_living", period) & young & person.has_role(Household.CHILD)


class children_for_full_sick_pay(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    end = "2026-06-30"
    label = "Dependent children who count for full sick pay"
    unit = "child"
    reference = "REG1136"

    def formula_2015_09(household, period):
        """The children of the family under the age."""
        return household.sum(household.members("counts_for_full_sick_pay", period))


class raises_children_for_full_sick_pay(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2026-06-30"
    label = "Has at least three dependent children under 16, students under 18"
    labels = {
        "uz": "Qaramog'ida 16 yoshga (o'quvchilar 18 yoshga) yetmagan uch yoki undan ortiq bolasi bor",
        "ru": "Имеет на иждивении не менее трёх детей до 16 лет (учащихся до 18 лет)",
    }
    reference = "REG1136"

    def formula_2015_09(person, period, parameters):
        """The parents of the family, where it has three such children or more."""
        law = parameters(period).sickness_benefit.employer.full_pay_children
        is_parent = person.has_role(Household.HEAD) | person.has_role(Household.SPOUSE)
        return is_parent & (person.household("children_for_full_sick_pay", period) >= law.number)


class has_full_sick_pay(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2026-06-30"
    label = "Belongs to those who have full sick pay"
    labels = {"uz": "Nafaqa to'liq ish haqi miqdorida to'lanadi", "ru": "Относится к тем, кому платят полный заработок"}
    reference = ["LC Art. 285 of the Code of 1995", "REG1136"]

    def formula_2015_09(person, period):
        """Work injury or occupational disease, three dependent children, or on the list of the Regulation."""
        return (
            person("sickness_from_work", period)
            | person("raises_children_for_full_sick_pay", period)
            | person("on_full_sick_pay_list", period)
        )


class has_long_service_for_sick_pay(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2026-06-30"
    label = "Has eight years of general service, or is an orphan under 21"
    labels = {
        "uz": "Umumiy ish staji 8 yil va undan ortiq yoki 21 yoshga yetmagan yetim",
        "ru": "Общий стаж 8 лет и более или сирота до 21 года",
    }
    reference = "REG1136"

    def formula_2015_09(person, period, parameters):
        """At least eight years of general service, or an orphan under 21."""
        law = parameters(period).sickness_benefit.employer
        young_orphan = person("lost_both_parents", period) & (person("age", period) < law.orphan_age)
        return (person("service_years", period) >= law.service_years) | young_orphan


class sick_pay_rate(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2026-06-30"
    label = "Share of the wage that the employer pays for sick days"
    unit = "/1"
    reference = ["LC Art. 285 of the Code of 1995", "REG1136"]

    def formula_2015_09(person, period, parameters):
        """100 % for those with full sick pay, 80 % after eight years of service, 60 % otherwise."""
        rate = parameters(period).sickness_benefit.employer.rate
        return select(
            [person("has_full_sick_pay", period), person("has_long_service_for_sick_pay", period)],
            [rate.full, rate.long_service],
            default=rate.short_service,
        )


# The conditions


class on_sick_leave(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Holds a certificate of temporary disability for days of the month"
    labels = {"uz": "Mehnatga layoqatsizlik varaqasi bor", "ru": "Имеет листок нетрудоспособности"}
    reference = ["REG1136", "SOCREG"]

    def formula(person, period):
        """At least a day of the month is certified."""
        return person("sick_days", period) > 0


class has_sickness_insurance_record(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has the insurance record that sickness benefit needs"
    labels = {"uz": "Kamida 6 oylik sug'urta stajiga ega", "ru": "Имеет страховой стаж не менее 6 месяцев"}
    reference = "SOCREG"

    def formula_2026_07(person, period, parameters):
        """At least six months."""
        return person("insured_months", period) >= parameters(period).sickness_benefit.insurance.minimum_months


class sickness_paid_days(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Sick days of the month that are paid under social insurance"
    unit = "day"
    reference = "SOCREG"

    def formula_2026_07(person, period, parameters):
        """All days on the certificate, but no more than 182 in a calendar year."""
        law = parameters(period).sickness_benefit.insurance
        days_left = law.maximum_days - person("sick_days_paid_earlier_in_year", period)
        return clip(days_left, 0, person("sick_days", period))


class within_sickness_days_of_year(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Days of sickness paid in a year are not yet used up"
    labels = {"uz": "Yillik to'lanadigan kunlar tugamagan", "ru": "Оплачиваемые за год дни не исчерпаны"}
    reference = "SOCREG"

    def formula_2026_07(person, period, parameters):
        """Fewer than 182 days were paid earlier in the calendar year."""
        law = parameters(period).sickness_benefit.insurance
        return person("sick_days_paid_earlier_in_year", period) < law.maximum_days


# Entitlement


class sickness_benefit_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to sickness benefit"
    labels = {
        "uz": "Vaqtincha mehnatga layoqatsizlik nafaqasiga haqli",
        "ru": "Имеет право на пособие по временной нетрудоспособности",
    }
    reference = ["REG1136", "SOCREG"]

    def formula_2015_09(person, period):
        """A certificate, and formal work for an employer."""
        return person("on_sick_leave", period) & person("works_formally_for_employer", period)

    def formula_2026_07(person, period):
        """A certificate, insured, with six months of record, and days of the year left."""
        return (
            person("on_sick_leave", period)
            & person("insured_under_social_insurance", period)
            & person("has_sickness_insurance_record", period)
            & person("within_sickness_days_of_year", period)
        )


class sickness_benefit(Variable):
    label = "Sickness benefit"
    labels = {"uz": "Vaqtincha mehnatga layoqatsizlik nafaqasi", "ru": "Пособие по временной нетрудоспособности"}
    reference = ["REG1136", "SOCREG"]

    def formula_2015_09(person, period):
        """The share of the wage for the sick days, paid by the employer."""
        amount = person("sick_pay_rate", period) * person("wage_for_sick_days", period)
        return where(person("sickness_benefit_eligible", period), round_to_unit(amount), 0)

    def formula_2026_07(person, period):
        """The share of the average wage for the days that are paid, from the Social Insurance Fund."""
        paid = person("sickness_paid_days", period) / maximum(person("sick_days", period), 1)
        amount = person("sickness_benefit_rate", period) * person("wage_for_sick_days", period) * paid
        return where(person("sickness_benefit_eligible", period), round_to_unit(amount), 0)
