"""Every form of the product is drawn from our own parts: set FORM_RENDERER to this class and install `django.forms`."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    form_template_name = "web/parts/form.html"
    field_template_name = "web/parts/field.html"
