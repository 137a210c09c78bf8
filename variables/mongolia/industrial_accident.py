"""Industrial accident and occupational disease: the benefit for temporary incapacity."""

from openfisca_country.law import MONTH, Person, Variable, round_to_unit, where

# What the certificate states


# The conditions


class insured_against_industrial_accident(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Insured against industrial accidents, by formal work or a voluntary contribution"
    labels = {"mn": "Үйлдвэрлэлийн осол, мэргэжлээс шалтгаалсан өвчний даатгалд хамрагдсан"}
    reference = ["SIL1994", "GLSI2023"]

    def formula(person, period):
        """Employers insure their workers; the voluntary contribution has a part for accidents."""
        return person("is_formally_employed", period) | person("is_voluntarily_insured", period)


class industrial_accident_benefit_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the benefit for temporary incapacity after an industrial accident"
    labels = {
        "mn": "Үйлдвэрлэлийн осол, мэргэжлээс шалтгаалсан өвчний улмаас хөдөлмөрийн чадвар түр алдсаны тэтгэмж авах эрхтэй"
    }
    reference = ["IAOD1994", "IAOD2023"]

    def formula(person, period):
        """A certificate for incapacity that comes from work, and insurance against it."""
        return (
            person("on_sick_leave", period)
            & person("sickness_from_work", period)
            & person("insured_against_industrial_accident", period)
        )


# The amount


class industrial_accident_benefit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Benefit for temporary incapacity after an industrial accident or with an occupational disease"
    labels = {"mn": "Үйлдвэрлэлийн осол, мэргэжлээс шалтгаалсан өвчний улмаас хөдөлмөрийн чадвар түр алдсаны тэтгэмж"}
    unit = "currency/month"
    reference = ["IAOD1994", "IAOD2023"]

    def formula_2005(person, period, parameters):
        """The whole of a day's wage for each working day on the certificate, whatever the insured years."""
        share = parameters(period).industrial_accident.temporary_rate
        divisor = parameters(period).sickness_benefit.month_working_days
        amount = share * person("previous_average_wage", period) * person("sick_days", period) / divisor
        return where(person("industrial_accident_benefit_eligible", period), round_to_unit(amount), 0)
