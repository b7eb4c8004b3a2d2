from django.urls import path

from xiangyin.board.views import event, events, lead_times, ledger, mine, rules, today

app_name = "board"
urlpatterns = [
    path("", today.today, name="today"),
    path("mine/", mine.mine, name="mine"),
    path("clocks/", mine.clocks, name="clocks"),
    path("events/", events.events, name="events"),
    path("events/lead-times/", lead_times.lead_times, name="lead_times"),
    path("events/<uuid:pk>/", event.event, name="event"),
    path("ledger/", ledger.ledger, name="ledger"),
    path("help/", rules.tables, name="help"),
    path("help/style/", rules.style, name="style"),
]
