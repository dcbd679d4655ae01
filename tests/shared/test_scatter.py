import itertools

import pytest

from jos.shared.scatter import NARROW, WIDE, Dot, Scatter, _dot, _name, _touch


def scatter(*places: tuple[float, float], **fields) -> Scatter:
    dots = tuple(
        Dot(f"d{number}", f"Wijk nummer {number}", f"/{number}/", f"{x} and {y}", x, y, **fields)
        for number, (x, y) in enumerate(places)
    )
    return Scatter("a", "Need", "", "hours", "score", dots, 10, 0, (("a", "b"),) * 4)


def test_a_dot_lies_further_right_and_higher_the_more_there_is():
    low, high = scatter((2, -1), (20, 1)).spots
    assert low.left < high.left
    assert low.top > high.top


def test_nothing_lies_at_the_left_and_never_outside():
    spots = scatter((0, 5), (1_000, -5)).spots
    assert [spot.left for spot in spots] == [4.0, 96.0]
    assert all(0 < spot.top < 100 for spot in spots)


def test_where_all_are_equal_it_is_drawn_too():
    assert len(scatter((0, 0), (0, 0), (0, 0)).spots) == 3
    assert len(scatter((3, 0)).x_ticks) >= 2


@pytest.mark.parametrize("count", [3, 25, 250])
def test_names_cover_no_other_name_and_no_dot(count):
    spots = scatter(*((number * 37 % 101, number * 53 % 89) for number in range(count))).spots
    for shown, sizes in ((("always",), NARROW + WIDE), (("always", "wide"), WIDE)):
        named = [spot for spot in spots if spot.shown in shown]
        assert named or count > 100
        for size in sizes:
            names = [_name(spot, size) for spot in named]
            assert not any(_touch(*pair) for pair in itertools.combinations(names, 2))
            for spot, name in zip(named, names, strict=True):
                assert not any(_touch(name, _dot(each, size)) for each in spots if each is not spot)
                assert 0 <= name[0] < name[2] <= size[0]


def test_what_matters_is_named_first_and_drawn_last():
    crowd = [(5, 5), (5.1, 5), (5, 5.1)]
    dots = (*scatter(*crowd).dots[:2], *scatter(*crowd, is_important=True).dots[2:])
    drawn = Scatter("a", "Need", "", "hours", "score", dots, 10, 0, (("a", "b"),) * 4).spots
    assert drawn[-1].dot.key == "d2"
    assert drawn[-1].shown == "always"


def test_the_first_corner_is_the_finding():
    corners = scatter((1, 1)).named_corners
    assert [corner.is_important for corner in corners] == [True, False, False, False]
    assert [corner.anchor for corner in corners] == ["start", "end", "start", "end"]
