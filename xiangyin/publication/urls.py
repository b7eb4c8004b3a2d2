from django.urls import path

from xiangyin.publication.views import desk, public

app_name = "publication"
urlpatterns = [
    path("publication/", desk.desk, name="desk"),
    path("publication/bulletin/", desk.bulletin, name="bulletin"),
    path("public/", public.townships, name="townships"),
    path("public/<str:code>/", public.statements, name="statements"),
    path("public/<str:code>/feed.atom", public.feed, name="feed"),
    path("public/<str:code>/<uuid:pk>/", public.statement, name="statement"),
]
