"""Standard replies: what the youth service starts from, and mostly changes."""

from signals.enums import ReplyKind

STANDARD_REPLIES = (
    ("Waar juist?", ReplyKind.QUESTION, "Dank je wel voor je bericht! Op welke plek is dat juist? Dan gaan we kijken."),
    (
        "Wanneer gebeurt het?",
        ReplyKind.QUESTION,
        "Goed dat je dit zegt. Gebeurt dit elke dag, of vooral op vaste uren?",
    ),
    (
        "Ben je nu veilig?",
        ReplyKind.QUESTION,
        "Dank je dat je dit vertelt. Ben je nu veilig? Is er gevaar, bel dan 112. We lezen hier elke werkdag mee.",
    ),
    ("Nog anderen?", ReplyKind.QUESTION, "Bedankt! Zijn er nog anderen die dit vinden? Je moet geen namen geven."),
    (
        "Naar een gesprek",
        ReplyKind.REFERRAL,
        "Dank je om dit te vertellen. Bij Jongerenadvies Open Raam is er elke dag iemand die luistert, zonder "
        "afspraak en gratis.",
    ),
    (
        "Naar het Sociaal Huis",
        ReplyKind.REFERRAL,
        "Daar kan het Sociaal Huis je mee helpen. Op woensdag mag je zonder afspraak komen, en er is een tolk.",
    ),
    (
        "Naar Jobhuis Jong",
        ReplyKind.REFERRAL,
        "Bij Jobhuis Jong zit iemand die je rechten als jobstudent kent. Je mag gewoon binnenlopen.",
    ),
    (
        "Compliment doorgegeven",
        ReplyKind.REFERRAL,
        "Dank je! Wat goed werkt, vertellen we graag verder. We gaven je woorden door.",
    ),
    (
        "Daar gaat de stad niet over",
        ReplyKind.NOT_TAKEN_UP,
        "Hierover kan de stad niet beslissen. Wie het wel kan: …",
    ),
    (
        "Te weinig om mee verder te gaan",
        ReplyKind.NOT_TAKEN_UP,
        "We snappen niet goed wat je bedoelt. Schrijf gerust opnieuw, met een beetje meer uitleg.",
    ),
    (
        "Andere stad",
        ReplyKind.NOT_TAKEN_UP,
        "Dit gaat over een andere stad. Die heeft een eigen jeugddienst, en daar luisteren ze ook.",
    ),
    (
        "Dit bestaat al",
        ReplyKind.NOT_TAKEN_UP,
        "Goed nieuws: dat bestaat al! Je vindt het op de pagina 'Iets te doen', bij je wijk.",
    ),
)
