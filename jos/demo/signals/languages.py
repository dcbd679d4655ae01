"""What is said in other languages than Dutch, as it was written. Without `about` it belongs to no dossier."""

from dataclasses import dataclass

from signals.enums import SignalKind

CONCERN, IDEA, WORKS_WELL = SignalKind.CONCERN, SignalKind.IDEA, SignalKind.WORKS_WELL
DARK, CLUBS, BUS, POLICE = (
    "Het pleintje van Spoorpoort is 's avonds pikdonker",
    "Sportclubs zijn te duur voor grote gezinnen",
    "Na acht uur rijdt er geen bus naar de Zoutkaai",
    "Drie keer per week gecontroleerd in Spoorpoort",
)
HOMEWORK, PAPERS, ROOM, WAITING = (
    "Geen hulp bij huiswerk in Spoorpoort",
    "Afspraak maken kan alleen online",
    "Geen kot en geen kamer onder de vijfhonderd euro",
    "Vijf maanden wachten op een gesprek",
)


@dataclass(frozen=True)
class Other:
    language: str
    kind: SignalKind
    theme: str
    text: str
    about: str = ""  # the title of a pattern


OTHERS = (
    Other("tr", CONCERN, "safety", "Akşam altıdan sonra meydandan geçmeye korkuyorum, lambalar hep bozuk.", DARK),
    Other("tr", CONCERN, "safety", "Tünelde ışık yok, ablam her gün beni bekliyor.", DARK),
    Other("tr", CONCERN, "free-time", "Futbol kulübü çok pahalı, biz evde dört kardeşiz.", CLUBS),
    Other("tr", CONCERN, "papers", "Annem bilgisayar bilmiyor, bütün randevuları ben alıyorum.", PAPERS),
    Other("tr", CONCERN, "school", "Annemle babam Hollandaca bilmiyor, ödevde kimse yardım edemiyor.", HOMEWORK),
    Other("tr", IDEA, "free-time", "Pazar günü de açık bir yer olsa çok güzel olur."),
    Other("tr", IDEA, "places", "Parka ping pong masası koyun lütfen 🏓"),
    Other("tr", WORKS_WELL, "free-time", "Gençlik evindeki ablalar çok iyi, her cuma gidiyoruz."),
    Other(
        "tr", CONCERN, "school", "Teneffüste Türkçe konuştum diye ceza aldım.", "Alleen Nederlands op de speelplaats"
    ),
    Other(
        "tr", CONCERN, "transport", "Otobüs sabah hep dolu, okula geç kalıyorum.", "Bus naar school te vol en te laat"
    ),
    Other("ar", CONCERN, "safety", "الساحة مظلمة جدا في المساء وأخاف أن أمشي وحدي.", DARK),
    Other("ar", CONCERN, "police", "الشرطة توقفني دائما بدون سبب وأنا فقط ذاهب إلى المدرسة.", POLICE),
    Other("ar", CONCERN, "papers", "أنا أترجم لأمي دائما وأغيب عن المدرسة.", PAPERS),
    Other("ar", CONCERN, "housing", "نبحث عن بيت منذ سنة ولا أحد يجيب عندما يسمعون اسمنا.", ROOM),
    Other(
        "ar",
        IDEA,
        "free-time",
        "نريد وقتا للبنات فقط في القاعة الرياضية.",
        "Geen meisjesuren in de sporthal van Torenkwartier",
    ),
    Other("ar", WORKS_WELL, "school", "معلمة اللغة تساعدني كثيرا بعد الدرس، شكرا لها."),
    Other("ar", CONCERN, "wellbeing", "لا أنام جيدا وأفكر كثيرا ولا أعرف مع من أتكلم.", WAITING),
    Other("ar", IDEA, "places", "ضعوا مقاعد تحت الأشجار من فضلكم."),
    Other("ar", CONCERN, "transport", "لا يوجد باص بعد الثامنة مساء ونمشي ساعة كاملة.", BUS),
    Other(
        "fr",
        CONCERN,
        "transport",
        "Le dernier bus part à 20h05 et mon entraînement finit à 20h30. Je rentre à pied.",
        BUS,
    ),
    Other("fr", CONCERN, "police", "On me contrôle trois fois par semaine, toujours les mêmes policiers.", POLICE),
    Other("fr", CONCERN, "housing", "Je cherche une chambre depuis 5 mois, tout est à 600 euros.", ROOM),
    Other("fr", CONCERN, "wellbeing", "J'attends depuis l'été pour parler à quelqu'un. C'est long.", WAITING),
    Other(
        "fr",
        CONCERN,
        "discrimination",
        "Refusé à l'entrée encore samedi, mes potes blancs sont rentrés.",
        "Geen toegang tot de dancing met een donkere huid",
    ),
    Other(
        "fr",
        IDEA,
        "places",
        "Un toit et deux bancs près du terrain de basket, ça serait top.",
        "Nergens droog zitten aan de Kleine Ham",
    ),
    Other("fr", WORKS_WELL, "free-time", "L'atelier du mercredi est trop bien, on fait ce qu'on veut !"),
    Other(
        "fr",
        CONCERN,
        "school",
        "Je parle français à la récré et ça va, mais mes amis en arabe sont punis. C'est pas juste.",
        "Alleen Nederlands op de speelplaats",
    ),
    Other("fr", CONCERN, "work", "J'ai envoyé 30 CV et aucune réponse."),
    Other(
        "bg",
        CONCERN,
        "housing",
        "Вкъщи има мухъл и брат ми кашля цяла нощ.",
        "Schimmel in de blokken van Populierenhof",
    ),
    Other("bg", CONCERN, "school", "Не разбирам домашното и няма кой да ми помогне.", HOMEWORK),
    Other("bg", CONCERN, "papers", "Превеждам на мама на гишето и пропускам училище.", PAPERS),
    Other("bg", CONCERN, "free-time", "Искам да играя футбол, но таксата е много скъпа.", CLUBS),
    Other(
        "bg",
        IDEA,
        "places",
        "Може ли повече люлки и нещо за по-големите деца?",
        "Speeltuin Rozenakker is alleen voor kleuters",
    ),
    Other("bg", WORKS_WELL, "school", "В съботното училище е много хубаво и има палачинки 😊"),
    Other(
        "bg", CONCERN, "online", "Нямаме интернет вкъщи и не мога да си пратя задачите.", "Geen wifi waar jongeren zijn"
    ),
    Other("bg", CONCERN, "transport", "До нас няма автобус вечер.", BUS),
    Other("uk", CONCERN, "wellbeing", "Я сумую за домом і мені немає з ким поговорити українською.", WAITING),
    Other("uk", CONCERN, "school", "У класі я нічого не розумію, а питати соромно.", HOMEWORK),
    Other(
        "uk",
        IDEA,
        "free-time",
        "Було б класно мати волейбол для дівчат щотижня.",
        "Geen meisjesuren in de sporthal van Torenkwartier",
    ),
    Other("uk", WORKS_WELL, "free-time", "В Українському домі по суботах варимо борщ і співаємо. Дякую!"),
    Other("uk", CONCERN, "transport", "Автобус увечері не їздить, іду пішки дорогою без тротуару.", BUS),
    Other("uk", CONCERN, "papers", "Мама не може записатися, бо все тільки в інтернеті нідерландською.", PAPERS),
    Other("uk", CONCERN, "work", "Я маю диплом кухаря, але тут його не визнають. Мені 20."),
    Other("uk", IDEA, "places", "Поставте, будь ласка, столи для шахів у парку."),
    Other(
        "en",
        CONCERN,
        "housing",
        "I moved here for my studies and every landlord says no when they hear my accent.",
        ROOM,
    ),
    Other("en", CONCERN, "wellbeing", "Waiting list of five months just to talk to someone. That is not ok.", WAITING),
    Other(
        "en",
        CONCERN,
        "discrimination",
        "They let my friends in but not me. Same shoes, same age.",
        "Geen toegang tot de dancing met een donkere huid",
    ),
    Other(
        "en",
        IDEA,
        "free-time",
        "Open the music rooms at night, we will clean up after.",
        "Niets voor wie ouder is dan zestien in Hoge Kouter",
    ),
    Other("en", WORKS_WELL, "free-time", "The basketball nights are the best thing in this town fr 🏀"),
    Other("en", CONCERN, "papers", "All the forms are in Dutch and the website translation is nonsense.", PAPERS),
    Other("en", CONCERN, "transport", "Missed my shift twice because the bus just did not come.", BUS),
    Other("en", WORKS_WELL, "places", "Somebody fixed the lights on the path, finally feels safe."),
)
