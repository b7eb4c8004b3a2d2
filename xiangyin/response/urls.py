from django.urls import path

from xiangyin.response.views import plans

app_name = "response"
urlpatterns = [
    path("responses/plan/", plans.plans, name="plans"),
    path("responses/plan/<uuid:pk>/", plans.plan, name="plan"),
]
