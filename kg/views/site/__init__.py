"""The pages of the server: each from values to HTML, without script but where one draws or edits."""

from kg.views.site.frame import Site
from kg.views.site.pages import (
    answer_page,
    article_page,
    articles_page,
    disputes_page,
    home_page,
    message_page,
    search_page,
)
from kg.views.site.query_page import query_page, yasgui_page

__all__ = [
    "Site",
    "answer_page",
    "article_page",
    "articles_page",
    "disputes_page",
    "home_page",
    "message_page",
    "query_page",
    "search_page",
    "yasgui_page",
]
