from django.urls import path

from xiangyin.readiness.views import board, sessions

app_name = "readiness"
urlpatterns = [
    path("readiness/", board.readiness, name="readiness"),
    path("readiness/trainings/<uuid:pk>/", sessions.session, name="session"),
]
