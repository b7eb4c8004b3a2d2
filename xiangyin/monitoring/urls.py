from django.urls import path

from xiangyin.monitoring.views import demands, desk, items, matters, open_event, sources, uploads

app_name = "monitoring"
urlpatterns = [
    path("intake/", uploads.intake, name="intake"),
    path("intake/call/", desk.desk, name="desk"),
    path("intake/<uuid:pk>/", uploads.upload, name="upload"),
    path("intake/<uuid:pk>/progress/", uploads.progress, name="upload_progress"),
    path("intake/<uuid:pk>/rejects.csv", uploads.rejects, name="rejects"),
    path("items/", items.items, name="items"),
    path("items/open-event/", open_event.open_event, name="open_event"),
    path("items/<uuid:pk>/", items.item, name="item"),
    path("matters/", matters.matters, name="matters"),
    path("matters/<uuid:pk>/", matters.matter, name="matter"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<uuid:pk>/", sources.source, name="source"),
    path("demands/<uuid:pk>/", demands.demand, name="demand"),
    path("demands/<uuid:pk>/contact/", demands.contact, name="contact"),
]
