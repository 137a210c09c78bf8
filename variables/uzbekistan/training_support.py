"""Training: a stipend for the unemployed, and costs paid to employers or trainees."""

from openfisca_country.law import (
    MONTH,
    Person,
    Variable,
    add_days,
    add_months,
    add_weeks,
    days_in_force,
    days_in_month,
    happened,
    minimum,
    round_to_unit,
    where,
)

# What the person and the employer state


class stipend_set_by_service(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Stipend of a trainee without a job in the last twelve months, as the employment service set it"
    unit = "currency/month"
    reference = "EMP2020"


class hired_on_referral(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Hired on the referral of the employment centre"
    reference = ["RES201807", "RES201903"]


class worker_training_cost(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Cost of training the worker, with documents"
    unit = "currency"
    reference = "RES201807"


class is_retrained_by_employer(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is retrained by the employer"
    reference = "RES201903"


class attends_fish_course(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Attends a course on fish farming at home"
    reference = "ENTFUND"


class fish_course_cost(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Cost of the course on fish farming, with documents"
    unit = "currency"
    reference = "ENTFUND"


# Stipend


class within_stipend_weeks(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "In training, within the weeks for which a stipend is paid"
    labels = {"uz": "O'qishda, stipendiya muddati ichida", "ru": "На обучении, в пределах срока стипендии"}
    reference = "EMP2020"

    def formula_2020_10_21(person, period):
        """At least one day of the month lies in the training and in its first 26 weeks."""
        return person("stipend_days", period) > 0


class stipend_days(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Days of the month for which a stipend is due"
    unit = "day"
    reference = "EMP2020"

    def formula_2020_10_21(person, period, parameters):
        """The days of training in the month, for at most 26 weeks."""
        law = parameters(period).training_support.stipend
        start = person("training_start_date", period)
        last = minimum(person("training_end_date", period), add_days(add_weeks(start, law.weeks), -1))
        return days_in_force(start, last, period)


class training_stipend_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to a stipend during training"
    labels = {"uz": "O'qish davrida stipendiyaga haqli", "ru": "Право на стипендию во время обучения"}
    reference = ["EMP2020", "PKM-SC2021", "UP143"]

    def formula_2020_10_21(person, period):
        """Unemployed, in training, under a social contract where one is required."""
        return (
            person("is_registered_unemployed", period)
            & person("within_stipend_weeks", period)
            & person("social_contract_satisfied", period)
            & person("register_contract_satisfied", period)
        )


class lost_job_before_training(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Lost the job in the twelve months before training"
    labels = {"uz": "O'qishdan oldingi 12 oyda ishini yo'qotgan", "ru": "Потерял работу за 12 месяцев до обучения"}
    reference = "EMP2020"

    def formula_2020_10_21(person, period, parameters):
        """No more than twelve months lie between the loss and the training."""
        law = parameters(period).training_support.stipend
        lost = person("job_loss_date", period)
        start = person("training_start_date", period)
        return happened(lost) & (lost <= start) & (start <= add_months(lost, law.months_since_loss))


class training_stipend(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Stipend during training"
    labels = {"uz": "O'qish davridagi stipendiya", "ru": "Стипендия во время обучения"}
    unit = "currency/month"
    reference = "EMP2020"

    def formula_2020_10_21(person, period, parameters):
        """75 % of the average wage of those who lost a job in the last twelve months, for the days due."""
        law = parameters(period).training_support.stipend
        from_wage = law.rate * person("previous_average_wage", period)
        month = where(person("lost_job_before_training", period), from_wage, person("stipend_set_by_service", period))
        due = month * person("stipend_days", period) / days_in_month(period)
        return where(person("training_stipend_eligible", period), round_to_unit(due), 0)


# Costs of the employer


class vulnerable_training_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer is entitled to the training costs of a vulnerable worker"
    labels = {
        "uz": "Ehtiyojmand xodimni o'qitish xarajatiga haqli",
        "ru": "Право на оплату обучения уязвимого работника",
    }
    reference = "RES201807"

    def formula_2018_08(person, period):
        """A vulnerable worker, hired on referral, in formal work."""
        return (
            person("is_vulnerable_worker", period)
            & person("hired_on_referral", period)
            & person("works_formally", period)
        )


class vulnerable_training(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Training costs of a vulnerable worker paid to the employer"
    labels = {"uz": "Ehtiyojmand xodimni o'qitish xarajati", "ru": "Оплата обучения уязвимого работника"}
    unit = "currency/month"
    reference = "RES201807"

    def formula_2018_08(person, period, parameters):
        """The cost, up to three minimum wages."""
        cap = parameters(period).training_support.vulnerable_worker * parameters(period).base.minimum_wage
        paid = minimum(person("worker_training_cost", period), cap)
        return where(person("vulnerable_training_eligible", period), round_to_unit(paid), 0)

    def formula_2019_09(person, period, parameters):
        """The cost, up to three base calculation units, which took the place of the minimum wage."""
        cap = parameters(period).training_support.vulnerable_worker * parameters(period).base.base_calculation_unit
        paid = minimum(person("worker_training_cost", period), cap)
        return where(person("vulnerable_training_eligible", period), round_to_unit(paid), 0)


class within_retraining_months(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2019-12-31"
    label = "Within the months for which retraining by the employer is subsidised"
    labels = {"uz": "Qayta o'qitish subsidiyasi oylari ichida", "ru": "В пределах месяцев субсидии на переобучение"}
    reference = "RES201903"

    def formula_2019_03_22(person, period, parameters):
        """The first to the sixth month of the job."""
        law = parameters(period).training_support.retraining
        month = person("month_of_present_job", period)
        return (month >= 1) & (month <= law.months)


class retraining_subsidy_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2019-12-31"
    label = "The employer is entitled to the retraining subsidy"
    labels = {"uz": "Qayta o'qitish subsidiyasiga haqli", "ru": "Право на субсидию на переобучение"}
    reference = "RES201903"

    def formula_2019_03_22(person, period):
        """Hired on referral, retrained by the employer, in the first six months."""
        return (
            person("hired_on_referral", period)
            & person("is_retrained_by_employer", period)
            & person("within_retraining_months", period)
        )


class retraining_subsidy(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2019-12-31"
    label = "Retraining subsidy to the employer"
    labels = {"uz": "Qayta o'qitish subsidiyasi", "ru": "Субсидия на переобучение"}
    unit = "currency/month"
    reference = "RES201903"

    def formula_2019_03_22(person, period, parameters):
        """810000 sum a month."""
        amount = parameters(period).training_support.retraining.amount
        return where(person("retraining_subsidy_eligible", period), amount, 0)


# Fish farming


class fish_course_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2024-12-31"
    label = "Entitled to the payment of a course on fish farming"
    labels = {"uz": "Baliqchilik kursi to'loviga haqli", "ru": "Право на оплату курса рыбоводства"}
    reference = "ENTFUND"

    def formula_2022_04(person, period):
        """Attends the course."""
        return person("attends_fish_course", period)


class fish_course_payment(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2024-12-31"
    label = "Payment of a course on fish farming"
    labels = {"uz": "Baliqchilik kursi to'lovi", "ru": "Оплата курса рыбоводства"}
    unit = "currency/month"
    reference = "ENTFUND"

    def formula_2022_04(person, period, parameters):
        """The cost, up to two base calculation units, once."""
        cap = parameters(period).training_support.fish_course * parameters(period).base.base_calculation_unit
        paid = minimum(person("fish_course_cost", period), cap)
        return where(person("fish_course_eligible", period), round_to_unit(paid), 0)
