"""Signals are counted right: as a plain recount says, whether last night or just now, and unknown is no zero (R17)."""

import datetime
from collections import Counter

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from jos.shared.time import midnight, today
from organisations.enums import AgeBand
from signals.counting.count import Axis
from signals.counting.dossiers import dossier_figures
from signals.counting.figures import Names, figures_of_areas, signal_figures
from signals.counting.loop import loops
from signals.counting.periods import months_of, periods_to_choose, usual
from signals.counting.tallies import counted, counted_until, write_tallies
from signals.counting.times import of_histogram, percentile
from signals.enums import Cause, DossierState, DossierStep, Outcome, SignalKind, SignalState
from signals.models import DossierMove, Signal, Tally
from tests import builders, signal_builders

THIS_YEAR, LAST_YEAR = str(today().year), str(today().year - 1)


ANSWERED = {"state": SignalState.NOT_TAKEN_UP, "reply": "Dat kan niet."}


def moment(month: int, day: int = 10, *, year: int = int(LAST_YEAR)) -> datetime.datetime:
    return midnight(datetime.date(year, month, day)) + datetime.timedelta(hours=12)


def make_many(number: int, **fields) -> None:
    fields = {"received_at": moment(3)} | fields
    Signal.objects.bulk_create(
        Signal(reference=f"{Signal.objects.count() + each:08d}", kind=fields.pop("kind", SignalKind.CONCERN), **fields)
        for each in range(number)
    )


def numbers(figures, axis: Axis) -> dict[str, int | None]:
    return {number.key: number.number for number in figures.by[axis]}


@pytest.fixture
def names(db):
    return lambda: Names.read(LAST_YEAR)


class TestPercentiles:
    def test_half_and_nine_in_ten(self):
        days = Counter({1: 5, 4: 4, 30: 1})
        assert (percentile(days, 0.5), percentile(days, 0.9)) == (1, 4)

    def test_nothing_took_no_time_at_all(self):
        assert percentile({}, 0.5) is None

    @given(st.lists(st.integers(0, 60), min_size=1, max_size=40), st.sampled_from([0.5, 0.9]))
    def test_so_many_did_not_pass_it_and_no_smaller_number_says_so(self, days, share):
        found = percentile(Counter(days), share)
        assert sum(day <= found for day in days) >= share * len(days)
        assert sum(day < found for day in days) < share * len(days)

    @given(st.lists(st.integers(0, 30), max_size=40), st.integers(0, 30))
    def test_within_the_term_is_counted_one_by_one(self, days, term):
        assert of_histogram(Counter(days), term=term).within == sum(day <= term for day in days)


