"""Photos for signals: drawn, as no real place or person belongs in a demo."""

import io
from collections.abc import Callable

from PIL import Image, ImageDraw

SIZE = (480, 360)
SKY, DUSK, GRASS, STONE, WOOD, METAL, LIGHT, DARK = (
    "#a9cbe0", "#2b3550", "#7fa56a", "#b9b2a7", "#8a5a38", "#5d6670", "#f6d365", "#1d2333",
)  # fmt: skip


def _ground(draw: ImageDraw.ImageDraw, sky: str, ground: str) -> None:
    draw.rectangle((0, 0, 480, 230), fill=sky)
    draw.rectangle((0, 230, 480, 360), fill=ground)


def _bench(draw: ImageDraw.ImageDraw) -> None:
    _ground(draw, SKY, GRASS)
    for top in (150, 175, 200):
        draw.rectangle((110, top, 370, top + 14), fill=WOOD)
    draw.polygon(((250, 145), (262, 145), (240, 215), (228, 215)), fill=SKY)  # broken
    draw.rectangle((95, 232, 385, 248), fill=WOOD)
    for left in (125, 345):
        draw.rectangle((left, 248, left + 12, 300), fill=METAL)


def _lamp(draw: ImageDraw.ImageDraw) -> None:
    _ground(draw, DUSK, DARK)
    draw.rectangle((232, 60, 244, 300), fill=METAL)
    draw.ellipse((205, 40, 271, 78), fill="#3c4764", outline=METAL, width=4)
    draw.line((215, 45, 262, 74), fill=LIGHT, width=3)


def _hoop(draw: ImageDraw.ImageDraw) -> None:
    _ground(draw, SKY, STONE)
    draw.rectangle((230, 90, 246, 310), fill=METAL)
    draw.rectangle((160, 50, 320, 140), fill="#eeeeea", outline=METAL, width=5)
    draw.arc((200, 130, 290, 175), 20, 330, fill="#c8502d", width=7)


def _bin(draw: ImageDraw.ImageDraw) -> None:
    _ground(draw, SKY, GRASS)
    draw.polygon(((190, 160), (300, 160), (285, 310), (205, 310)), fill=METAL)
    for left, top, colour in (
        (180, 130, "#d9a441"),
        (225, 115, "#c8502d"),
        (270, 135, "#eeeeea"),
        (140, 300, "#eeeeea"),
    ):
        draw.ellipse((left, top, left + 50, top + 38), fill=colour)


def _tunnel(draw: ImageDraw.ImageDraw) -> None:
    _ground(draw, STONE, DARK)
    draw.pieslice((90, 50, 390, 410), 180, 360, fill=DARK)
    draw.rectangle((90, 230, 390, 360), fill="#141827")
    draw.ellipse((140, 315, 340, 350), fill="#3d5a78")


def _crossing(draw: ImageDraw.ImageDraw) -> None:
    _ground(draw, SKY, "#5a5d63")
    for left in range(40, 440, 70):
        draw.polygon(((left, 250), (left + 24, 250), (left - 4, 350), (left - 40, 350)), fill="#77797e")
    draw.rectangle((300, 130, 440, 232), fill="#c8502d")
    draw.rectangle((260, 165, 300, 232), fill="#d9a441")


DRAWINGS: dict[str, Callable[[ImageDraw.ImageDraw], None]] = {
    "bench": _bench, "lamp": _lamp, "hoop": _hoop, "bin": _bin, "tunnel": _tunnel, "crossing": _crossing,
}  # fmt: skip


def drawn(name: str) -> bytes:
    """As JPEG."""
    image = Image.new("RGB", SIZE)
    DRAWINGS[name](ImageDraw.Draw(image))
    content = io.BytesIO()
    image.save(content, "JPEG", quality=80)
    return content.getvalue()
