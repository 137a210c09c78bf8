"""Applications and awards."""

import datetime

from openfisca_country.law import ETERNITY, NEVER, Household, Variable


class benefit_application_date(Variable):
    value_type = datetime.date
    entity = Household
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day of the application that led to the award in payment; without one, the month asked is a first look"
    unit = "date"
    reference = "ILO Social Protection Floors Recommendation, 2012 (No. 202), para. 7"
    labels = {"kk": "Өтініш берілген күн", "ru": "День обращения за помощью"}