class TestCounting:
    def test_what_was_not_said_is_counted_apart(self, names):
        area, theme = builders.make_neighbourhood("Rabot"), signal_builders.make_theme("School")
        make_many(7, neighbourhood=area, theme=theme, age_band=AgeBand.CHILDREN)
        make_many(6)
        figures = signal_figures(LAST_YEAR, names())
        assert figures.signals == 13
        assert numbers(figures, Axis.AREA) == {str(area.pk): 7, "": 6}
        assert numbers(figures, Axis.THEME) == {str(theme.pk): 7, "": 6}
        assert numbers(figures, Axis.AGE)[""] == 6

    def test_last_night_and_just_now_give_the_same(self, names):
        area, theme = builders.make_neighbourhood("Rabot"), signal_builders.make_theme("School")
        make_many(8, neighbourhood=area, theme=theme, answered_at=moment(3, 20))
        make_many(9, received_at=moment(11), neighbourhood=area)
        now = [signal_figures(LAST_YEAR, names(), area=a, theme=t) for a in (None, area) for t in (None, theme)]
        assert counted_until() is None
        write_tallies()
        assert counted_until() is not None
        then = [signal_figures(LAST_YEAR, names(), area=a, theme=t) for a in (None, area) for t in (None, theme)]
        assert now == then

    def test_what_came_since_last_night_is_counted_with_it(self, db):
        make_many(6, received_at=timezone.now() - datetime.timedelta(hours=2))
        write_tallies()
        make_many(5, received_at=timezone.now())
        assert counted([THIS_YEAR])["city", ""].signals >= 5
        assert sum(counted([LAST_YEAR, THIS_YEAR])["city", ""].by["month"].values()) == 11

    def test_what_was_erased_is_not_counted_the_next_night(self, names):
        make_many(9)
        write_tallies()
        Signal.objects.first().delete()
        write_tallies()
        assert signal_figures(LAST_YEAR, names()).signals == 8
        Signal.objects.all().delete()
        write_tallies()
        assert not Tally.objects.exists()

    def test_a_signal_belongs_to_its_day_in_brussels(self, db):
        in_january = datetime.datetime(int(LAST_YEAR), 12, 31, 23, 30, tzinfo=datetime.UTC)
        make_many(1, received_at=in_january)
        assert counted([LAST_YEAR])["city", ""].signals == 0
        write_tallies()
        assert counted([THIS_YEAR])["city", ""].signals == 1

    def test_days_to_the_first_answer_are_working_days(self, names):
        friday, tuesday = moment(3, 7, year=2025), moment(3, 11, year=2025)
        make_many(6, received_at=friday, answered_at=tuesday, **ANSWERED)
        make_many(5, received_at=friday)
        figures = signal_figures("2025", Names.read("2025"))
        assert (figures.times.median, figures.times.number, figures.waiting) == (2, 6, 5)

    def test_a_plain_recount_says_the_same(self, names):
        areas = [builders.make_neighbourhood(name) for name in ("Rabot", "Ham")]
        themes = [signal_builders.make_theme(name) for name in ("School", "Werk")]
        for number in range(120):
            make_many(
                1,
                neighbourhood=[*areas, None][number % 3],
                theme=[*themes, None][number // 3 % 3],
                age_band=[*AgeBand.values, ""][number % 5],
                kind=SignalKind.values[number // 7 % 3],
                received_at=moment(1 + number % 12, 1 + number % 28),
            )
        write_tallies()
        for area in (None, *areas):
            mine = Signal.objects.filter(neighbourhood=area) if area else Signal.objects.all()
            figures = signal_figures(LAST_YEAR, names(), area=area)
            assert figures.signals == mine.count()
            for axis, field in ((Axis.AGE, "age_band"), (Axis.KIND, "kind")):
                counts = Counter(mine.values_list(field, flat=True))
                shown = {key: number for key, number in numbers(figures, axis).items() if number is not None}
                assert shown
                assert shown == {key: counts[key] for key in shown}

    def test_costs_as_much_with_many_as_with_few(self, names, django_assert_num_queries):
        areas = [builders.make_neighbourhood(f"Wijk {number}") for number in range(3)]
        make_many(3, neighbourhood=areas[0])
        write_tallies()
        known = names()
        with django_assert_num_queries(2):
            signal_figures(LAST_YEAR, known, area=areas[0])
        make_many(300, neighbourhood=areas[1])
        write_tallies()
        with django_assert_num_queries(2):
            signal_figures(LAST_YEAR, known, area=areas[0])


class TestPeriods:
    def test_are_years_of_which_no_two_overlap(self, db):
        make_many(1, received_at=moment(5, year=today().year - 2))
        assert periods_to_choose() == [str(today().year - ago) for ago in range(3)]

    def test_the_year_that_runs_comes_first(self, db, monkeypatch):
        monkeypatch.setattr("signals.counting.periods.today", lambda: datetime.date(2026, 2, 1))
        assert usual(["2026", "2025"]) == "2026"

    def test_in_january_the_year_that_runs_says_little_yet(self, db, monkeypatch):
        monkeypatch.setattr("signals.counting.periods.today", lambda: datetime.date(2026, 1, 31))
        assert usual(["2026", "2025"]) == "2025"
        assert usual(["2026"]) == "2026"

    def test_a_year_has_no_month_that_is_still_to_come(self):
        assert len(months_of(LAST_YEAR)) == 12
        assert months_of(THIS_YEAR)[-1] == f"{today():%Y-%m}"


class TestDossiers:
    def test_are_counted_by_cause_and_outcome_and_by_how_long_they_took(self, db):
        friday = datetime.date(2025, 3, 7)
        done = {
            "opened_on": friday,
            "first_action_on": datetime.date(2025, 3, 11),
            "due_on": datetime.date(2025, 3, 10),
        }
        signal_builders.make_dossier(state=DossierState.IN_ACTION, cause=Cause.RULE, **done)
        signal_builders.make_dossier(
            state=DossierState.CLOSED, cause=Cause.RULE, opened_on=friday, answered_on=friday, outcome=Outcome.PARTLY
        )
        signal_builders.make_dossier(opened_on=datetime.date(2024, 3, 7))
        figures = dossier_figures("2025")
        assert (figures.opened, figures.causes[Cause.RULE]) == (2, 2)
        assert figures.outcomes == {Outcome.PARTLY: 1, "": 1}
        assert (figures.to_action.median, figures.to_action.within) == (2, 0)
        assert (figures.to_answer.median, figures.to_answer.within) == (0, 1)
        assert figures.overdue == 1

    def test_a_merged_one_is_not_counted_beside_the_other(self, db):
        other = signal_builders.make_dossier(opened_on=today())
        signal_builders.make_dossier(opened_on=today(), merged_into=other)
        assert dossier_figures(THIS_YEAR).opened == 1

    def test_of_a_neighbourhood_and_a_theme(self, db):
        area, theme = builders.make_neighbourhood("Rabot"), signal_builders.make_theme("School")
        signal_builders.make_dossier("Hier", area, opened_on=today(), theme=theme)
        signal_builders.make_dossier("Elders", opened_on=today(), theme=theme)
        assert dossier_figures(THIS_YEAR, area=area).opened == 1
        assert dossier_figures(THIS_YEAR, theme=theme).opened == 2
        assert dossier_figures(THIS_YEAR, area=area, theme=signal_builders.make_theme("Werk")).opened == 0

    def test_brought_back_twice_is_one_dossier(self, db):
        dossier = signal_builders.make_dossier(state=DossierState.REOPENED)
        for _time in range(2):
            DossierMove.objects.create(
                dossier=dossier, step=DossierStep.REOPEN, source=DossierState.ANSWERED, target=DossierState.REOPENED
            )
        assert dossier_figures(THIS_YEAR).reopened == 1


class TestLoop:
    def test_what_is_open_comes_first_and_too_few_say_nothing(self, db):
        quiet, busy, done = (builders.make_neighbourhood(name) for name in ("Aan", "Zee", "Dorp"))
        year = {"received_at": moment(4)}
        make_many(4, neighbourhood=quiet, **year)
        make_many(20, neighbourhood=busy, **year)
        make_many(21, neighbourhood=done, answered_at=moment(4, 12), **ANSWERED, **year)
        day = datetime.date(int(LAST_YEAR), 5, 5)
        signal_builders.make_dossier("Bank", busy, opened_on=day)
        signal_builders.make_dossier("Licht", busy, done, opened_on=day, state=DossierState.CLOSED, first_action_on=day)
        found = {loop.area.name: loop for loop in loops(LAST_YEAR, Names.read(LAST_YEAR))}
        assert next(iter(found)) == "Zee"
        assert (found["Zee"].dossiers.opened, found["Zee"].dossiers.undecided, found["Zee"].dossiers.acted) == (2, 1, 1)
        assert found["Aan"].signals.signals is None
        assert found["Aan"].open_ends == 0

    def test_what_young_people_say_of_it_is_shown_where_five_say_the_same(self, db):
        area = builders.make_neighbourhood("Rabot")
        signals = {"neighbourhood": area, "received_at": moment(4)}
        make_many(5, did_it_change="YES", **signals)
        make_many(4, did_it_change="NOT_YET", **signals)
        make_many(20, **signals)
        (loop,) = loops(LAST_YEAR, Names.read(LAST_YEAR))
        assert [(answer.value, number) for answer, number in loop.changed] == [("YES", 5)]

    def test_signals_in_a_dossier_are_counted(self, db):
        area = builders.make_neighbourhood("Rabot")
        dossier = signal_builders.make_dossier()
        make_many(16, neighbourhood=area, state=SignalState.BUNDLED, dossier=dossier)
        assert figures_of_areas(LAST_YEAR, Names.read(LAST_YEAR))[str(area.pk)].in_a_dossier == 16
