"""The themes a new installation begins with. Staff change them, and add their own."""

from signals.models import Theme


def write_standard_themes() -> None:
    """In an installation that has no themes yet."""
    if Theme.objects.exists():
        return
    for place, theme in enumerate(_standard_themes(), start=1):
        theme.position = place * 10
        theme.save_by(None)


def _standard_themes() -> list[Theme]:
    """Each with the working days a city service has for it (R8), in the order in which young people see them."""
    # fmt: off
    return [
        _theme("places", 40, "Plekken in de buurt", en="Places near you", tr="Mahalledeki yerler",
               ar="أماكن في الحي", fr="Lieux du quartier", bg="Места в квартала", uk="Місця в районі"),
        _theme("free-time", 40, "Vrije tijd en sport", en="Free time and sport", tr="Boş zaman ve spor",
               ar="وقت الفراغ والرياضة", fr="Loisirs et sport", bg="Свободно време и спорт", uk="Дозвілля та спорт"),
        _theme("school", 40, "School", en="School", tr="Okul",
               ar="المدرسة", fr="École", bg="Училище", uk="Школа"),
        _theme("work", 60, "Werk en geld", en="Work and money", tr="İş ve para",
               ar="العمل والمال", fr="Travail et argent", bg="Работа и пари", uk="Робота і гроші"),
        _theme("housing", 60, "Wonen", en="Housing", tr="Konut",
               ar="السكن", fr="Logement", bg="Жилище", uk="Житло"),
        _theme("wellbeing", 20, "Me goed voelen", en="Feeling well", tr="Kendimi iyi hissetmek",
               ar="أن أشعر بالراحة", fr="Me sentir bien", bg="Да се чувствам добре", uk="Гарне самопочуття"),
        _theme("safety", 20, "Veilig zijn", en="Being safe", tr="Güvende olmak",
               ar="الأمان", fr="Être en sécurité", bg="Да съм в безопасност", uk="Безпека"),
        _theme("police", 30, "Politie", en="Police", tr="Polis",
               ar="الشرطة", fr="Police", bg="Полиция", uk="Поліція"),
        _theme("discrimination", 30, "Racisme en uitsluiting", en="Racism and exclusion", tr="Irkçılık ve dışlanma",
               ar="العنصرية والإقصاء", fr="Racisme et exclusion", bg="Расизъм и изключване", uk="Расизм і виключення"),
        _theme("transport", 60, "Vervoer en verkeer", en="Transport and traffic", tr="Ulaşım ve trafik",
               ar="النقل والمرور", fr="Transports et circulation", bg="Транспорт и движение", uk="Транспорт і рух"),
        _theme("online", 40, "Online", en="Online", tr="İnternet",
               ar="الإنترنت", fr="En ligne", bg="Онлайн", uk="Онлайн"),
        _theme("papers", 40, "Papieren en diensten", en="Papers and services", tr="Belgeler ve kurumlar",
               ar="الأوراق والخدمات", fr="Papiers et services", bg="Документи и служби", uk="Документи та служби"),
        _theme("home", 20, "Thuis", is_sensitive=True, en="At home", tr="Evde",
               ar="في البيت", fr="À la maison", bg="Вкъщи", uk="Вдома"),
        _theme("violence", 10, "Geweld of misbruik", is_sensitive=True, en="Violence or abuse",
               tr="Şiddet veya istismar", ar="العنف أو الإساءة", fr="Violence ou abus",
               bg="Насилие или злоупотреба", uk="Насильство"),
        _theme("other", 40, "Iets anders", en="Something else", tr="Başka bir şey",
               ar="شيء آخر", fr="Autre chose", bg="Нещо друго", uk="Щось інше"),
    ]
    # fmt: on


def _theme(slug: str, term_days: int, name: str, *, is_sensitive: bool = False, **names: str) -> Theme:
    """`names`: in the other languages, by their code."""
    return Theme(slug=slug, term_days=term_days, name=name, is_sensitive=is_sensitive, names=names)
