"""The rows of `tests.route_table` about covenants, and what they are about."""

from covenants.enums import CovenantState, Side
from tests.covenant_builders import make_covenant, make_period

TABLE = """
#                                                      V   O   X   M   C   S   Y   P   A
# Covenants: changing what both signed, and what comes after
GET  covenant_amend                   signed           in  404 404 ok  ok  404 ok  403 ok
POST covenant_amend                   signed           in  404 404 ok  ok  404 ok  403 ok
GET  covenant_amend                   covenant         in  404 404 go  go  404 go  403 go
GET  covenant_follow                  signed           in  404 404 403 403 404 ok  403 ok
POST covenant_follow                  signed           in  404 404 403 403 404 ok  403 ok
GET  covenant_difference              amendment        in  404 404 ok  ok  404 ok  ok  ok
GET  covenant_difference              signed           in  404 404 404 404 404 404 404 404
"""


def covenants(organisation, neighbourhood) -> dict[str, list]:
    """One in the city's turn, one in the partner's, a signed one with a period, and one that is being amended."""
    signed = make_covenant(organisation, neighbourhood, state=CovenantState.SIGNED)
    amended = make_covenant(organisation, neighbourhood, state=CovenantState.SIGNED)
    return {
        "covenant": [make_covenant(organisation, neighbourhood).slug],
        "covenant_of_partner": [make_covenant(organisation, neighbourhood, turn=Side.PARTNER).slug],
        "signed": [signed.slug],
        "amendment": [make_covenant(organisation, neighbourhood, amends=amended).slug],
        "period": [signed.slug, make_period(signed).pk],
    }
