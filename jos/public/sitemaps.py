"""What search engines may find: pages that everybody sees, and nothing that ended."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from jos.dashboards.statistics.data_sets import listed
from jos.public.roles import ROLES
from jos.shared.time import today
from neighbourhoods.decisions.priorities import published
from neighbourhoods.enums import Audience
from neighbourhoods.figures import statistics_for
from neighbourhoods.models import Neighbourhood
from organisations.models import Offer, Organisation
from signals.models import Dossier


class PageSitemap(Sitemap):
    def items(self) -> list[tuple[str, list[str]]]:
        names = ["home", "find", "neighbourhoods", "published_priorities", "statistics", "data_sets"]
        names += ["signal_send", "signal_help", "who_sees_what", "said_and_done", "covenant_check"]
        names += ["organisations", "about", "help", "privacy", "accessibility"]
        return [(name, []) for name in names] + [("help_role", [role.slug]) for role in ROLES]

    def location(self, item: tuple[str, list[str]]) -> str:
        name, args = item
        return reverse(name, args=args)


class OfferSitemap(Sitemap):
    def items(self):
        return Offer.objects.public().counting(today()).only("slug").order_by("pk")


class OrganisationSitemap(Sitemap):
    def items(self):
        return Organisation.objects.on(today()).only("slug").order_by("pk")


class NeighbourhoodSitemap(Sitemap):
    def items(self):
        return Neighbourhood.objects.on(today()).only("slug").order_by("pk")


class FigureSitemap(Sitemap):
    def items(self):
        return statistics_for(Audience.PUBLIC)


class DataSetSitemap(Sitemap):
    def items(self):
        return [each.data_set for each in listed(Audience.PUBLIC)]


class PrioritySitemap(Sitemap):
    def items(self):
        return published().order_by("pk")


class DossierSitemap(Sitemap):
    """What was heard, and what became of it."""

    def items(self):
        return Dossier.objects.public().only("slug").order_by("pk")

    def location(self, item: Dossier) -> str:
        return reverse("said", args=[item.slug])


SITEMAPS = {
    "pages": PageSitemap,
    "neighbourhoods": NeighbourhoodSitemap,
    "figures": FigureSitemap,
    "data-sets": DataSetSitemap,
    "priorities": PrioritySitemap,
    "dossiers": DossierSitemap,
    "offers": OfferSitemap,
    "organisations": OrganisationSitemap,
}
