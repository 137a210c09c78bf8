"""The harmonised outputs of Uzbekistan that several programmes make up."""

from openfisca_country.law import Variable


class social_pension(Variable):
    label = "Pension or allowance in old age without an insurance record"
    reference = ["PKM107"]

    def formula(person, period):
        """The old-age allowance."""
        return person("old_age_allowance", period)


class disability_benefit(Variable):
    label = "Disability pension or allowance"
    reference = ["PENS", "PKM107"]

    def formula(person, period):
        """The pension of the insured, or the allowance."""
        return person("disability_pension", period) + person("disability_allowance", period)


class survivor_benefit(Variable):
    label = "Survivors' pension or allowance"
    reference = ["PENS", "PKM107"]

    def formula(person, period):
        """The person's share of the pension, or of the allowance."""
        return person("survivor_pension", period) + person("survivor_allowance", period)


class care_benefit(Variable):
    label = "Allowance for the care of a child or of a person who needs care"
    reference = ["UP6241"]

    def formula(person, period):
        """The allowance of the legal carer of a child with disability."""
        return person("child_disability_carer_allowance", period)


class employment_support(Variable):
    label = "Cash paid to the person by active labour-market measures"
    reference = ["PKM799", "PKM312"]

    def formula(person, period):
        """Pay and stipends; costs that are refunded, loans, and what employers receive are not the person's income."""
        return (
            person("public_works_pay", period)
            + person("training_stipend", period)
            + person("youth_contract_bonus", period)
            + person("migrant_disability_aid", period)
        )


class child_benefit(Variable):
    label = "Benefits for families with children"
    reference = ["UP6277", "PKM35", "PKM484"]

    def formula(household, period):
        """Child allowance, and the aid for small children in preschool."""
        return household("child_allowance", period) + household("preschool_aid", period)


class social_assistance(Variable):
    label = "Means-tested and other non-contributory help to the household"
    reference = ["UP6277", "PKM35", "PKM119"]

    def formula(household, period):
        """Material aid, one-off aid, aid to migrants' families, and the aid to lonely members."""
        return (
            household("material_aid", period)
            + household("one_off_aid", period)
            + household("migrant_breadwinner_aid", period)
            + household.sum(household.members("lonely_aid", period))
        )
