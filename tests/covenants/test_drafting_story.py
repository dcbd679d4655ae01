"""The story of a covenant: who changed what."""

import pytest
from django.utils.functional import Promise

from covenants.drafting.story import PARTS
from covenants.models import AgreedHours, Covenant
from jos.shared.audit import UNTOLD
from organisations.enums import Function


@pytest.mark.parametrize("model", [Covenant, *PARTS])
def test_all_that_the_story_tells_has_a_name_that_is_translated(model):
    untold = UNTOLD.union(getattr(model, "story_without", ()), {"covenant"})
    told = [field for field in model._meta.fields if field.name not in untold]
    assert [field.name for field in told if not isinstance(field.verbose_name, Promise)] == []


@pytest.mark.parametrize(
    ("hours", "says"), [("6.00", "free time · 6"), ("3.50", "free time · 3.5"), (10, "free time · 10")]
)
def test_hours_are_named_as_people_write_them(hours, says):
    assert str(AgreedHours(function=Function.FREE_TIME, hours_per_week=hours)) == says
