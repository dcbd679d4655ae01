"""The rows of `tests.route_table` about covenants, and what they are about."""

from covenants.enums import CovenantState, Side
from tests.covenant_builders import make_blueprint, make_covenant, make_number, make_period

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

# Covenants: what both sides look at together
GET  blueprints                       -                in  403 ok  ok  ok  403 ok  ok  ok
GET  indicator_example                -                in  403 ok  ok  ok  403 ok  ok  ok
GET  blueprint_new                    kind             in  403 403 403 403 403 ok  403 ok
POST blueprint_new                    kind             in  403 403 403 403 403 ok  403 ok
GET  blueprint_edit                   blueprint        in  403 403 403 403 403 ok  403 ok
POST blueprint_edit                   blueprint        in  403 403 403 403 403 ok  403 ok
GET  indicator_new                    covenant         in  404 404 go  go  404 ok  403 ok
GET  indicator_new                    covenant_of_partner in 404 404 ok ok 404 go  403 go
GET  indicator_from                   to_apply         in  404 404 go  go  404 ok  403 ok
POST indicator_from                   to_apply         in  404 404 ok  ok  404 ok  403 ok
GET  indicator_own                    own_indicator    in  404 404 go  go  404 ok  403 ok
POST indicator_own                    own_indicator    in  404 404 ok  ok  404 ok  403 ok
GET  indicator_edit                   indicator        in  404 404 go  go  404 ok  403 ok
POST indicator_edit                   indicator        in  404 404 ok  ok  404 ok  403 ok
GET  indicator_remove                 indicator        in  404 404 go  go  404 ok  403 ok
POST indicator_remove                 indicator        in  404 404 go  go  404 go  403 go
"""


def covenants(organisation, neighbourhood) -> dict[str, list]:
    """One in the city's turn, one in the partner's, a signed one with a period, and one that is being amended."""
    signed = make_covenant(organisation, neighbourhood, state=CovenantState.SIGNED)
    amended = make_covenant(organisation, neighbourhood, state=CovenantState.SIGNED)
    covenant = make_covenant(organisation, neighbourhood)
    return {
        "covenant": [covenant.slug],
        **indicators(covenant),
        "covenant_of_partner": [make_covenant(organisation, neighbourhood, turn=Side.PARTNER).slug],
        "signed": [signed.slug],
        "amendment": [make_covenant(organisation, neighbourhood, amends=amended).slug],
        "period": [signed.slug, make_period(signed).pk],
    }


def indicators(covenant) -> dict[str, list]:
    """One in a draft, and what more could be looked at."""
    blueprint = make_blueprint()
    return {
        "kind": ["numbers"],
        "blueprint": [blueprint.slug],
        "to_apply": [covenant.slug, blueprint.slug],
        "own_indicator": [covenant.slug, "statements"],
        "indicator": [covenant.slug, make_number(covenant).pk],
    }
