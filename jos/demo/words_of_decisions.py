"""What people of the demo city wrote down about priority: reasons, doubts, comments, and plain words for everybody."""

from dataclasses import dataclass

from neighbourhoods.enums import DecisionStage, Stance

REASONS = (
    "Veel jongeren op weinig ruimte, en weinig plekken om samen te komen.",
    "De vier functies zijn hier niet in één hand. Jongeren moeten te vaak van deur naar deur.",
    "Jongeren en scholen geven al twee jaar dezelfde signalen: na 18 uur is er niets.",
    "De cijfers en de gesprekken in de wijk wijzen dezelfde kant op. Wij kiezen ervoor om hier eerst te investeren.",
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
    12: "In de cijfers staat de wijk bijna onderaan. Maar sinds de zomer wonen er 300 gezinnen in de nieuwe blokken "
    "aan de molen, en die staan nog in geen enkele telling. Wij wachten niet tot de cijfers volgen.",
    13: "In de cijfers staat de wijk in het midden. Scholen en straatwerkers melden er al een jaar hetzelfde: jongeren "
    "met zorgen vinden er niemand. Dat staat in geen enkel cijfer.",
}
DISSENT = {
    12: "Twee leden van de stuurgroep willen eerst de telling van januari zien.",
    5: "De sportraad vindt dat Weverij eerst komt, omdat daar nog geen jeugdhuis is.",
}
REPLACED = 7  # by a newer decision, with other reasons
PLAIN_WORDS = {
    5: "In Kleine Ham wonen veel kinderen en jongeren dicht op elkaar. Veel gezinnen komen er moeilijk rond. Voor "
    "sport of spel moet je nu de wijk uit. Daarom zet de stad hier eerst mensen en geld in. Over een jaar kijken "
    "we samen of het helpt.",
    7: "In Spoorpoort groeien meer jongeren op in een gezin met weinig geld dan in eender welke andere wijk. Wie hulp "
    "zoekt, wacht er te lang. De stad en haar partners spraken af om hier eerst te werken aan een brug naar school "
    "en werk.",
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
        "Weverij staat al drie jaar bij de eerste wijken in de cijfers, en had nog nooit voorrang.",
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
        why="Dat plein komt er, ook zonder voorrang.",
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
        "Onze straatwerkers komen er al. Alleen kunnen wij het niet.",
        15,
    ),
)
