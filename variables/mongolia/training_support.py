"""Training support: the stipend of young people without work, from 2022."""

from openfisca_country.law import MONTH, Person, Variable, in_month, where


class admitted_to_youth_training(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Was admitted to the training of young people before a job"
    labels = {"mn": "Залуучуудын сургалтад элссэн"}
    reference = "DEC2022TRAIN"


class training_begins_in_month(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Training by the employment service begins in the month"
    labels = {"mn": "Сургалт энэ сард эхэлсэн"}
    reference = "DEC2022TRAIN"

    def formula_2022(person, period):
        """The first day of training lies in it."""
        return in_month(person("training_start_date", period), period)


class has_priority_for_youth_training(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Belongs to a household with food stamps, from which trainees are taken first"
    labels = {"mn": "Хүнсний эрхийн бичиг авдаг өрхийн гишүүн"}
    reference = "DEC2022TRAIN"

    def formula_2022(person, period):
        """A household entitled to food stamps."""
        return person.household("food_stamps_eligible", period)


class training_stipend_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the stipend of young people in training"
    labels = {"mn": "Сургалтын тэтгэлэг авах эрхтэй"}
    reference = "DEC2022TRAIN"

    def formula_2022(person, period):
        """Registered without work, admitted, in the month in which training begins."""
        return (
            person("is_registered_unemployed", period)
            & person("admitted_to_youth_training", period)
            & person("training_begins_in_month", period)
        )


class training_stipend(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Stipend of young people in training"
    labels = {"mn": "Сургалтын тэтгэлэг"}
    unit = "currency/month"
    reference = "DEC2022TRAIN"

    def formula_2022(person, period, parameters):
        """One sum."""
        amount = parameters(period).training_support.youth_stipend
        return where(person("training_stipend_eligible", period), amount, 0)
