from django.urls import path

from xiangyin.readiness.views import board, drills, scenarios, sessions

app_name = "readiness"
urlpatterns = [
    path("readiness/", board.readiness, name="readiness"),
    path("readiness/trainings/<uuid:pk>/", sessions.session, name="session"),
    path("readiness/drills/<uuid:pk>/", drills.drill, name="drill"),
    path("readiness/scenarios/", scenarios.upload, name="scenarios"),
]
