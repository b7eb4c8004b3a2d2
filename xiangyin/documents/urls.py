from django.urls import path

from xiangyin.documents.views import papers

app_name = "documents"
urlpatterns = [path("documents/<uuid:pk>/", papers.document, name="document")]
