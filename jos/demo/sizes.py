"""How large the demo city is. The bench asks for larger ones."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Sizes:
    neighbourhoods: int = 25
    organisations: int = 60
    offers: int = 300
    partnerships: int = 6
    circles: int = 4
    signals: int = 1_500
    dossiers: int = 60
    covenants: int = 30

    def times(self, scale: int) -> "Sizes":
        return Sizes(
            neighbourhoods=self.neighbourhoods * scale,
            organisations=self.organisations * scale,
            offers=self.offers * scale,
            partnerships=self.partnerships * scale,
            circles=self.circles * scale,
            signals=self.signals * scale,
            dossiers=self.dossiers * scale,
            covenants=self.covenants * scale,
        )


CITY = Sizes()
# With more signals and covenants than anybody reads in a demo.
BUSY_CITY = replace(CITY, signals=10_000, dossiers=200, covenants=300)
METROPOLIS = replace(CITY.times(10), signals=100_000, dossiers=1_000, covenants=600)
REGION = Sizes(
    neighbourhoods=500,
    organisations=5_000,
    offers=50_000,
    partnerships=300,
    circles=80,
    signals=1_000_000,
    dossiers=5_000,
    covenants=1_200,
)
