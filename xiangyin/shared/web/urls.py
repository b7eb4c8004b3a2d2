from django.urls import path

from xiangyin.shared.web import evidence_views, step_views

app_name = "web"
urlpatterns = [
    path("steps/<str:kind>/<uuid:pk>/<slug:action>/", step_views.step, name="step"),
    path("evidence/<uuid:entry_id>/<uuid:sealed_id>/", evidence_views.evidence, name="evidence"),
    path("steps/<str:parent_kind>/<uuid:pk>/new/<str:kind>/<slug:action>/", step_views.birth, name="birth"),
]
