from django.forms.renderers import TemplatesSetting


class JosRenderer(TemplatesSetting):
    """Every form and field of the portal looks the same: templates/components/field.html and errors.html."""

    field_template_name = "components/field.html"
    form_template_name = "components/form.html"
