"""Files of real cities, which lie beside the project and never in it."""

import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data"


def real_file(name: str) -> bytes:
    if not FOLDER.exists():
        pytest.skip(f"no real data: {FOLDER} is absent")
    return (FOLDER / name).read_bytes()


def real_geojson(name: str) -> dict:
    return json.loads(real_file(name).decode("utf-8-sig"))
