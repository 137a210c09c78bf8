"""Small loans of the Employment Promotion Fund, and those of the job-support programme of 2018 to 2020."""

from openfisca_country.law import MONTH, Enum, Person, Variable, minimum, round_to_unit, select, where

# What the borrower states


class SmallLoanBorrower(Enum):
    person = "A person"
    group_member = "A member of a group or partnership"
    firm = "A firm"


class small_loan_borrower(Variable):
    value_type = Enum
    possible_values = SmallLoanBorrower
    default_value = SmallLoanBorrower.person
    entity = Person
    definition_period = MONTH
    label = "As whom the loan is taken"
    reference = "GR276-2016"


class small_loan_asked(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Loan asked of the Employment Promotion Fund in the month"
    unit = "currency"
    reference = "GR276-2016"


class returned_from_work_abroad(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has come back from work abroad"
    reference = "GR276-2016"


# Small loans


class is_self_employed(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is self-employed"
    labels = {"mn": "Хувиараа хөдөлмөр эрхлэгч"}
    reference = ["GR276-2016", "JOBSUP2018"]

    def formula(person, period):
        """As the main activity."""
        status = person("activity_status", period)
        return status == status.possible_values.self_employed


class of_small_loan_group(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A herder, self-employed, a job seeker, or back from work abroad"
    labels = {"mn": "Малчин, хувиараа хөдөлмөр эрхлэгч, ажил хайгч эсвэл гадаадаас ирсэн"}
    reference = ["EP2011", "GR276-2016"]

    def formula_2016_05_23(person, period):
        """Any of these."""
        return (
            person("is_herder", period)
            | person("is_self_employed", period)
            | person("registered_as_job_seeker", period)
            | person("returned_from_work_abroad", period)
        )


class small_loan_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "May be lent a small loan by the Employment Promotion Fund"
    labels = {"mn": "Жижиг зээл авах боломжтой"}
    reference = ["EP2011", "GR276-2016"]

    def formula_2016_05_23(person, period):
        """Of one of the groups, and with a business in mind or in hand."""
        return person("of_small_loan_group", period) & person("plans_business", period)


class small_loan_limit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Highest small loan"
    labels = {"mn": "Жижиг зээлийн дээд хэмжээ"}
    unit = "currency"
    reference = "GR276-2016"

    def formula_2016_05_23(person, period, parameters):
        """By whom it is taken."""
        law = parameters(period).small_loans
        borrower = person("small_loan_borrower", period)
        kinds = borrower.possible_values
        limit = select(
            [borrower == kinds.firm, borrower == kinds.group_member],
            [law.firm, law.group_member],
            default=law.person,
        )
        return where(person("small_loan_eligible", period), limit, 0)


class small_loan(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Small loan of the Employment Promotion Fund"
    labels = {"mn": "Хөдөлмөр эрхлэлтийг дэмжих сангийн жижиг зээл"}
    unit = "currency/month"
    reference = "GR276-2016"

    def formula_2016_05_23(person, period):
        """What is asked, up to the limit."""
        return minimum(person("small_loan_asked", period), person("small_loan_limit", period))


class small_loan_months(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Months in which the small loan is paid back"
    labels = {"mn": "Жижиг зээлийн хугацаа"}
    unit = "month"
    reference = "GR276-2016"

    def formula_2016_05_23(person, period, parameters):
        """The same for all."""
        return where(person("small_loan_eligible", period), parameters(period).small_loans.months, 0)


class small_loan_interest(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Interest of the small loan in its first month"
    labels = {"mn": "Жижиг зээлийн эхний сарын хүү"}
    unit = "currency/month"
    reference = "GR276-2016"

    def formula_2016_05_23(person, period, parameters):
        """On the whole loan."""
        return round_to_unit(parameters(period).small_loans.interest * person("small_loan", period))


# The job-support programme, 2018 to 2020


class of_age_for_job_support(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2020-12-31"
    label = "Is 35 to 59 years old"
    labels = {"mn": "35-59 насны"}
    reference = "JOBSUP2018"

    def formula_2018(person, period, parameters):
        """From 35 to 59 on the first day of the month."""
        law = parameters(period).small_loans.job_support
        age = person("age", period)
        return (age >= law.from_age) & (age <= law.to_age)


class job_support_loan_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2020-12-31"
    label = "May be lent a loan of the job-support programme"
    labels = {"mn": "Ажлын байрыг дэмжих хөтөлбөрийн зээл авах боломжтой"}
    reference = "JOBSUP2018"

    def formula_2018(person, period):
        """Self-employed and of the age."""
        return person("is_self_employed", period) & person("of_age_for_job_support", period)


class job_support_loan(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2020-12-31"
    label = "Loan of the job-support programme"
    labels = {"mn": "Ажлын байрыг дэмжих хөтөлбөрийн зээл"}
    unit = "currency/month"
    reference = "JOBSUP2018"

    def formula_2018(person, period, parameters):
        """What is asked, up to the limit."""
        loan = minimum(person("small_loan_asked", period), parameters(period).small_loans.job_support.amount)
        return where(person("job_support_loan_eligible", period), loan, 0)


class job_support_loan_months(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    end = "2020-12-31"
    label = "Months in which the loan of the job-support programme is paid back"
    labels = {"mn": "Ажлын байрыг дэмжих хөтөлбөрийн зээлийн хугацаа"}
    unit = "month"
    reference = "JOBSUP2018"

    def formula_2018(person, period, parameters):
        """The same for all."""
        return where(person("job_support_loan_eligible", period), parameters(period).small_loans.job_support.months, 0)
