"""Who may do what with signals, dossiers and rounds. Each function is one sentence of policy."""

from jos.accounts.permissions import is_staff, works_for_city
from organisations.enums import OrganisationKind
from organisations.models import Organisation
from organisations.permissions import can_see_professional_information, memberships_of, organisations_to_speak_for
from signals.models import Dossier


def can_triage(user) -> bool:
    """Staff read every signal, and say what becomes of it."""
    return is_staff(user)


def can_speak_for_a_group(user) -> bool:
    """Everybody of an organisation that did not end can pass on what a group says."""
    return bool(organisations_to_speak_for(user))


def can_see_dossiers(user) -> bool:
    """Dossiers are for professionals: they hold a pattern, never the words of one young person."""
    return can_see_professional_information(user)


def can_edit_dossiers(user) -> bool:
    """Staff open dossiers, say what they are about and put them in another service's hands."""
    return is_staff(user)


def works_for_owner(user, dossier: Dossier) -> bool:
    """Is a member of the city service that acts on it, or of the one that was merged into."""
    owner = dossier.owner
    return bool(owner) and any(
        membership.organisation_id in (owner.pk, owner.merged_into_id) for membership in memberships_of(user)
    )


def can_act_on(user, dossier: Dossier) -> bool:
    """Staff and the city service it was given to plan actions, take them, and write the answer."""
    return is_staff(user) or works_for_owner(user, dossier)


def can_hold_rounds(user) -> bool:
    """Staff open a round, close it, and write down what was decided."""
    return is_staff(user)


def organisations_to_spread_for(user) -> list[Organisation]:
    """Partners spread points; city services, who do the work, do not."""
    partners = organisations_to_speak_for(user)
    return [organisation for organisation in partners if organisation.kind != OrganisationKind.CITY_SERVICE]


def can_see_signal_figures(user) -> bool:
    """Whoever works for the city sees how many signals there are, from where and how long they take."""
    return works_for_city(user)


def can_edit_themes(user) -> bool:
    """Staff say which themes there are, how long a service has for each, and which are never public."""
    return is_staff(user)


def can_edit_standard_replies(user) -> bool:
    """Staff write the replies they start from."""
    return is_staff(user)


def can_see_who_looked(user) -> bool:
    """Staff see who saw the words of a signal, and what was removed."""
    return is_staff(user)
