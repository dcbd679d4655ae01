import datetime
from collections import Counter

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from stdnum.be import vat

from jos.accounts.models import User
from jos.dashboards.imports.importing import preview
from jos.dashboards.imports.undoing import undoing_of
from jos.demo.accounts import ACCOUNTS, STAFF_EMAIL
from jos.demo.beginnings import SPRING_PLANS
from jos.demo.names import neighbourhood_names, person_name
from jos.demo.partners import company_number, partners
from jos.shared.imports import ChangeKind
from jos.shared.models import Draft, FileImport, SavedView
from jos.shared.time import months_later, today
from neighbourhoods.models import MovementCircle, Neighbourhood, NeighbourhoodCode, PriorityDecision
from organisations.confirmation import UNCONFIRMED_AFTER
from organisations.duplicates import likely_duplicates
from organisations.enums import (
    Audience,
    ConfirmationState,
    Function,
    OfferStatus,
    OrganisationKind,
    Season,
    Size,
    Weekday,
    WorkForm,
)
from organisations.models import (
    Contact,
    Invitation,
    Offer,
    OfferFunction,
    OfferMoment,
    OfferNeighbourhood,
    Organisation,
    Partnership,
    PartnershipMember,
    Place,
)
from organisations.upkeep import own_offers, silent_organisations

pytestmark = pytest.mark.django_db


def test_a_city_of_the_promised_size(city):
    counts = {
        model: model.objects.count() for model in (Neighbourhood, MovementCircle, Organisation, Partnership, Offer)
    }
    assert list(counts.values()) == [25, 4, 66, 6, 300]
    assert len(set(Neighbourhood.objects.values_list("district", flat=True))) == 5


def test_every_neighbourhood_is_drawn_and_has_a_code_of_two_sources(city):
    assert not Neighbourhood.objects.filter(path="").exists()
    assert set(Counter(NeighbourhoodCode.objects.values_list("source", flat=True)).values()) == {25}


def test_circles_overlap(city):
    members = Counter(pk for circle in MovementCircle.objects.all() for pk in circle.neighbourhoods.values_list("pk"))
    assert max(members.values()) > 1


def test_priority_was_is_and_will_be_decided(city):
    decisions = PriorityDecision.objects.all()
    assert decisions.in_force(today()).filter(circle=None).count() == 11
    assert decisions.in_force(today()).exclude(circle=None).count() == 1
    assert decisions.filter(valid_from__gt=today()).exists()
    assert decisions.filter(valid_until__lt=today()).exists()
    assert not decisions.filter(reasons="").exists()


def test_organisations_of_every_kind_and_size(city):
    organisations = Organisation.objects.all()
    assert {o.kind for o in organisations} == set(OrganisationKind)
    assert {o.size for o in organisations} == set(Size)
    for organisation in organisations:
        organisation.full_clean()
        assert bool(organisation.company_number) != (organisation.kind == OrganisationKind.SELF_ORGANISATION)
        assert not organisation.website or organisation.website.endswith(".example.org")
        assert organisation.memberships.exists()


def test_offers_of_every_sort(city):
    offers = Offer.objects.select_related("organisation")
    assert {o.work_form for o in offers} == set(WorkForm)
    assert {o.season for o in offers} == set(Season)
    assert {o.audience for o in offers} == set(Audience)
    assert {o.status for o in offers} == set(OfferStatus)
    assert {o.confirmation() for o in offers if o.status == OfferStatus.PUBLISHED} == set(ConfirmationState)
    assert {f.function for f in OfferFunction.objects.all()} == set(Function)
    for offer in offers[::6]:
        offer.full_clean()
    for offer in offers:
        if offer.title not in SPRING_PLANS:  # a table says where, but not at which place
            assert (offer.place is not None) == (offer.work_form == WorkForm.FIXED)
            assert bool(offer.route) == (offer.work_form != WorkForm.FIXED)


def test_offers_say_on_which_days_or_in_words_when(city):
    offers = Offer.objects.prefetch_related("moments")
    assert all(offer.moments.all() or offer.schedule for offer in offers if offer.title not in SPRING_PLANS)
    assert any(not offer.moments.all() for offer in offers)
    assert any(moment.ends_at < moment.starts_at for moment in OfferMoment.objects.all())  # past midnight
    assert {moment.weekday for moment in OfferMoment.objects.all()} == set(Weekday)


def test_offers_that_ended_went_on_with_other_hours(city):
    """Hours have no period of their own: the earlier ones stand in an offer that ended the day before."""
    ended = Offer.objects.filter(valid_until__lt=today()).prefetch_related("functions")
    changed = [
        [[function.hours_per_week for function in each.functions.all()] for each in (earlier, later)]
        for earlier in ended
        for later in Offer.objects.filter(organisation=earlier.organisation, title=earlier.title).exclude(pk=earlier.pk)
        if later.valid_from == earlier.valid_until + datetime.timedelta(days=1)
    ]
    assert len(changed) >= 15
    assert all(before != after for before, after in changed)


def test_some_partners_are_there_twice_and_some_have_stopped(city):
    names = list(Organisation.objects.values_list("name", flat=True))
    assert sum(len(likely_duplicates(name, "", Organisation.objects.exclude(name=name))) > 0 for name in names) >= 6
    stopped = Organisation.objects.filter(valid_until__lt=today())
    assert stopped.filter(offers__isnull=False).distinct().count() == 2
    assert stopped.filter(valid_until__gt=months_later(today(), -1)).exists()
    assert not Offer.objects.running().filter(organisation__in=stopped).exists()


