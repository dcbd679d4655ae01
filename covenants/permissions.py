"""Who may do what with covenants. Each function is one sentence of policy."""

from covenants.enums import Panel, Side
from covenants.models import Commitment, Covenant, Report, StoryChoice
from jos.accounts.permissions import is_staff, works_for_city
from jos.shared.time import today
from organisations.enums import MemberRole, OrganisationKind
from organisations.models import Organisation
from organisations.permissions import memberships_of, organisations_to_speak_for


def can_see_covenants(user) -> bool:
    """Who works for the city sees all covenants; partners those they are part of. City services see none."""
    kinds = (membership.organisation.kind for membership in memberships_of(user))
    return works_for_city(user) or any(kind != OrganisationKind.CITY_SERVICE for kind in kinds)


def can_open_covenants(user) -> bool:
    """Staff open a covenant, and begin with the city's proposal."""
    return is_staff(user)


def side_of(user, covenant: Covenant) -> Side | None:
    """For whom this person writes: staff for the city, members of the organisation that speaks for the partner."""
    if is_staff(user):
        return Side.CITY
    return Side.PARTNER if _memberships_for(user, covenant) else None


def can_write(user, covenant: Covenant) -> bool:
    """Both sides write: each in its turn while drafting, each its own report afterwards."""
    return side_of(user, covenant) is not None


def can_decide(user, covenant: Covenant) -> bool:
    """Staff, and coordinators of the organisation that speaks for the partner, accept, sign and settle."""
    return is_staff(user) or any(each.role == MemberRole.COORDINATOR for each in _memberships_for(user, covenant))


def can_say_how_it_goes(user, commitment: Commitment) -> bool:
    """Each side says how its own promises go, and never those of the other."""
    return side_of(user, commitment.covenant) == commitment.side


def can_read_report(user, report: Report) -> bool:
    """One's own side reads its draft; everybody else who sees the covenant reads what was sent."""
    return bool(report.submitted_at) or can_write_report(user, report)


def can_write_report(user, report: Report) -> bool:
    """Only its own side, also of the stories and files with it."""
    return report.side == side_of(user, report.period.covenant)


def can_rate_city(user, covenant: Covenant) -> bool:
    """The partner. Nobody of the city opens what one partner gives: it reads what several say together."""
    return side_of(user, covenant) == Side.PARTNER


def can_edit_blueprints(user) -> bool:
    """Staff keep the library of indicators."""
    return is_staff(user)


def can_see_covenant_figures(user) -> bool:
    """Whoever works for the city sees what all covenants add up to."""
    return works_for_city(user)


def can_choose_stories(user, panel: str) -> bool:
    """Staff write down what the city and panels of young people chose; youth workers choose for themselves."""
    if panel == Panel.WORKERS:
        return bool(organisations_with_a_mirror(user))
    return is_staff(user)


def can_take_back_choice(user, choice: StoryChoice) -> bool:
    """Whoever wrote down what a panel chose, and staff."""
    return choice.by_id == user.pk or is_staff(user)


def can_see_stories(user) -> bool:
    """Stories of change are for professionals: they were told with consent, without names."""
    return can_see_covenants(user)


def organisations_with_a_mirror(user) -> list[Organisation]:
    """Those this person may hold a mirror up to: the staff of every partner, and of city services, if they want."""
    return organisations_to_speak_for(user)


def can_see_mirrors(user) -> bool:
    """What many organisations say together is for whoever holds up a mirror, and for who works for the city."""
    return works_for_city(user) or bool(organisations_with_a_mirror(user))


def _memberships_for(user, covenant: Covenant) -> list:
    """This person's memberships of the organisation that speaks for the partner, or of the one it became."""
    speaker = covenant.speaker
    own = (each for each in memberships_of(user) if each.organisation.kind != OrganisationKind.CITY_SERVICE)
    return [
        each
        for each in own
        if each.organisation_id in (speaker.pk, speaker.merged_into_id) and each.organisation.holds_on(today())
    ]
