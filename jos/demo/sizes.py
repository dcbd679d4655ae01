"""How large the demo city is. The bench asks for larger ones."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    neighbourhoods: int = 25
    organisations: int = 60
    offers: int = 300
    partnerships: int = 6
    circles: int = 4
    signals: int = 1_500
    dossiers: int = 60

    def times(self, scale: int) -> "Sizes":
        return Sizes(
            neighbourhoods=self.neighbourhoods * scale,
            organisations=self.organisations * scale,
            offers=self.offers * scale,
            partnerships=self.partnerships * scale,
            circles=self.circles * scale,
            signals=self.signals * scale,
            dossiers=self.dossiers * scale,
        )


CITY = Sizes()
METROPOLIS = CITY.times(10)
REGION = Sizes(neighbourhoods=500, organisations=5_000, offers=50_000, partnerships=300, circles=80)
