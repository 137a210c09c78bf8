"""Who lives in a country for good without being its citizen."""

from openfisca_country.law import MONTH, Person, Variable


class is_permanent_resident(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is a foreigner or a stateless person with a right of permanent residence"
    reference = "UN Recommendations on Statistics of International Migration, Rev. 1 (1998)"
    labels = {"ru": "Иностранец или лицо без гражданства, постоянно проживающие в стране"}


class is_refugee(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is recognised as a refugee"
    reference = "UN Convention relating to the Status of Refugees (1951), Art. 1"
    labels = {"ru": "Беженец"}
