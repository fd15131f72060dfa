"""The words of the timeline's page, in French and English."""

from collections.abc import Mapping

TIMELINE: Mapping[str, Mapping[str, str]] = {
    "title": {"fr": "Chronologie", "en": "Timeline"},
    "intro": {
        "fr": "Ce qui s'est passé, dans l'ordre. Ouvrez une ligne pour lire les passages sur lesquels elle repose.",
        "en": "What happened, in order. Open a line to read the passages that it rests on.",
    },
    "counts": {
        "fr": "datés\u00a0: {0} · sans date\u00a0: {1} · passages\u00a0: {2}",
        "en": "dated: {0} · without a date: {1} · passages: {2}",
    },
    "status": {"fr": "Statut", "en": "Status"},
    "types": {"fr": "Type", "en": "Type"},
    "undated": {"fr": "Sans date", "en": "Without a date"},
    "undated_hint": {
        "fr": "Aucun passage ne dit quand ; dans l'ordre des articles qui en parlent.",
        "en": "No passage says when; in the order of the articles that tell of it.",
    },
    "none": {"fr": "Rien à montrer.", "en": "Nothing to show."},
    "passages": {"fr": "Passages", "en": "Passages"},
    "against": {"fr": "Démenti par", "en": "Denied by"},
    "reference": {"fr": "Contredit par une référence", "en": "Contradicted by a reference"},
    "according": {"fr": "selon {0}", "en": "according to {0}"},
    "source": {"fr": "1 source", "en": "1 source"},
    "sources": {"fr": "{0} sources", "en": "{0} sources"},
    "reported": {"fr": "rapporté : {0}", "en": "reported: {0}"},
    "at": {"fr": "lieu", "en": "place"},
}
