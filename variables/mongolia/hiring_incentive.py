"""One sum to the employer who hires a person hard to place and keeps the job."""

from openfisca_country.law import (
    MONTH,
    Person,
    Variable,
    add_months,
    in_month,
    on_the_day,
    round_to_unit,
    where,
)


class months_without_work_before_job(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Months without work before the present job began"
    unit = "month"
    reference = "EP2011 art. 15.1.4"


class has_recognised_disability(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has a recognised disability"
    labels = {"mn": "Хөгжлийн бэрхшээлтэй"}
    reference = ["EP2011 art. 15.1.4", "PWDQ2019"]

    def formula(person, period):
        """A disability of any group, or a certified loss of the capacity to work."""
        group = person("disability_group", period)
        return (group != group.possible_values.none) | (person("working_capacity_loss", period) > 0)


class was_long_without_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Was without work for more than six months before the job"
    labels = {"mn": "6 сараас дээш хугацаагаар ажилгүй байсан"}
    reference = "EP2011 art. 15.1.4"

    def formula_2011_10(person, period, parameters):
        """More than six months."""
        return person("months_without_work_before_job", period) > parameters(period).hiring_incentive.jobless_months


class hard_to_place(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has a disability, or was without work for more than six months"
    labels = {"mn": "Хөгжлийн бэрхшээлтэй эсвэл 6 сараас дээш ажилгүй байсан"}
    reference = "EP2011 art. 15.1.4"

    def formula_2011_10(person, period):
        """Either is enough."""
        return person("has_recognised_disability", period) | person("was_long_without_work", period)


class completes_months_in_job(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Completes twelve months in the job in this month"
    labels = {"mn": "Энэ сард 12 сар ажилласан"}
    reference = "EP2011 art. 15.1.4"

    def formula_2011_10(person, period, parameters):
        """Twelve months after the job began."""
        months = parameters(period).hiring_incentive.months_kept
        return in_month(add_months(person("job_start_date", period), months), period)


class job_was_kept(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The job did not end before the twelve months were over"
    labels = {"mn": "Ажлын байр 12 сараас өмнө зогсоогүй"}
    reference = "EP2011 art. 15.1.4"

    def formula_2011_10(person, period, parameters):
        """Any loss of a job lies before this one began, or after its twelve months."""
        began = person("job_start_date", period)
        lost = person("job_loss_date", period)
        return (lost <= began) | (lost >= add_months(began, parameters(period).hiring_incentive.months_kept))


class hiring_incentive_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer is entitled to the incentive for hiring"
    labels = {"mn": "Ажил олгогч урамшуулал авах эрхтэй"}
    reference = "EP2011 art. 15.1.4"

    def formula_2011_10(person, period):
        """A worker hard to place, hired and kept for twelve months."""
        return (
            person("hard_to_place", period) & person("completes_months_in_job", period) & person("job_was_kept", period)
        )


class hiring_incentive(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Incentive paid to the employer for hiring"
    labels = {"mn": "Ажил олгогчид олгох урамшуулал"}
    unit = "currency/month"
    reference = "EP2011 art. 15.1.4"

    def formula_2011_10(person, period, parameters):
        """Twelve minimum wages, once, on the day the twelve months are over."""
        law = parameters(period).hiring_incentive
        day = add_months(person("job_start_date", period), law.months_kept)
        minimum_wage = on_the_day(parameters, day, period, lambda then: then.base.minimum_wage.monthly)
        amount = round_to_unit(law.amount * minimum_wage)
        return where(person("hiring_incentive_eligible", period), amount, 0)