def test_offers_span_neighbourhoods_with_and_without_division(city):
    spanning = [list(offer.reach.all()) for offer in Offer.objects.all() if offer.reach.count() > 1]
    assert len(spanning) == 2
    assert {None not in [reach.share for reach in offer] for offer in spanning} == {True, False}


def test_partnerships_of_today_and_of_the_past(city):
    assert Partnership.objects.on(today()).count() == 5
    assert all(p.members.filter(organisation=p.lead).exists() for p in Partnership.objects.all())
    left = PartnershipMember.objects.filter(valid_until__lt=today(), partnership__in=Partnership.objects.on(today()))
    assert left.exists()


def test_places_warm_and_not(city):
    assert {place.warm for place in Place.objects.all()} == {True, False}


@pytest.mark.parametrize(("of_the_city", "too_late"), [(True, [False, True, True]), (False, [False, True])])
def test_some_invitations_are_open_and_some_came_too_late(city, of_the_city, too_late):
    sent = [i for i in Invitation.objects.open() if (i.invited_by.email == STAFF_EMAIL) == of_the_city]
    assert sorted(invitation.expires_at < timezone.now() for invitation in sent) == too_late


def test_an_import_waits_with_a_preview_that_can_be_confirmed(city):
    begun = FileImport.objects.open().get()
    plan = preview(begun)
    assert begun.is_open
    assert not plan.is_refused
    assert plan.of_kind(ChangeKind.NEW)


def test_the_last_import_can_be_undone(city):
    applied = FileImport.objects.exclude(applied_at=None).get()
    assert not undoing_of(applied).obstacles


def test_some_forms_were_left_half_way_and_some_views_saved(city):
    assert {draft.user.email.partition("@")[0] for draft in Draft.objects.all()} == {"huis", "staf"}
    for view in SavedView.objects.all():
        assert Client().get(reverse(view.page) + "?" + view.query).status_code in (200, 302)
        assert view.user.email in {account.email for account in ACCOUNTS}


def test_five_organisations_have_been_silent_for_sixty_days(city):
    assert sum(silence.days > UNCONFIRMED_AFTER.days for silence in silent_organisations()) == 5


def test_who_signs_in_finds_something_to_do(city):
    to_do = {
        name: [offer.days_overdue for offer in own_offers(organisation=Organisation.objects.get(name=name)).attention]
        for name in ("Jeugdhuis De Kaaihal", "Moeders aan Zet", "Sportdienst Lindermonde")
    }
    late, *less_late = to_do["Jeugdhuis De Kaaihal"]
    assert late > UNCONFIRMED_AFTER.days > max(less_late)
    assert [len(days) for days in to_do.values()] == [3, 1, 0]


def test_small_partners_do_less_than_big_houses(city):
    running = Counter(Offer.objects.counting(today()).values_list("organisation__name", flat=True))
    assert running["Jeugdhuis De Kaaihal"] >= 6
    assert 2 <= running["Moeders aan Zet"] <= 3
    assert max(running.values()) <= 10


def test_some_organisations_are_late_but_not_most(city):
    assert 6 <= len(silent_organisations()) <= 12


def test_offers_have_names_of_their_own(city):
    """Only one that followed another, with other hours, is called the same."""
    for months in (0, 8, 16, 24, 32):
        running = Offer.objects.on(months_later(today(), -months))
        assert max(Counter(running.values_list("organisation", "title")).values()) == 1
    assert len(set(Offer.objects.values_list("title", flat=True))) >= 75
    assert Organisation.objects.exclude(description="").count() >= 40
    assert Offer.objects.filter(is_free=True).count() >= 100
    assert Offer.objects.exclude(cost="").count() >= 30


def test_contacts_are_nobody(city):
    assert all(contact.email.endswith("@example.org") for contact in Contact.objects.all())


def test_everything_has_a_history_and_nothing_happened_in_the_future(city):
    for model in (Neighbourhood, Organisation, Offer, OfferFunction, OfferNeighbourhood, Partnership, Place, User):
        assert model.history.filter(history_type="+").count() == model.objects.count()
        assert not model.history.filter(history_date__gt=timezone.now()).exists()
    assert not Offer.history.filter(history_user=None).exists()


def test_some_offers_have_a_story_of_named_people(city):
    changes = Offer.history.filter(history_type="~")
    assert changes.values("id").distinct().count() >= 30
    assert changes.values("history_user").distinct().count() >= 10
    assert OfferMoment.history.filter(history_type="~").exists()
    hours = OfferFunction.history.filter(history_type="~").first()
    assert hours.hours_per_week != hours.prev_record.hours_per_week
    assert hours.history_user.name


def test_the_last_version_in_the_history_is_the_one_of_today(city):
    fields = ((Offer, "is_free"), (Offer, "version"), (OfferMoment, "ends_at"), (OfferFunction, "hours_per_week"))
    for model, field in fields:
        for record in model.objects.all()[::8]:
            assert getattr(record.history.latest(), field) == getattr(record, field)


@pytest.mark.parametrize("number", range(0, 5000, 499))
def test_company_numbers_have_the_right_check_digits_and_belong_to_nobody(number):
    assert vat.is_valid(company_number(number))
    assert company_number(number) < "0200000000"  # the first that was ever given


def test_a_region_has_names_enough():
    names = neighbourhood_names(500, seed=1)
    assert len(set(names)) == 500
    assert len({partner.name for partner in partners(5_000, names)}) == 5_000
    assert len({person_name(number) for number in range(1_000)}) == 1_000
