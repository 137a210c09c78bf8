"""The household as a whole."""

from openfisca_country.law import MONTH, Household, Variable


class is_rural(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Lives in a rural area"
    reference = "UN Principles and Recommendations for Population and Housing Censuses, Rev. 3.92"


class weight(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    default_value = 1.0
    label = "Number of households this one stands for in a survey"
    unit = "household"
    reference = "UN Designing Household Survey Samples (2005)"


class household_size(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Living persons in the household, whatever their role"
    unit = "person"
    reference = "UN Principles and Recommendations for Population and Housing Censuses, Rev. 3.138"

    def formula(household, period):
        """Everyone born and living on the first day of the month."""
        return household.sum(household.members("is_living", period))
