import pytest

from signals.watchful.danger import WORDS, mentions_danger


@pytest.mark.parametrize(
    "text",
    [
        "Ik wil echt dood",
        "ZELFMOORD",
        "Hij slaat mij altijd.",
        "gisteren heeft hij me niet geslagen maar vroeger sloeg hij me",
        "ik durf niet naar huis",
        "Ze willen dat ik ga, ik moet trouwen",
        "I want to die",
        "he hits me",
        "J’ai envie de mourir",
        "on m'a violée",
        "İNTİHAR",
        "babam beni dövüyor",
        "أريد أن أموت",
        "فكرت بالانتحار",
        "لا أريد أن أعيش",
        "искам да умра",
        "удря ме вкъщи",
        "б’є мене",
        "я не хочу жити",
        "боюся йти додому",
        "je ne veux plus vivre",
        "eve gitmeye korkuyorum",
        "er was er een met een mes",
        "he has a gun",
        "він був з ножем",
    ],
)
def test_words_of_danger_are_seen_in_every_language(text):
    assert mentions_danger(text)


@pytest.mark.parametrize(
    "text",
    [
        "Er is geen bank op het plein.",
        "De mesthoop stinkt",
        "wij rapen soms zelf op",
        "Wij slapen me vijf op een kamer",
        "Het is dodelijk saai",
        "Ik wil een plek",
        "arme mensen",
        "Refusé à l'entrée samedi, mes potes sont rentrés.",
        "Tünelde ışık yok, ablam her gün beni bekliyor.",
        "Тут гірше, ніж у парку.",
        "",
        "🎉",
    ],
)
def test_ordinary_words_are_none(text):
    assert not mentions_danger(text)


def test_every_word_of_the_list_is_seen_in_a_sentence():
    missed = [words for words in WORDS if not mentions_danger(f"Ja, {words.replace('*', '')}!")]

    assert not missed
