"""Every page. The public pages are the only ones without a login, beside the login itself."""

from django.urls import include, path

urlpatterns = [
    path("", include("xiangyin.shared.web.urls")),
    path("", include("xiangyin.organization.urls")),
    path("", include("xiangyin.documents.urls")),
    path("", include("xiangyin.monitoring.urls")),
    path("", include("xiangyin.publication.urls")),
    path("", include("xiangyin.response.urls")),
    path("", include("xiangyin.readiness.urls")),
    path("", include("xiangyin.accountability.urls")),
    path("", include("xiangyin.board.urls")),
]

handler403 = "xiangyin.config.problems.forbidden"
handler404 = "xiangyin.config.problems.missing"
handler500 = "xiangyin.config.problems.broken"
