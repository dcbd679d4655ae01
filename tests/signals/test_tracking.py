import pytest

from signals import tracking


def test_a_code_is_twelve_characters_that_cannot_be_mistaken():
    code = tracking.new_code()

    assert len(code) == 12
    assert set(code) <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    assert code != tracking.new_code()


@pytest.mark.parametrize(
    "typed", ["K7Q2MX4T01Z9", "k7q2-mx4t-o1z9", " K7Q2 MX4T 0LZ9 ", "k7q2mx4toiz9", "K٧Q٢MX٤T٠١Z٩"]
)
def test_a_code_is_read_as_people_type_it(typed):
    assert tracking.read(typed) == "K7Q2MX4T01Z9"


def test_a_code_is_shown_in_groups():
    assert tracking.in_groups("K7Q2MX4T01Z9") == "K7Q2-MX4T-01Z9"


def test_only_the_code_itself_opens():
    hashed = tracking.hash_code("K7Q2MX4T01Z9")

    assert "K7Q2" not in hashed
    assert tracking.is_code("K7Q2MX4T01Z9", hashed)
    assert not tracking.is_code("K7Q2MX4T01Z8", hashed)


def test_where_there_is_no_code_none_opens():
    assert not tracking.is_code("K7Q2MX4T01Z9", "")
    assert not tracking.is_code("", "")
