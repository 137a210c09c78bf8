"""Compensation for loss of professional capacity by an accident at work or an occupational disease."""

from openfisca_country.law import MONTH, Person, Variable, maximum, minimum, where

# What the expertise, or the State Social Insurance Fund, states


class injured_at_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Lost professional capacity through an accident at work or an occupational disease"
    labels = {
        "kk": "Еңбек жарақаты немесе кәсіптік ауру салдарынан кәсіптік еңбек қабілетінен айырылған",
        "ru": "Утратил профессиональную трудоспособность из-за трудового увечья или профзаболевания",
    }
    reference = "WI2005 Art. 19"


class professional_capacity_loss(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Share of professional capacity that is lost, as certified"
    labels = {
        "kk": "Кәсіптік еңбек қабілетінен айырылу дәрежесі",
        "ru": "Степень утраты профессиональной трудоспособности",
    }
    unit = "/1"
    reference = "WI2005 Art. 19"


# The conditions


class lost_enough_professional_capacity(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The loss of professional capacity is large enough to be compensated"
    labels = {
        "kk": "Кәсіптік еңбек қабілетінен айырылу дәрежесі кемінде 5 %",
        "ru": "Утрата профессиональной трудоспособности не менее 5 %",
    }
    reference = "WI2005 Art. 19"

    def formula_2015(person, period, parameters):
        """At least 5 %."""
        return person("professional_capacity_loss", period) >= parameters(period).work_injury.least_loss


class work_injury_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to compensation for injury at work"
    labels = {
        "kk": "Еңбек жарақаты үшін өтемге құқығы бар",
        "ru": "Имеет право на возмещение вреда при трудовом увечье",
    }
    reference = "WI2005 Art. 19"

    def formula_2015(person, period):
        """An accident at work or an occupational disease, and a loss that is compensated."""
        return person("injured_at_work", period) & person("lost_enough_professional_capacity", period)


class work_injury_employer_pays(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer pays the compensation, not the insurer"
    labels = {
        "kk": "Өтемді сақтандырушы емес, жұмыс беруші төлейді",
        "ru": "Возмещение платит работодатель, а не страховщик",
    }
    reference = "WI2005 Art. 19"

    def formula_2015(person, period, parameters):
        """For a loss of 5 to 29 %."""
        small = person("professional_capacity_loss", period) < parameters(period).work_injury.insurer_from
        return person("work_injury_eligible", period) & small


# The amount


class work_injury_compensation(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Compensation for injury at work"
    labels = {"kk": "Еңбек жарақаты үшін өтем", "ru": "Возмещение вреда при трудовом увечье"}
    unit = "currency/month"
    reference = "WI2005 Art. 19"

    def formula_2015(person, period, parameters):
        """The share lost of the mean earnings, up to ten minimum wages; the insurer takes off what the Fund pays."""
        cap = parameters(period).work_injury.earnings_cap * parameters(period).base.minimum_wage
        earnings = minimum(person("previous_average_wage", period), cap)
        lost = person("professional_capacity_loss", period) * earnings
        taken_off = where(
            person("work_injury_employer_pays", period), 0, person("gfss_disability_payment_gross", period)
        )
        return where(person("work_injury_eligible", period), maximum(lost - taken_off, 0), 0)
