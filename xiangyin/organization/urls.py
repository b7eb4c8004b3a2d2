from django.urls import path

from xiangyin.organization.views import duty, figures, first_run, invitations, login, notices, people, roll, tasks

app_name = "organization"
urlpatterns = [
    path("first-run/<str:code>/", first_run.first_run, name="first_run"),
    path("login/", login.login, name="login"),
    path("logout/", login.logout, name="logout"),
    path("invitation/<str:code>/", invitations.accept, name="invitation"),
    path("notices/", notices.notices, name="notices"),
    path("notices/calls/", notices.call_list, name="call_list"),
    path("notices/<uuid:pk>/", notices.open_notice, name="open_notice"),
    path("notices/<uuid:pk>/acknowledge/", notices.acknowledge, name="acknowledge"),
    path("duty/", duty.duty, name="duty"),
    path("tasks/<uuid:pk>/", tasks.task, name="task"),
    path("organization/", people.organization, name="organization"),
    path("organization/figures/", figures.figures, name="figures"),
    path("organization/figures/<uuid:pk>/", figures.figure_change, name="figure_change"),
    path("organization/units/<uuid:pk>/", roll.unit, name="unit"),
    path("organization/villages/<uuid:pk>/", roll.village, name="village"),
    path("organization/<uuid:pk>/", people.officer, name="officer"),
    path("organization/<uuid:pk>/invite/", invitations.invite, name="invite"),
]
