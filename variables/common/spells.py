"""Spells of work, of unemployment and of training: facts the employment service records."""

import datetime

from openfisca_country.law import ETERNITY, MONTH, NEVER, YEAR, Person, Variable


class job_start_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day a new job began, temporary work abroad included"
    unit = "date"
    reference = "ILO Employment Promotion and Protection against Unemployment Convention, 1988 (No. 168), Art. 10"
    labels = {"ru": "День начала новой работы", "kk": "Жаңа жұмыстың басталған күні"}


class previous_unemployment_award_end(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day the previous award of unemployment benefit ended"
    unit = "date"
    reference = "ILO Employment Promotion and Protection against Unemployment Convention, 1988 (No. 168), Art. 17"


class months_worked_since_previous_award(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Months of service or premiums since the previous award of unemployment benefit ended"
    unit = "month"
    reference = "ILO Employment Promotion and Protection against Unemployment Convention, 1988 (No. 168), Art. 17"


class refusals_of_suitable_work(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Unjustified refusals of suitable work"
    unit = "/1"
    reference = "ILO Employment Promotion and Protection against Unemployment Convention, 1988 (No. 168), Art. 21"


class training_start_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day training by the employment service began"
    unit = "date"
    reference = "ILO Human Resources Development Convention, 1975 (No. 142), Art. 1"


class needs_training(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has no occupation in demand, or needs to be retrained"
    reference = "ILO Human Resources Development Convention, 1975 (No. 142), Art. 1"


class plans_business(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Starts or wants to start a business or self-employment, or to keep one going"
    reference = "ILO Employment Promotion and Protection against Unemployment Convention, 1988 (No. 168), Art. 7"


class employer_staff(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Staff of the employer"
    unit = "person"
    reference = "ILO Vocational Rehabilitation and Employment (Disabled Persons) Convention, 1983 (No. 159), Art. 7"


class suitable_job_found(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Was placed in suitable work during the job search"
    reference = "ILO Employment Promotion and Protection against Unemployment Convention, 1988 (No. 168), Art. 21"
    labels = {"kk": "Лайықты жұмыс табылды", "ru": "Найдена подходящая работа"}


class training_end_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Last day of training by the employment service"
    unit = "date"
    reference = "ILO Human Resources Development Convention, 1975 (No. 142), Art. 1"
    labels = {"kk": "Оқудың соңғы күні", "ru": "Последний день обучения"}


class is_individual_entrepreneur(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is registered as an individual entrepreneur"
    reference = "ILO, Resolution I of the 20th ICLS (2018), ICSE-18"
    labels = {"kk": "Жеке кәсіпкер ретінде тіркелген", "ru": "Зарегистрирован как индивидуальный предприниматель"}


class yearly_turnover(Variable):
    value_type = float
    entity = Person
    definition_period = YEAR
    label = "Turnover of the year as a sole proprietor or freelance self-employed"
    unit = "currency/year"
    reference = "ILO, Resolution I of the 20th ICLS (2018), ICSE-18"
    labels = {"uz": "Yillik aylanma", "ru": "Годовой оборот", "kk": "Жылдық айналым"}
