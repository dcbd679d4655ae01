import datetime

import pytest
from django.utils import translation

from jos.shared.time import in_words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "3 november 2026"),
        ("en", "3 November 2026"),
        ("tr", "3 Kasım 2026"),
        ("ar", "3 نوفمبر 2026"),
        ("fr", "3 novembre 2026"),
        ("bg", "3 ноември 2026"),
        ("uk", "3 листопада 2026"),
    ],
)
def test_a_day_is_written_as_people_write_it(language, words):
    with translation.override(language):
        assert in_words(datetime.date(2026, 11, 3)) == words
