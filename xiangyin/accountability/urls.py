from django.urls import path

from xiangyin.accountability.views import cases

app_name = "accountability"
urlpatterns = [
    path("accountability/", cases.cases, name="cases"),
    path("accountability/<uuid:pk>/", cases.case, name="case"),
]
