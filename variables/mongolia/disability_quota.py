"""Jobs that employers keep for people with disability, and the payment for those they do not fill."""

from openfisca_country.law import MONTH, Household, Person, Variable, maximum, round_to_unit, where, whole

# What the employer states


class employer_disabled_staff(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "People with disability and dwarfs among the staff of the employer"
    unit = "person"
    reference = "PWDQ2019"


class employer_average_wage(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Average wage paid by the employer"
    unit = "currency/month"
    reference = "PWDQ2019"


# The places


class quota_places(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Places for people with disability that the employer must fill"
    labels = {"mn": "Ажил олгогчийн бөглөх ёстой орон тоо"}
    unit = "person"
    reference = "PWDQ2019"

    def formula_2019_03_20(person, period, parameters):
        """One for every full 25 staff."""
        return whole(person("employer_staff", period) / parameters(period).disability_quota.workers_per_place)


class unfilled_quota_places(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Places for people with disability that the employer has not filled"
    labels = {"mn": "Бөглөөгүй орон тоо"}
    unit = "person"
    reference = "PWDQ2019"

    def formula_2019_03_20(person, period):
        """The places, less the people with disability and dwarfs employed."""
        return maximum(person("quota_places", period) - person("employer_disabled_staff", period), 0)


class employer_under_quota(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer is large enough to fill a place"
    labels = {"mn": "Ажил олгогч 25 ба түүнээс дээш ажилтантай"}
    reference = "PWDQ2019"

    def formula_2019_03_20(person, period):
        """At least 25 staff."""
        return person("quota_places", period) >= 1


class has_unfilled_quota_places(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer has not filled every place"
    labels = {"mn": "Ажил олгогч орон тоог бүрэн бөглөөгүй"}
    reference = "PWDQ2019"

    def formula_2019_03_20(person, period):
        """At least one is unfilled."""
        return person("unfilled_quota_places", period) >= 1


# The payment


class pays_quota_in_full(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Lies in Ulaanbaatar, Orkhon or Darkhan-Uul, where the payment is the whole average wage"
    labels = {"mn": "Улаанбаатар, Орхон, Дархан-Уулд байрладаг"}
    reference = "PWDQ2019"

    def formula_2019_03_20(household, period):
        """The capital and the two other cities."""
        region = household("region", period)
        kinds = region.possible_values
        return (region == kinds.ulaanbaatar) | (region == kinds.orkhon) | (region == kinds.darkhan_uul)


class disability_quota_payment_due(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer owes the payment for unfilled places"
    labels = {"mn": "Ажил олгогч төлбөр төлөх үүрэгтэй"}
    reference = "PWDQ2019"

    def formula_2019_03_20(person, period):
        """Large enough, with places unfilled."""
        return person("employer_under_quota", period) & person("has_unfilled_quota_places", period)


class disability_quota_payment(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Payment of the employer for unfilled places, into the Employment Promotion Fund"
    labels = {"mn": "Бөглөөгүй орон тооны төлбөр"}
    unit = "currency/month"
    reference = "PWDQ2019"

    def formula_2019_03_20(person, period, parameters):
        """For each unfilled place the employer's average wage, or six tenths of it outside the three cities."""
        law = parameters(period).disability_quota.payment_share
        share = where(person.household("pays_quota_in_full", period), law.cities, law.other_aimags)
        wages = person("unfilled_quota_places", period) * person("employer_average_wage", period)
        return where(person("disability_quota_payment_due", period), round_to_unit(share * wages), 0)


# The worker


class of_quota_group(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has a recognised disability, or is a dwarf"
    labels = {"mn": "Хөгжлийн бэрхшээлтэй эсвэл одой хүн"}
    reference = "PWDQ2019"

    def formula_2019_03_20(person, period):
        """Either is enough."""
        return person("has_recognised_disability", period) | person("has_dwarfism", period)


class quota_place_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "May be placed in a job of the quota"
    labels = {"mn": "Квотын ажлын байранд орох боломжтой"}
    reference = "PWDQ2019"

    def formula_2019_03_20(person, period):
        """Of the group, and a registered job seeker."""
        return person("of_quota_group", period) & person("registered_as_job_seeker", period)
