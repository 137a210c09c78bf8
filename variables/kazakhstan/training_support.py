"""Short vocational training of the unemployed, with a stipend and help with travel and lodging."""

from openfisca_country.law import (
    MONTH,
    Person,
    Variable,
    add_months,
    first_day,
    last_day,
    where,
)

# What the person and the career centre state


class stipend_set_by_service(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Stipend and help with travel and lodging, as the career centre set them"
    labels = {"kk": "Мансап орталығы белгілеген шәкіртақы", "ru": "Стипендия, установленная карьерным центром"}
    unit = "currency/month"
    reference = "SC2023"


# Stipend


class within_training_months(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "In training, within the months for which it is paid"
    labels = {"kk": "Оқуда, төленетін мерзім ішінде", "ru": "На обучении, в пределах оплачиваемого срока"}
    reference = "SC2023"

    def formula_2023_07(person, period, parameters):
        """The training lies in the month, and its six months are not over."""
        start = person("training_start_date", period)
        end_of_months = add_months(start, parameters(period).training_support.months)
        return (
            (start <= last_day(period))
            & (person("training_end_date", period) >= first_day(period))
            & (end_of_months > first_day(period))
        )


class training_stipend_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to a stipend during training"
    labels = {"kk": "Оқу кезінде шәкіртақыға құқығы бар", "ru": "Имеет право на стипендию во время обучения"}
    reference = "SC2023"

    def formula_2023_07(person, period):
        """Unemployed, and in training."""
        return person("is_registered_unemployed", period) & person("within_training_months", period)


class training_stipend(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Stipend during training"
    labels = {"kk": "Оқу кезіндегі шәкіртақы", "ru": "Стипендия во время обучения"}
    unit = "currency/month"
    reference = "SC2023"

    def formula_2023_07(person, period):
        """What the career centre set, for those entitled."""
        return where(person("training_stipend_eligible", period), person("stipend_set_by_service", period), 0)
