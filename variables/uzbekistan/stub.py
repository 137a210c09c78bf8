from openfisca_country.law import MONTH, Person, Variable
class disability_pension(Variable):
    value_type = float; entity = Person; definition_period = MONTH; label = "x"
class survivor_pension(Variable):
    value_type = float; entity = Person; definition_period = MONTH; label = "x"
class social_contract_satisfied(Variable):
    value_type = bool; entity = Person; definition_period = MONTH; label = "x"; default_value = True
