"""The latest of "You said, we did" for whoever follows it elsewhere: RSS and Atom, of the city or a neighbourhood."""

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.template.defaultfilters import linebreaks_filter
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import gettext as _

from jos.shared.addresses import full_address
from jos.shared.tables.cells import NOT_TEXT
from jos.shared.time import midnight
from neighbourhoods.models import Neighbourhood
from signals.models import Dossier
from signals.said.reading import public_dossiers, with_details
from signals.said.stands import stands

LATEST = 30


class SaidRss(Feed):
    """Addresses stand in it as in mails: with the portal's own, whatever name it was asked under."""

    feed_type: type[SyndicationFeed] = Rss201rev2Feed
    route = "said_feed_rss"

    def get_object(self, request: HttpRequest, neighbourhood: str = "") -> Neighbourhood | None:
        areas = Neighbourhood.objects.without_borders()
        return get_object_or_404(areas, slug=neighbourhood) if neighbourhood else None

    def title(self, area: Neighbourhood | None) -> str:
        return _("You said, we did: %(area)s") % {"area": area} if area else _("You said, we did")

    def description(self, area: Neighbourhood | None) -> str:
        return _("What young people said, what was done with it, and what not, and why.")

    subtitle = description

    def link(self, area: Neighbourhood | None) -> str:
        return full_address(reverse("said_here", args=[area.slug]) if area else reverse("said_and_done"))

    def feed_url(self, area: Neighbourhood | None) -> str:
        return full_address(reverse(self.route, args=[area.slug] if area else []))

    def items(self, area: Neighbourhood | None):
        return with_details(public_dossiers(area=area))[:LATEST]

    def item_title(self, dossier: Dossier) -> str:
        return NOT_TEXT.sub("", f"{dossier.title}: {stands(dossier).label}")

    def item_description(self, dossier: Dossier) -> str:
        """The words that were written for everybody, and the answer once it may be read."""
        texts = [_("You said:"), dossier.heard]
        if stands(dossier).has_answer:
            texts += [_("Our answer:"), dossier.answer]
        return linebreaks_filter(NOT_TEXT.sub("", "\n\n".join(texts)), autoescape=True)

    def item_link(self, dossier: Dossier) -> str:
        return full_address(reverse("said", args=[dossier.slug]))

    def item_guid(self, dossier: Dossier) -> str:
        """Another one with the answer, so that whoever follows gets to see it."""
        return f"{self.item_link(dossier)}#{stands(dossier)}"

    item_guid_is_permalink = False

    def item_pubdate(self, dossier: Dossier):
        return midnight(dossier.news_on)

    def item_categories(self, dossier: Dossier) -> list[str]:
        return [str(dossier.theme), *(str(area) for area in dossier.neighbourhoods.all())]


class SaidAtom(SaidRss):
    feed_type = Atom1Feed
    route = "said_feed_atom"
