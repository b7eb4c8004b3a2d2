from django.urls import path

from xiangyin.monitoring.views import demands, desk

app_name = "monitoring"
urlpatterns = [
    path("intake/call/", desk.desk, name="desk"),
    path("demands/<uuid:pk>/", demands.demand, name="demand"),
    path("demands/<uuid:pk>/contact/", demands.contact, name="contact"),
]
