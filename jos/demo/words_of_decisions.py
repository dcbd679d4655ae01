"""What people of the demo city wrote down about priority: reasons, doubts, comments, and plain words for everybody."""

from dataclasses import dataclass

from neighbourhoods.enums import DecisionStage, Stance

REASONS = (
    "Veel jongeren op weinig ruimte, en weinig plekken om samen te komen.",
    "De vier functies werken hier nog niet samen. Jongeren moeten te vaak van deur naar deur.",
    "Jongeren en scholen zeggen al twee jaar hetzelfde: na 18 uur is er niets.",
    "De cijfers en de gesprekken in de wijk wijzen dezelfde kant op. Daarom investeren we hier eerst.",
    "De wijk groeit snel en het aanbod volgt niet.",
)
OWN_REASONS = {  # by neighbourhood, from the centre outwards
    12: "Aan de molen komt een hele nieuwe buurt. We willen er zijn voor de jongeren, niet vijf jaar later.",
    13: "Het jeugdwerk staat hier alleen. Er is vrije tijd, maar niemand die jongeren verder helpt.",
}
CIRCLE_REASONS = "Jongeren bewegen hier de hele dag tussen station, school en markt. Eén wijk alleen lost dit niet op."
EARLIER_REASONS = "Het jongerencentrum aan het station sloot de deuren. Er kwam niets in de plaats."
DECIDERS = ("College van burgemeester en schepenen", "Stuurgroep jeugdwelzijn", "Gemeenteraad")

AGAINST = {
    12: "Volgens de cijfers is de nood hier klein. Maar sinds de zomer wonen er 300 gezinnen in de nieuwe blokken aan "
    "de molen, en die staan nog in geen enkele telling. We wachten niet tot de cijfers volgen.",
    13: "In de cijfers staat de wijk in het midden. Scholen en straatwerkers melden er al een jaar hetzelfde: jongeren "
    "met zorgen vinden er niemand. Dat staat in geen enkel cijfer.",
}
DISSENT = {
    12: "Twee leden van de stuurgroep willen eerst de telling van januari zien.",
    5: "De sportraad vindt dat Weverij moet voorgaan, omdat daar nog geen jeugdhuis is.",
}
REPLACED = 7  # by a newer decision, with other reasons
PLAIN_WORDS = {
    5: "In Kleine Ham wonen veel kinderen en jongeren, en er is weinig ruimte. Veel gezinnen moeten elke euro tellen. "
    "Voor sport of spel moet je nu de wijk uit. Daarom zet de stad hier eerst mensen en geld in. Na drie jaar kijken "
    "we samen of het geholpen heeft.",
    7: "In Spoorpoort moeten veel gezinnen elke euro tellen, en wie hulp zoekt, wacht te lang. Jongeren vroegen vooral "
    "iemand die meegaat naar school of naar werk. De stad en haar partners spraken af om die brug hier eerst te "
    "bouwen.",
}


@dataclass(frozen=True)
class Idea:
    """A neighbourhood that somebody wants to come first, and how far that got."""

    number: int
    stage: DecisionStage
    reasons: str
    months_ago: int
    comments_until: int | None = None  # days from today
    why: str = ""  # it went no further


IDEAS = (
    Idea(
        22,
        DecisionStage.PROPOSAL,
        "In Schipperskouter is er niets voor jongeren, en de nieuwe verkaveling is bijna vol.",
        months_ago=1,
    ),
    Idea(
        6,
        DecisionStage.CONSULTATION,
        "Weverij staat al drie jaar vooraan in de cijfers, en kreeg nog nooit prioriteit.",
        months_ago=1,
        comments_until=17,
    ),
    Idea(
        9,
        DecisionStage.CONSULTATION,
        "In Rozenakker ontbreekt vrije tijd. Daardoor vinden jongeren de weg naar de rest ook niet.",
        months_ago=2,
        comments_until=-4,
    ),
    Idea(
        20,
        DecisionStage.WITHDRAWN,
        "Ouders vroegen al lang een speelplein in Westmeers. Kinderen spelen er nu op straat.",
        months_ago=7,
        why="Dat speelplein komt er, ook zonder prioriteit.",
    ),
)


@dataclass(frozen=True)
class Comment:
    number: int  # of the neighbourhood it is about
    mailbox: str  # of who wrote it
    on_behalf_of: str
    stance: Stance
    text: str
    days_ago: int


COMMENTS = (
    Comment(
        6,
        "huis",
        "Jeugdhuis De Kaaihal",
        Stance.AGREE,
        "Wij zien elke week jongeren uit Weverij bij ons in Lakenhof. Dichter bij huis zou beter zijn.",
        9,
    ),
    Comment(
        6,
        "zelforganisatie",
        "Moeders aan Zet",
        Stance.OTHER,
        "Goed, maar begin met de meisjes: voor hen is er nu helemaal niets na school.",
        6,
    ),
    Comment(
        6,
        "dienst",
        "Sportdienst Lindermonde",
        Stance.DISAGREE,
        "De sporthal van Weverij gaat volgend jaar weer open. Wacht met geld tot die er is.",
        2,
    ),
    Comment(
        9,
        "twee",
        "Straatkracht",
        Stance.AGREE,
        "Onze straatwerkers komen er al. In ons eentje lukt het niet.",
        15,
    ),
)
