"""Referral: who must be sent to which office, and by when."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    NEVER,
    Household,
    Person,
    Variable,
    add_days,
    add_months,
    first_day,
    happened,
    in_month,
    last_day,
    where,
)

# What the services record


class welfare_application_date(Variable):
    value_type = datetime.date
    entity = Household
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day of the claim for welfare to the social worker of the soum or khoroo"
    unit = "date"
    reference = "SW2012 art. 14"


class attends_kindergarten(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Attends a kindergarten"
    reference = "DEC202410K"


# The loss of a job


class registration_deadline(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = MONTH
    default_value = NEVER
    label = "Last day for registering with the employment office after the loss of a job"
    labels = {"mn": "Ажил хайгчаар бүртгүүлэх сүүлийн өдөр"}
    unit = "date"
    reference = ["UB1994 art. 5", "BEN2023"]

    def formula_2005(person, period, parameters):
        """14 days after the settlement with the employer, three months where a valid reason delays it."""
        law = parameters(period).unemployment_benefit
        settlement = person("employer_settlement_date", period)
        settled = where(happened(settlement), settlement, person("job_loss_date", period))
        return where(
            person("has_valid_reason_for_late_registration", period),
            add_months(settled, law.registration_months_with_reason),
            add_days(settled, law.registration_days),
        )


class has_lost_job(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has lost a job and not begun another"
    labels = {"mn": "Ажлаасаа гарсан, дахин ажилд ороогүй"}
    reference = ["UB1994 art. 5", "BEN2023"]

    def formula_2005(person, period):
        """Lost by the end of the month; no job begun since by then."""
        lost = person("job_loss_date", period)
        began = person("job_start_date", period)
        return (lost <= last_day(period)) & ((began <= lost) | (began > last_day(period)))


class has_not_registered_yet(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has not registered with the employment office yet"
    labels = {"mn": "Хөдөлмөр эрхлэлтийн байгууллагад бүртгүүлээгүй"}
    reference = ["UB1994 art. 5", "BEN2023"]

    def formula_2005(person, period):
        """Not by the end of the month."""
        later = person("unemployment_registration_date", period) > last_day(period)
        return later & ~person("is_registered_unemployed", period)


class registration_is_still_open(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The last day for registering has not passed on the first of the month"
    labels = {"mn": "Бүртгүүлэх хугацаа дуусаагүй"}
    reference = ["UB1994 art. 5", "BEN2023"]

    def formula_2005(person, period):
        """The deadline lies in the month or after it."""
        return first_day(period) <= person("registration_deadline", period)


class referral_to_employment_centre(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "To be sent to the employment office to register"
    labels = {"mn": "Хөдөлмөр эрхлэлтийн байгууллагад бүртгүүлэхээр илгээнэ"}
    reference = ["UB1994 art. 5", "BEN2023", "EP2011"]

    def formula_2005(person, period):
        """Has lost a job, has not registered, and still may."""
        return (
            person("has_lost_job", period)
            & person("has_not_registered_yet", period)
            & person("registration_is_still_open", period)
        )


class registers_in_month(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Registers with the employment office in the month"
    labels = {"mn": "Энэ сард ажил хайгчаар бүртгүүлсэн"}
    reference = ["UB1994 art. 5", "BEN2023"]

    def formula_2005(person, period):
        """The day of registration lies in it."""
        return in_month(person("unemployment_registration_date", period), period)


class referral_to_insurance_office(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "To be sent to the insurance office to claim unemployment benefit, or to claim it online"
    labels = {"mn": "Ажилгүйдлийн тэтгэмж авахаар нийгмийн даатгалын байгууллагад илгээнэ"}
    reference = ["UB1994 art. 5", "UBPROC2021", "BEN2023"]

    def formula_2005(person, period):
        """Registers in the month, and is entitled."""
        return person("registers_in_month", period) & person("unemployment_benefit_eligible", period)


class referral_to_training(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "To be sent to training"
    labels = {"mn": "Сургалтад илгээнэ"}
    reference = "EP2011"

    def formula_2011_10(person, period):
        """A job seeker in need of training."""
        return person("vocational_training_eligible", period) & person("needs_training", period)


# Welfare


class misses_child_money(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Misses Child Money for want of an application"
    labels = {"mn": "Хүсэлт гаргаагүйгээс хүүхдийн мөнгө аваагүй"}
    reference = ["SW2012 art. 13", "SW2012 art. 14"]

    def formula_2012_01_19(household, period):
        """Registered, in the group that is paid, with a child, and nobody has applied."""
        return (
            household("registered_for_child_money", period)
            & household("in_child_money_target_group", period)
            & household("has_counted_child", period)
            & ~household("child_money_applied_for", period)
        )


class referral_to_welfare_office(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "To be sent to the social worker of the soum or khoroo"
    labels = {"mn": "Сум, хорооны нийгмийн ажилтанд илгээнэ"}
    reference = ["SW2012 art. 13", "SW2012 art. 14"]

    def formula_2012_01_19(household, period):
        """Not in the household database, on which the benefits rest, or without Child Money that is due."""
        return ~household("in_household_database", period) | household("misses_child_money", period)


class welfare_decision_deadline(Variable):
    value_type = datetime.date
    entity = Household
    definition_period = MONTH
    default_value = NEVER
    label = "Last day for deciding a claim for welfare"
    labels = {"mn": "Халамжийн өргөдлийг шийдвэрлэх сүүлийн өдөр"}
    unit = "date"
    reference = "SW2012 art. 14"

    def formula_2012_01_19(household, period, parameters):
        """30 days after the claim."""
        return add_days(household("welfare_application_date", period), parameters(period).referral.decision_days)


# Kindergarten meals in Ulaanbaatar


class lives_in_ulaanbaatar(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Lives in Ulaanbaatar"
    labels = {"mn": "Улаанбаатар хотод амьдардаг"}
    reference = "DEC202410K"

    def formula_2024_10(household, period):
        """The capital."""
        region = household("region", period)
        return region == region.possible_values.ulaanbaatar


class of_kindergarten_meal_group(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has lost a parent, has a disability, or is of a household below the threshold score"
    labels = {"mn": "Хагас, бүтэн өнчин, хөгжлийн бэрхшээлтэй эсвэл босго оноогоос доогуур өрхийн хүүхэд"}
    reference = "DEC202410K"

    def formula_2024_10(person, period):
        """Any of the three."""
        household = person.household
        below_threshold = household("scored_by_proxy_means_test", period) & household(
            "below_food_stamp_threshold", period
        )
        return person("lost_breadwinner", period) | person("has_recognised_disability", period) | below_threshold


class kindergarten_meal_exempt(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The State pays the whole cost of the child's meals in kindergarten"
    labels = {"mn": "Цэцэрлэгийн хоолны зардлыг төр бүрэн хариуцна"}
    reference = "DEC202410K"

    def formula_2024_10(person, period):
        """In a kindergarten in Ulaanbaatar, and of a group that is exempt."""
        return (
            person("attends_kindergarten", period)
            & person.household("lives_in_ulaanbaatar", period)
            & person("of_kindergarten_meal_group", period)
        )
