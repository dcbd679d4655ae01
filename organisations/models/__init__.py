from organisations.models.distinction import Distinction
from organisations.models.invitation import Invitation
from organisations.models.moment import OfferMoment
from organisations.models.offer import Offer, OfferFunction, OfferNeighbourhood
from organisations.models.organisation import Contact, Membership, Organisation
from organisations.models.partnership import Partnership, PartnershipMember
from organisations.models.place import Place

__all__ = [
    "Contact",
    "Distinction",
    "Invitation",
    "Membership",
    "Offer",
    "OfferFunction",
    "OfferMoment",
    "OfferNeighbourhood",
    "Organisation",
    "Partnership",
    "PartnershipMember",
    "Place",
]
