"""Two people at the same moment: what both were told is true afterwards."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from covenants.actions.amending import open_amendment
from covenants.actions.reports import save_report, submit_report
from covenants.actions.signing import offer, sign, take_back
from covenants.enums import CovenantState, Side
from covenants.models import Covenant, Document, Report, Signature
from jos.shared.saving import ChangedMeanwhile
from tests import covenant_builders as make
from tests.covenants.talks import reported

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="one connection in memory has no second writer"),
]


def at_once(*deeds) -> list[bool]:
    """Which of them were done."""

    def is_done(deed) -> bool:
        try:
            deed()
            return True
        except (ChangedMeanwhile, ValidationError):
            return False
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(is_done, deeds))


def offered(organisation, staff) -> tuple[Covenant, Document]:
    covenant = make.make_whole(make.make_covenant(organisation))
    return covenant, offer(covenant=covenant, version=covenant.version, by=staff)


def signing(covenant, document, side, by):
    typed = {"name": by.name, "job": "coördinator", "sha256": document.sha256}
    return lambda: sign(covenant=Covenant.objects.get(pk=covenant.pk), side=side, by=by, **typed)


def test_both_sides_sign_and_it_is_signed_once(organisation, staff, coordinator):
    covenant, document = offered(organisation, staff)
    assert at_once(
        signing(covenant, document, Side.CITY, staff), signing(covenant, document, Side.PARTNER, coordinator)
    ) == [True, True]
    covenant.refresh_from_db()
    assert covenant.state == CovenantState.SIGNED
    assert document.signatures.count() == 2
    assert covenant.periods.count() == len({period.starts_on for period in covenant.periods.all()}) > 0


def test_what_is_taken_back_while_the_last_one_signs_is_one_or_the_other(organisation, staff, coordinator):
    covenant, document = offered(organisation, staff)
    signing(covenant, document, Side.CITY, staff)()
    version = Covenant.objects.get(pk=covenant.pk).version

    def back():
        take_back(covenant=Covenant.objects.get(pk=covenant.pk), version=version, why="Een vraag", by=staff)

    done = at_once(signing(covenant, document, Side.PARTNER, coordinator), back)
    covenant.refresh_from_db()
    assert sorted(done) == [False, True]
    assert covenant.state == (CovenantState.SIGNED if done[0] else CovenantState.DRAFTING)
    assert Signature.objects.count() == (2 if done[0] else 1)


def test_of_two_amendments_one_is_opened(organisation, staff, coordinator):
    covenant = make.make_covenant(organisation, state=CovenantState.SIGNED)
    deeds = [lambda by=by: open_amendment(covenant=covenant, by=by) for by in (staff, coordinator, staff)]
    assert sorted(at_once(*deeds)) == [False, False, True]
    assert covenant.amendments.count() == 1


def test_a_report_is_not_sent_with_words_nobody_read(organisation, coordinator, member):
    period = reported(organisation)
    Report.objects.filter(side=Side.PARTNER).update(submitted_at=None)
    version = Report.objects.get(side=Side.PARTNER).version

    def mine() -> Report:
        return Report.objects.select_related("period__covenant__organisation").get(period=period, side=Side.PARTNER)

    def edit():
        report = mine()
        report.how_it_went = "Anders."
        save_report(report=report, numbers={}, places={}, version=version, by=member)

    done = at_once(lambda: submit_report(report=mine(), version=version, along="", by=coordinator), edit)
    assert sorted(done) == [False, True]
    assert (mine().submitted_at is not None, mine().how_it_went) == ((True, "Goed.") if done[0] else (False, "Anders."))
