"""Work, its loss and its record."""

import datetime

from openfisca_country.law import ETERNITY, MONTH, NEVER, Enum, Person, Variable


class ActivityStatus(Enum):
    inactive = "Outside the labour force"
    employee = "Employee"
    self_employed = "Self-employed, including sole proprietors"
    farmer = "Works a household plot or farm"
    unemployed = "Without work, available and seeking it"


class activity_status(Variable):
    value_type = Enum
    possible_values = ActivityStatus
    default_value = ActivityStatus.inactive
    entity = Person
    definition_period = MONTH
    label = "Main activity"
    reference = "ILO, Resolution I of the 19th ICLS (2013) on statistics of work; ICSE-18"
    labels = {"ru": "Основное занятие"}


class is_formally_employed(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Works formally: under a registered contract, or registered as self-employed"
    reference = "ILO, Resolution I of the 21st ICLS (2023) on the informal economy"
    labels = {"ru": "Официально занят"}


class is_registered_unemployed(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Recognised and registered as unemployed by the employment service"
    reference = "ILO Employment Promotion and Protection against Unemployment Convention, 1988 (No. 168), Art. 10"
    labels = {"ru": "Зарегистрирован безработным"}


class unemployment_registration_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day of registration with the employment service, for the present spell"
    unit = "date"
    reference = "ILO Employment Service Convention, 1948 (No. 88), Art. 6"


class job_loss_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day the last employment ended"
    unit = "date"
    reference = "ILO Employment Promotion and Protection against Unemployment Convention, 1988 (No. 168), Art. 10"


class insured_months(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Months of insurance or contribution record"
    unit = "month"
    reference = "ILO Social Security (Minimum Standards) Convention, 1952 (No. 102), Art. 1(1)(f)"


class service_years(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Years of service that count for a pension"
    unit = "year"
    reference = "ILO Social Security (Minimum Standards) Convention, 1952 (No. 102), Art. 29"


class previous_average_wage(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Average monthly wage before the contingency, over the months the law averages"
    unit = "currency/month"
    reference = "ILO Social Security (Minimum Standards) Convention, 1952 (No. 102), Art. 65"
