"""What points at one person is found, whatever surrounds it, and can be taken out without touching the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signals.watchful.personal import GAP, Detail, personal_details, without

PERSONAL = [
    # as people type it                                what it is               the words that point at somebody
    ("Bel 0470 12 34 56 aub", Detail.PHONE, "0470 12 34 56"),
    ("0470123456", Detail.PHONE, "0470123456"),
    ("gsm 0470/12.34.56!", Detail.PHONE, "0470/12.34.56"),
    ("+32 (0)470 12 34 56", Detail.PHONE, "+32 (0)470 12 34 56"),
    ("thuis: 09 123 45 67", Detail.PHONE, "09 123 45 67"),
    ("470123456 is mijn gsm", Detail.PHONE, "470123456"),
    ("+90 532 123 45 67", Detail.PHONE, "+90 532 123 45 67"),
    ("هاتفي ٠٤٧٠١٢٣٤٥٦", Detail.PHONE, "٠٤٧٠١٢٣٤٥٦"),
    ("mail lisa.p+x@example.org.", Detail.EMAIL, "lisa.p+x@example.org"),
    ("lisa (at) example.org", Detail.EMAIL, "lisa (at) example.org"),
    ("nr 85.07.30-033.28", Detail.NATIONAL_NUMBER, "85.07.30-033.28"),
    ("nr 85073003328", Detail.NATIONAL_NUMBER, "85073003328"),
    ("nr 85.07.30-033.29", Detail.NATIONAL_NUMBER, "85.07.30-033.29"),  # mistyped, and no doubt about what it is
    ("bis 98472899765", Detail.NATIONAL_NUMBER, "98472899765"),
    ("BE68 5390 0754 7034 is van mij", Detail.BANK_ACCOUNT, "BE68 5390 0754 7034"),
    ("stort op be68539007547034.", Detail.BANK_ACCOUNT, "be68539007547034"),
    ("000-0000000-97", Detail.BANK_ACCOUNT, "000-0000000-97"),
    ("volg @lisa.b. op tiktok", Detail.SOCIAL, "@lisa.b"),
    ("snap: lisa_x", Detail.SOCIAL, "lisa_x"),
    ("mijn insta is lisa.x ok", Detail.SOCIAL, "lisa.x"),
    ("zie https://example.org/a?b=c).", Detail.LINK, "https://example.org/a?b=c"),
    ("www.example.org/lisa", Detail.LINK, "www.example.org/lisa"),
    ("op example.be staat het", Detail.LINK, "example.be"),
    ("discord.gg/abc", Detail.LINK, "discord.gg/abc"),
    ("Mijn naam is Lisa Van de Velde en ik", Detail.NAME, "Lisa Van de Velde"),
    ("ik heet lisa en ik", Detail.NAME, "lisa"),
    ("My name’s Sam.", Detail.NAME, "Sam"),
    ("Je m’appelle Noor, et", Detail.NAME, "Noor"),
    ("Benim adım Ayşe ve", Detail.NAME, "Ayşe"),
    ("مرحبا اسمي نور وأنا", Detail.NAME, "نور"),
    ("казвам се Иван", Detail.NAME, "Иван"),
    ("мене звати Олена", Detail.NAME, "Олена"),
    ("أنا إسمي نور", Detail.NAME, "نور"),
    ("викат ми Иван", Detail.NAME, "Иван"),
    ("звати мене Олена", Detail.NAME, "Олена"),
    ("on m’appelle Momo", Detail.NAME, "Momo"),
    ("меня зовут Олег", Detail.NAME, "Олег"),
]


@pytest.mark.parametrize(("text", "kind", "words"), PERSONAL)
def test_it_is_found_and_nothing_around_it(text, kind, words):
    (found,) = personal_details(text)

    assert (found.kind, found.words) == (kind, words)
    assert without(text, [found]) == text.replace(words, GAP)


@pytest.mark.parametrize(("text", "kind", "words"), PERSONAL)
def test_emoji_and_letters_from_right_to_left_shift_nothing(text, kind, words):
    around = f"👩🏽‍🦱 مرحبا 🎉 {text} 🎉 שלום"
    (found,) = personal_details(around)

    assert around[found.start : found.end] == found.words == words


@pytest.mark.parametrize(
    "text",
    [
        "Er is geen bank op het plein, al sinds 2019.",
        "Op 05-06-2025 14 30 was het donker.",
        "Het was 35/100, en 1000 mensen.",
        "Op snapchat is er veel pesten en instagram is stom.",
        "Het was leuk.net niet te duur.",
        "Wij zijn met 25, van 12 tot 16 jaar, bel 112 of 1813.",
        "Ik heet niet iedereen welkom.",
        "Leerkracht @ school is streng",
        "9000 Gent, bus 3 om 16.05 en 17.05",
    ],
)
def test_ordinary_words_and_numbers_are_left_alone(text):
    assert personal_details(text) == []


def test_more_than_one_is_found_in_the_order_it_stands_there():
    text = "Ik heet Noor, bel 0470 12 34 56 of mail noor@example.org 😀"
    found = personal_details(text)

    assert [one.kind for one in found] == [Detail.NAME, Detail.PHONE, Detail.EMAIL]
    assert without(text, found) == "Ik heet …, bel … of mail … 😀"
    assert without(text, found[1:2]) == "Ik heet Noor, bel … of mail noor@example.org 😀"


PIECES = st.lists(st.one_of(st.sampled_from([text for text, *_rest in PERSONAL]), st.text(max_size=12)), max_size=6)
TEXTS = st.one_of(st.builds(" ".join, PIECES), st.builds("".join, PIECES))


@given(TEXTS)
def test_without_removes_all_that_was_found_and_nothing_else(text):
    found = personal_details(text)
    rest, position = [], 0
    for one in found:
        assert one.start >= position  # nothing overlaps
        assert text[one.start : one.end] == one.words
        rest.append(text[position : one.start])
        position = one.end
    rest.append(text[position:])

    assert without(text, found) == GAP.join(rest)


@given(TEXTS)
def test_nothing_is_left_to_find_afterwards(text):
    assert personal_details(without(text, personal_details(text))) == []


@pytest.mark.parametrize("text", ["a.", "a@", "0 ", "BE68 ", "snap ", "mijn naam is ", "+", "@a", "a-", "http://"])
def test_long_and_nasty_words_take_no_time(text):
    personal_details(text * 1000)  # a pattern that tries everything would not end
