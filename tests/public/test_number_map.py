from jos.public.number_map import draw
from neighbourhoods.models import Neighbourhood


def area(pk: int, left: int, size: int = 100, path: str = "M0 0z") -> Neighbourhood:
    return Neighbourhood(pk=pk, name=f"Wijk {pk}", path=path, box=[left, 0, left + size, size], label_y=size / 2)


def test_the_map_holds_the_whole_city_and_a_margin():
    assert draw([area(1, 0), area(2, 100)], {}).view_box == "-4 -4 208 108"


def test_the_most_is_the_sunniest_and_nothing_has_no_colour():
    spots = draw([area(1, 0), area(2, 100), area(3, 200)], {1: 20, 2: 1}).spots

    assert [(spot.number, spot.step) for spot in spots] == [(20, 4), (1, 1), (0, 0)]


def test_numbers_fit_in_small_neighbourhoods():
    large, small = draw([area(1, 0, 1000), area(2, 1000, 20)], {}).spots

    assert large.letters > small.letters
    assert small.letters <= 10


def test_without_borders_there_is_no_map():
    assert draw([area(1, 0, path="")], {1: 5}).spots == ()
