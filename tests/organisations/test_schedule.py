import datetime

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from organisations.enums import Weekday
from organisations.models import OfferMoment
from organisations.schedule import Moment, in_words
from organisations.schedule_reading import BETWEEN, Schedule, read_schedule

MO, TU, WE, TH, FR, SA, SU = Weekday


def at(day: Weekday, start: str, end: str) -> Moment:
    return Moment(day, datetime.time.fromisoformat(start), datetime.time.fromisoformat(end))


@pytest.mark.parametrize(
    ("text", "moments", "words"),
    [
        ("woensdag 14:00-18:00", [at(WE, "14:00", "18:00")], ""),
        ("di en do 15u30-18u", [at(TU, "15:30", "18:00"), at(TH, "15:30", "18:00")], ""),
        ("dinsdag tot zaterdag 13-19u", [at(day, "13:00", "19:00") for day in (TU, WE, TH, FR, SA)], ""),
        ("Wednesday and Friday 16.00 to 18.30", [at(WE, "16:00", "18:30"), at(FR, "16:00", "18:30")], ""),
        ("ma t/m wo van 9 uur tot 12 uur", [at(day, "09:00", "12:00") for day in (MO, TU, WE)], ""),
        ("vr 20:00-01:00, za 14h-24h", [at(FR, "20:00", "01:00"), at(SA, "14:00", "00:00")], ""),
        ("zaterdag tot maandag 10-12", [at(day, "10:00", "12:00") for day in (SA, SU, MO)], ""),
        ("Woensdag 14-18u; op afspraak", [at(WE, "14:00", "18:00")], "op afspraak"),
        ("wo 14-18 (niet in juli)", [at(WE, "14:00", "18:00")], "(niet in juli)"),
        ("ma, wo en vr 10-12. Andere dagen na afspraak", [at(d, "10:00", "12:00") for d in (MO, WE, FR)],
         "Andere dagen na afspraak"),
    ],
)  # fmt: skip
def test_days_and_hours_are_read_as_people_write_them(text, moments, words):
    assert read_schedule(text) == Schedule(frozenset(moments), words)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "op afspraak",
        "elke eerste woensdag 14-18",
        "woensdag om de twee weken 14-18u",
        "woensdag 14-18u om de twee weken",
        "woensdag 14:00",
        "woensdag 14:75-18:00",
        "woensdag 25-26",
        "woensdag 14-14",
        "wo 14-18, wo 14-16",
        "woensdagnamiddag 14-18",
        "dolle dagen 3-5",
    ],
)
def test_what_is_not_sure_stays_words(text):
    assert read_schedule(text) == Schedule(frozenset(), text)


HOURS = st.times().map(lambda time: time.replace(second=0, microsecond=0))
MOMENTS = st.lists(
    st.builds(Moment, st.sampled_from(Weekday), HOURS, HOURS).filter(lambda moment: moment.starts_at != moment.ends_at),
    unique_by=lambda moment: moment[:2],
    min_size=1,
    max_size=9,
)


@given(
    moments=MOMENTS, language=st.sampled_from(["nl", "en"]), words=st.sampled_from(["", "op afspraak", "(in 't park)"])
)
def test_what_the_portal_writes_is_read_back(moments, language, words):
    with translation.override(language):
        written = in_words(OfferMoment(**moment._asdict()) for moment in moments)
    text = f"{written}{BETWEEN}{words}" if words else written
    assert read_schedule(text) == Schedule(frozenset(moments), words)


@given(st.text())
def test_any_text_is_read_without_a_word_lost(text):
    schedule = read_schedule(text)
    assert read_schedule(schedule.words).words in schedule.words
    assert schedule.moments or schedule.words == " ".join(schedule.words.split())
