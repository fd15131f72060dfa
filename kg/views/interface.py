"""The words of the page and the heads of tables."""

from collections.abc import Mapping
from typing import Any

INTERFACE: Mapping[str, Mapping[str, Any]] = {
    "fr": {
        "counts": "éléments\u00a0: {0} · relations\u00a0: {1} · passages\u00a0: {2} · articles\u00a0: {3}",
        "left_out": (
            "{0} éléments sur {1} sont montrés, les plus liés puis les plus récents ; {2} éléments et {3} relations "
            "manquent. Pour les voir : kg view --focus NOM --hops 2, --since et --until pour une période, "
            "ou --limit pour en montrer davantage."
        ),
        "search": "Chercher",
        "placeholder": "un pays, une personne, un accord…",
        "kinds": "Éléments",
        "statuses": "Statut",
        "picture": "Image du graphe. La recherche et le panneau donnent le même contenu.",
        "panel": "Détails",
        "zoom_in": "Agrandir",
        "zoom_out": "Réduire",
        "fit": "Tout voir",
        "noscript": "Cette page a besoin de JavaScript pour dessiner le graphe. Elle ne demande rien au réseau.",
        "script": {
            "overview": "Que sait-on, et qui le dit ?",
            "hint": "Choisissez un élément ou une relation : ses faits s'affichent ici, avec les passages cités.",
            "busiest": "Les plus liés",
            "back": "Retour",
            "close": "Fermer",
            "quotes": "Passages",
            "against": "Démenti par",
            "according": "selon {0}",
            "none": "Aucun résultat",
            "found": "{0} résultats",
            "more": "Montrer la suite ({0})",
            "nofacts": "Aucun fait propre.",
            "reported": "rapporté : {0}",
            "open": "«\u202f",
            "shut": "\u202f»",
        },
    },
    "en": {
        "counts": "things: {0} · relations: {1} · passages: {2} · articles: {3}",
        "left_out": (
            "{0} of {1} things are shown, the most connected first, then the most recent; {2} things and {3} relations "
            "are left out. To see them: kg view --focus NAME --hops 2, --since and --until for a period, "
            "or --limit to show more."
        ),
        "search": "Search",
        "placeholder": "a country, a person, an agreement…",
        "kinds": "Things",
        "statuses": "Status",
        "picture": "Picture of the graph. The search and the panel give the same content.",
        "panel": "Details",
        "zoom_in": "Zoom in",
        "zoom_out": "Zoom out",
        "fit": "Show all",
        "noscript": "This page needs JavaScript to draw the graph. It asks nothing of any network.",
        "script": {
            "overview": "What is known, and who says so?",
            "hint": "Choose a thing or a relation: its facts appear here, with the passages they rest on.",
            "busiest": "Most connected",
            "back": "Back",
            "close": "Close",
            "quotes": "Passages",
            "against": "Denied by",
            "according": "according to {0}",
            "none": "Nothing found",
            "found": "{0} found",
            "more": "Show more ({0})",
            "nofacts": "No facts of its own.",
            "reported": "reported: {0}",
            "open": "“",
            "shut": "”",
        },
    },
}

HEADS: Mapping[str, Mapping[str, str]] = {
    "type": {"fr": "type", "en": "type"},
    "who": {"fr": "qui", "en": "who"},
    "whom": {"fr": "à qui", "en": "to whom"},
    "when": {"fr": "quand", "en": "when"},
    "how": {"fr": "modalité", "en": "modality"},
    "source": {"fr": "source", "en": "source"},
    "quote": {"fr": "passage", "en": "passage"},
    "subject": {"fr": "sujet", "en": "subject"},
    "predicate": {"fr": "propriété", "en": "property"},
    "object": {"fr": "objet", "en": "object"},
    "status": {"fr": "statut", "en": "status"},
    "reported": {"fr": "rapporté", "en": "reported"},
    "claims": {"fr": "passages", "en": "passages"},
    "what": {"fr": "quoi", "en": "what"},
    "number": {"fr": "nombre", "en": "number"},
    "articles": {"fr": "articles", "en": "articles"},
    "facts": {"fr": "faits", "en": "facts"},
    "value": {"fr": "réponse", "en": "answer"},
    "parties": {"fr": "parties", "en": "parties"},
    "signed": {"fr": "signé", "en": "signed"},
    "in_force": {"fr": "en vigueur", "en": "in force"},
    "provides": {"fr": "prévoit", "en": "provides"},
    "actor": {"fr": "auteur", "en": "actor"},
    "target": {"fr": "cible", "en": "target"},
    "date": {"fr": "date", "en": "date"},
    "place": {"fr": "lieu", "en": "place"},
    "quantities": {"fr": "quantités", "en": "quantities"},
    "also": {"fr": "aussi, sans être affirmé", "en": "also, but not asserted"},
}
