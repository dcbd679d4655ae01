from django import forms
from django.forms.renderers import TemplatesSetting


class JosRenderer(TemplatesSetting):
    """Every form and field of the portal looks the same: templates/components/form.html and field.html."""

    field_template_name = "components/field.html"
    form_template_name = "components/form.html"


class DateInput(forms.DateInput):
    """The browser's own date picker, which wants dates as 2026-03-01 whatever the language."""

    input_type = "date"

    def __init__(self, attrs: dict | None = None):
        super().__init__(attrs, format="%Y-%m-%d")
