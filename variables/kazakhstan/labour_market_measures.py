"""Which active labour-market measures a person can have."""

from openfisca_country.law import MONTH, Person, Variable


class measures_open_to_person(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Number of active labour-market measures open to the person"
    labels = {"kk": "Адам үшін ашық жұмыспен қамту шараларының саны", "ru": "Число доступных мер занятости"}
    unit = "/1"
    reference = ["ENBEK", "SC2023", "SUBJOB2023"]

    def formula_2019(person, period):
        """How many of the measures hold: those for the person first, that for the employer after them."""
        return (
            person.filled_array(0)
            + person("public_works_eligible", period)
            + person("youth_practice_eligible", period)
            + person("first_job_eligible", period)
            + person("silver_age_eligible", period)
            + person("contract_of_generations_eligible", period)
            + person("business_grant_eligible", period)
            + person("enbek_microcredit_eligible", period)
            + person("youth_microcredit_eligible", period)
            + person("training_stipend_eligible", period)
            + person("relocation_eligible", period)
            + person("relocation_employer_eligible", period)
        )
