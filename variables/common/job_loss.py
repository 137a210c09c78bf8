"""How the last employment ended."""

from openfisca_country.law import MONTH, Enum, Person, Variable


class JobLossReason(Enum):
    employer = "Ended by the employer, without fault of the worker"
    own_request = "Left at own request"
    breach = "Dismissed for repeated or serious breach of discipline"
    other = "Ended otherwise: the contract ran out, by agreement, or for reasons beyond both"


class job_loss_reason(Variable):
    value_type = Enum
    possible_values = JobLossReason
    default_value = JobLossReason.employer
    entity = Person
    definition_period = MONTH
    label = "Why the last employment ended"
    reference = "ILO Employment Promotion and Protection against Unemployment Convention, 1988 (No. 168), Art. 20"
    labels = {"ru": "Причина увольнения"}
