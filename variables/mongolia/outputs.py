"""The harmonised outputs of Mongolia that several programmes make up."""

from openfisca_country.law import Variable


class employment_support(Variable):
    label = "Cash paid to the person by active labour-market measures"
    labels = {"mn": "Хөдөлмөр эрхлэлтийг дэмжих арга хэмжээнээс олгох мөнгө"}
    reference = ["EP2011", "DEC201707F", "DEC2022TRAIN"]

    def formula(person, period):
        """Pay and stipends; loans, and what employers receive or owe, are not the person's income."""
        return person("public_works_pay", period) + person("training_stipend", period)


class child_benefit(Variable):
    label = "Benefits for families with children"
    labels = {"mn": "Хүүхэдтэй гэр бүлийн тэтгэмж"}
    reference = ["SW2012", "MOTH2017"]

    def formula(household, period):
        """Child Money, and the benefits to mothers and single parents."""
        return household("child_money", period) + household.sum(household.members("mother_benefits", period))


class social_assistance(Variable):
    label = "Means-tested and other non-contributory help to the household"
    labels = {"mn": "Өрхөд үзүүлэх нийгмийн халамжийн дэмжлэг"}
    reference = ["SW2012", "DEC2018HERO"]

    def formula(household, period):
        """Food stamps, and the allowance with the honoured-mother order."""
        return household("food_stamps", period) + household.sum(household.members("honoured_mother_allowance", period))
