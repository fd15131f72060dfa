"""What is known as a picture and as tables: facts → graph → page. Nothing here writes or prints."""

from kg.views.explanation_page import explanation_page
from kg.views.graph import between, build_graph, neighbourhood, plain
from kg.views.page import page
from kg.views.timeline_page import timeline_page

__all__ = ["between", "build_graph", "explanation_page", "neighbourhood", "page", "plain", "timeline_page"]
