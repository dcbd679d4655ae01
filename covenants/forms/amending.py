from covenants.models import Covenant
from jos.shared.forms import RecordForm


class BeginForm(RecordForm):
    """Asks nothing but to say yes: a copy is made, once."""

    class Meta:
        model = Covenant
        fields = ()
