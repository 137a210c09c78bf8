"""Food stamps for the poorest households by the score of the household database."""

from openfisca_country.law import MONTH, Household, Person, Variable, where


class proxy_means_score(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Score of the household by the proxy-means test; zero where it has none"
    unit = "point"
    reference = ["SW2012 art. 3.1.2", "ORDA20-2015"]


class scored_by_proxy_means_test(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Has a score by the proxy-means test"
    labels = {"mn": "Өрхийн амьжиргааны түвшинг тогтоосон оноотой"}
    reference = "SW2012 art. 3.1.2"

    def formula_2015_02_03(household, period):
        """A score above zero."""
        return household("proxy_means_score", period) > 0


class below_food_stamp_threshold(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The score is below the threshold of the poorest"
    labels = {"mn": "Оноо нь босго онооноос доогуур"}
    reference = ["SW2012 art. 3.1.2", "ORDA20-2015"]

    def formula_2015_02_03(household, period, parameters):
        """Below the minister's threshold."""
        return household("proxy_means_score", period) < parameters(period).food_stamps.threshold_score


class food_stamps_eligible(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Entitled to food stamps"
    labels = {"mn": "Хүнсний эрхийн бичиг авах эрхтэй"}
    reference = ["SW2012 art. 3.1.2", "ORDA20-2015"]

    def formula_2015_02_03(household, period):
        """In the household database, with a score, and below the threshold."""
        return (
            household("in_household_database", period)
            & household("scored_by_proxy_means_test", period)
            & household("below_food_stamp_threshold", period)
        )


class is_child_for_food_stamps(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is a child whose food stamps are those of a child"
    labels = {"mn": "Хүүхдийн хүнсний эрхийн бичиг авах хүүхэд"}
    reference = "SW2012"

    def formula_2015(person, period, parameters):
        """Living and under 18 on the first day of the month."""
        return person("is_living", period) & (person("age", period) < parameters(period).food_stamps.child_age)


class food_stamp_children(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Children of the household for food stamps"
    unit = "child"
    reference = "SW2012"

    def formula_2015(household, period):
        """Whatever their role in the household."""
        return household.sum(household.members("is_child_for_food_stamps", period))


class food_stamp_adults(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Adults of the household for food stamps"
    unit = "person"
    reference = "SW2012"

    def formula_2015(household, period):
        """The living members who are no children."""
        return household("household_size", period) - household("food_stamp_children", period)


class food_stamps(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Food stamps, at their value"
    labels = {"mn": "Хүнсний эрхийн бичиг"}
    unit = "currency/month"
    reference = ["SW2012", "DEC202005F"]

    def formula_2015_02_03(household, period, parameters):
        """An amount for each adult and one for each child."""
        law = parameters(period).food_stamps
        value = law.adult * household("food_stamp_adults", period) + law.child * household(
            "food_stamp_children", period
        )
        return where(household("food_stamps_eligible", period), value, 0)
