"""The words of the server's pages, in French and English."""

from collections.abc import Mapping

SITE: Mapping[str, Mapping[str, str]] = {
    "menu": {"fr": "Menu", "en": "Menu"},
    "search": {"fr": "Chercher", "en": "Search"},
    "placeholder": {"fr": "pays, nom, accord…", "en": "state, name, treaty…"},
    "go": {"fr": "Voir", "en": "Go"},
    "ask": {"fr": "Demander", "en": "Ask"},
    "articles": {"fr": "Articles", "en": "Articles"},
    "disputes": {"fr": "Contestations", "en": "Disputes"},
    "graph": {"fr": "Graphe", "en": "Graph"},
    "timeline": {"fr": "Chronologie", "en": "Timeline"},
    "latest": {"fr": "Ce qui est attendu, et les derniers faits", "en": "What is expected, and what happened last"},
    "all_latest": {"fr": "Toute la chronologie", "en": "The whole timeline"},
    "whose": {"fr": "De qui ou de quoi", "en": "Of whom or what"},
    "with": {"fr": "Avec", "en": "With"},
    "since": {"fr": "Du", "en": "From"},
    "until": {"fr": "Au", "en": "To"},
    "earlier": {"fr": "Plus tôt", "en": "Earlier"},
    "later": {"fr": "Plus tard", "en": "Later"},
    "told_here": {"fr": "Ce que le graphe en retient", "en": "What the graph has from it"},
    "original": {"fr": "L'article d'origine", "en": "The original article"},
    "timeline_part": {
        "fr": "Les {0} derniers faits sont montrés, dans l'ordre ; « Plus tôt » donne les précédents.",
        "en": "The latest {0} are shown, in order; “Earlier” gives those before.",
    },
    "all_recent": {
        "fr": (
            "Seuls les {0} faits les plus récents sont dessinés ; « Montrer ce qui est proche », dans les détails d'un "
            "élément, ajoute ce qui l'entoure, et la chronologie donne tout."
        ),
        "en": (
            "Only the {0} latest happenings are drawn; “Show what is near” in the details of a thing adds what is "
            "around it, and the timeline has all."
        ),
    },
    "other": {"fr": "English", "en": "Français"},
    "open": {"fr": "«\u202f", "en": "“"},
    "shut": {"fr": "\u202f»", "en": "”"},
    "more": {"fr": "La suite", "en": "More"},
    "home": {
        "fr": "Ce que disent les articles, qui le dit, et qui le conteste",
        "en": "What articles say, who says so, and who disagrees",
    },
    "question": {"fr": "Une question, en français ou en anglais", "en": "A question, in French or English"},
    "example": {
        "fr": "Quels accords lient la Russie à la Corée du Nord ?",
        "en": "Which agreements tie Russia to North Korea?",
    },
    "found": {"fr": "Résultats pour « {0} »", "en": "Results for “{0}”"},
    "nothing": {"fr": "Rien ne porte un nom semblable.", "en": "Nothing has a name like that."},
    "no_answer": {"fr": "Le graphe n'a pas de réponse.", "en": "The graph holds no answer."},
    "not_understood": {"fr": "La question n'est pas comprise.", "en": "The question is not understood."},
    "understood": {"fr": "Compris : {0}", "en": "Understood: {0}"},
    "try": {"fr": "Essayez :", "en": "Try:"},
    "yes": {"fr": "oui", "en": "yes"},
    "claims": {
        "fr": "{0} affirmations surlignées : survolez-les pour les lire.",
        "en": "{0} claims are highlighted: point at one to read it.",
    },
    "no_disputes": {"fr": "Aucune contestation.", "en": "No disputes."},
    "recent": {
        "fr": "Seuls les {0} dont on a parlé en dernier sont montrés ; la chronologie les donne tous.",
        "en": "Only the {0} that were told of last are shown; the timeline has them all.",
    },
    "near_recent": {
        "fr": (
            "Seuls les {0} faits les plus récents autour de « {1} » sont montrés ; « En montrer davantage », dans ses "
            "détails, ajoute les suivants."
        ),
        "en": (
            "Only the {0} latest happenings around {1} are shown; “Show more of what is near” in its details adds the "
            "next ones."
        ),
    },
    "thing": {
        "fr": "Ce qu'en disent les articles, mot pour mot.",
        "en": "What articles say of it, word for word.",
    },
    "known": {"fr": "Ce qu'on en sait", "en": "What is known of it"},
    "as_of": {"fr": "Au", "en": "As of"},
    "as_known": {"fr": "Tel que connu le {0}", "en": "As known on {0}"},
    "today": {"fr": "tout ce qui est connu", "en": "all that is known"},
    "query_intro": {
        "fr": "Écrivez une requête, ou prenez-en une de la bibliothèque.",
        "en": "Write a query, or take one of the library.",
    },
    "library": {"fr": "Bibliothèque", "en": "Library"},
    "own_query": {"fr": "(une requête à vous)", "en": "(a query of your own)"},
    "completions": {"fr": "Propositions", "en": "Completions"},
    "shortcuts": {"fr": "Ctrl+Espace propose, Ctrl+Entrée exécute.", "en": "Ctrl+Space completes, Ctrl+Enter runs."},
    "run": {"fr": "Exécuter", "en": "Run"},
    "save_as": {"fr": "Enregistrer en", "en": "Save as"},
    "save": {"fr": "Enregistrer", "en": "Save"},
    "results": {"fr": "Résultats", "en": "Results"},
    "wait": {"fr": "Un instant…", "en": "One moment…"},
    "unreachable": {"fr": "Le serveur ne répond pas.", "en": "The server does not answer."},
    "no": {"fr": "non", "en": "no"},
    "rows": {"fr": "Lignes\u00a0: {0}.", "en": "Rows: {0}."},
    "cut": {"fr": "Seules les {0} premières ; il y en a d'autres.", "en": "Only the first {0}; there are more."},
    "drawn": {
        "fr": "Seules {0} lignes sont montrées ; l'enregistrement les a toutes.",
        "en": "Only {0} rows are shown; what is saved has them all.",
    },
    "own_editor": {
        "fr": "L'éditeur avec la bibliothèque de requêtes",
        "en": "The editor with the library of queries",
    },
    "noscript": {
        "fr": "Sans JavaScript, envoyez vos requêtes à /sparql.",
        "en": "Without JavaScript, send your queries to /sparql.",
    },
    "failed": {"fr": "Cela n'a pas abouti", "en": "That did not work"},
}
