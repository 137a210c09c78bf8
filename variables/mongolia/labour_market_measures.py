"""Which active labour-market measures a person can have; those without an amount of their own."""

from openfisca_country.law import MONTH, Household, Person, Variable, first_day


class seeks_work_actively(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    default_value = True
    label = "Looks for work actively: the inactive are struck off the register"
    labels = {"mn": "Ажил идэвхтэй хайж байгаа"}
    reference = "EP2011"


class registered_with_employment_office(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is registered with the employment office"
    labels = {"mn": "Хөдөлмөр эрхлэлтийн байгууллагад бүртгэлтэй"}
    reference = "EP2011"

    def formula_2011_10(person, period):
        """As unemployed, or since a day that has come."""
        registered = person("unemployment_registration_date", period) <= first_day(period)
        return person("is_registered_unemployed", period) | registered


class registered_as_job_seeker(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is a job seeker: registered, and actively looking for work"
    labels = {"mn": "Ажил хайгч"}
    reference = "EP2011"

    def formula_2011_10(person, period):
        """Without work or in work."""
        return person("registered_with_employment_office", period) & person("seeks_work_actively", period)


class job_placement_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "May be helped to find a job"
    labels = {"mn": "Ажилд зуучлуулах боломжтой"}
    reference = "EP2011"

    def formula_2011_10(person, period):
        """Every job seeker."""
        return person("registered_as_job_seeker", period)


class vocational_training_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "May attend vocational training"
    labels = {"mn": "Мэргэжлийн сургалтад хамрагдах боломжтой"}
    reference = "EP2011"

    def formula_2011_10(person, period):
        """Every job seeker."""
        return person("registered_as_job_seeker", period)


class has_disabled_child(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "A child of the family has a disability"
    labels = {"mn": "Гэр бүл хөгжлийн бэрхшээлтэй хүүхэдтэй"}
    reference = "EP2011"

    def formula_2011_10(household, period):
        """A living child of the family with a recognised disability."""
        members = household.members
        disabled = members("is_living", period) & members("has_recognised_disability", period)
        return household.any(disabled, role=Household.CHILD)


class is_parent_of_disabled_child(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is a parent of a child with disability"
    labels = {"mn": "Хөгжлийн бэрхшээлтэй хүүхдийн эцэг, эх"}
    reference = "EP2011"

    def formula_2011_10(person, period):
        """The head or the spouse of a family with such a child."""
        parent = person.has_role(Household.HEAD) | person.has_role(Household.SPOUSE)
        return parent & person.household("has_disabled_child", period)


class of_disability_support_group(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has a recognised disability, or is a parent of a child with disability"
    labels = {"mn": "Хөгжлийн бэрхшээлтэй эсвэл хөгжлийн бэрхшээлтэй хүүхдийн эцэг, эх"}
    reference = "EP2011"

    def formula_2011_10(person, period):
        """Either is enough."""
        return person("has_recognised_disability", period) | person("is_parent_of_disabled_child", period)


class disability_support_programme_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "May join the support programme for workers with disability and parents of disabled children"
    labels = {"mn": "Хөгжлийн бэрхшээлтэй иргэний хөдөлмөр эрхлэлтийг дэмжих хөтөлбөрт хамрагдах боломжтой"}
    reference = "EP2011"

    def formula_2011_10(person, period):
        """Of the group, and a job seeker."""
        return person("of_disability_support_group", period) & person("registered_as_job_seeker", period)


class measures_open_to_person(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Number of active labour-market measures open to the person"
    labels = {"mn": "Тухайн хүнд нээлттэй хөдөлмөр эрхлэлтийг дэмжих арга хэмжээний тоо"}
    unit = "/1"
    reference = "EP2011"

    def formula_2011_10(person, period):
        """How many of the measures hold: those for the person first, that which the employer receives after them."""
        return (
            person.filled_array(0)
            + person("job_placement_eligible", period)
            + person("vocational_training_eligible", period)
            + person("disability_support_programme_eligible", period)
            + person("public_works_eligible", period)
            + person("training_stipend_eligible", period)
            + person("small_loan_eligible", period)
            + person("job_support_loan_eligible", period)
            + person("quota_place_eligible", period)
            + person("hiring_incentive_eligible", period)
        )
