import pytest
from django.core.exceptions import ValidationError

from organisations.models import Organisation
from tests.builders import make_neighbourhood, make_offer, make_organisation


@pytest.mark.django_db
def test_a_wrong_company_number_is_refused_with_what_a_right_one_looks_like():
    with pytest.raises(ValidationError, match=r"0400\.378\.485"):
        make_organisation(company_number="0400378486").full_clean()


@pytest.mark.django_db
def test_languages_are_searched_by_code():
    make_organisation("A", languages=["nl", "tr"])
    make_organisation("B", languages=["nl"])
    assert [o.name for o in Organisation.objects.filter(languages__contains=",tr,")] == ["A"]
    assert Organisation.objects.get(name="A").languages == ["nl", "tr"]


@pytest.mark.django_db
def test_history_says_who(staff):
    offer = make_offer(make_organisation(), make_neighbourhood())
    offer.title = "Ander"
    offer.save_by(staff)
    assert offer.history.first().history_user == staff
