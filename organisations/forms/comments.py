from django import forms
from django.utils.translation import gettext_lazy as _

from jos.shared.forms import RecordForm
from neighbourhoods.enums import Stance
from neighbourhoods.models import DecisionComment
from organisations.models import Organisation


class CommentForm(RecordForm):
    """What an organisation thinks of a proposal. Who belongs to several says for which."""

    stance = forms.ChoiceField(label=_("What you think of it"), choices=Stance, widget=forms.RadioSelect)
    organisation = forms.ModelChoiceField(Organisation.objects.none(), to_field_name="slug", label=_("On behalf of"))

    class Meta:
        model = DecisionComment
        fields = ("stance", "text")
        help_texts = {
            "text": _("All who sign in read it, with the name of your organisation. No names of young people.")
        }

    field_order = ("organisation",)

    def __init__(self, *args, organisations: list[Organisation], **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        field.queryset = Organisation.objects.filter(pk__in=[organisation.pk for organisation in organisations])
        if len(organisations) == 1:
            field.initial = organisations[0].slug
            field.widget = forms.HiddenInput()
