"""One way to ask a question: every form and field of the portal."""

import datetime

from django import forms

from jos.shared.forms import DateInput


class Question(forms.Form):
    name = forms.CharField(help_text="As on your door.")
    nickname = forms.CharField(required=False)
    agreed = forms.BooleanField(label="I agree")
    colours = forms.MultipleChoiceField(choices=[("r", "Red"), ("b", "Blue")], widget=forms.CheckboxSelectMultiple)
    born = forms.DateField(required=False, widget=DateInput)
    secret = forms.CharField(widget=forms.HiddenInput)

    def clean(self):
        raise forms.ValidationError("This does not fit together.")


def test_what_is_optional_is_said_and_nothing_else_is_marked():
    html = str(Question())
    assert html.count('<span class="optional">(optional)</span>') == 2
    assert "*" not in html


def test_help_and_errors_are_tied_to_their_field():
    html = str(Question({}))
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html
    assert 'aria-invalid="true"' in html


def test_a_group_of_choices_has_a_legend():
    html = str(Question({}))
    assert '<fieldset class="choices" aria-describedby="id_colours_error">' in html
    assert "<legend>Colours" in html


def test_the_summary_takes_focus_and_leads_to_each_field():
    html = str(Question({}))
    assert html.index("error-summary") < html.index('name="name"')
    assert 'tabindex="-1" autofocus' in html
    assert '<a href="#id_name">Name: This field is required.</a>' in html
    assert '<a href="#id_colours">Colours: This field is required.</a>' in html
    assert "<li>This does not fit together.</li>" in html


def test_an_error_in_a_hidden_field_is_said_without_a_link_to_nowhere():
    html = str(Question({}))
    assert 'href="#id_secret"' not in html
    assert "secret" in html


def test_a_form_without_errors_has_no_summary():
    assert "error-summary" not in str(Question())


def test_what_was_typed_is_kept_as_text():
    html = str(Question({"name": '"><b>'}))
    assert "<b>" not in html
    assert 'value="&quot;&gt;&lt;b&gt;"' in html


def test_dates_are_given_to_the_browser_the_way_its_picker_reads_them():
    html = str(Question(initial={"born": datetime.date(2026, 3, 1)}))
    assert '<input type="date" name="born" value="2026-03-01"' in html


def test_a_list_to_choose_from_is_written_safely_in_its_groups():
    field = forms.ChoiceField(choices=[("", "Choose"), ("City", [("a&b", "<A> & B"), ("c", "C")])])
    html = field.widget.render("where", "c")
    assert '<option value="">Choose</option>' in html
    assert '<optgroup label="City"><option value="a&amp;b">&lt;A&gt; &amp; B</option>' in html
    assert '<option value="c" selected>C</option></optgroup>' in html
