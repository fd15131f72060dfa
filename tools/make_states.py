"""Writes ``ontology/gazetteer/states.yaml`` from public sources; what is added by hand is in ``states-extra.yaml``.

    pip install babel rigour pyyaml
    npm pack world-countries && tar xf world-countries-*.tgz
    python tools/make_states.py package/countries.json

The sources and their licences stand in ``ontology/gazetteer/SOURCES.md``. The output is the same on every run.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from babel import Locale
from babel.dates import get_timezone_location
from rigour.territories import get_territory

OUTPUT = Path(__file__).parent.parent / "ontology" / "gazetteer" / "states.yaml"
NO_STATE = {"ATA", "ATF", "BVT", "HMD", "IOT", "SGS", "UMI", "SJM", "BES", "ALA", "CCK", "CXR", "NFK", "PCN", "TKL"}
KEYS = {"UNK": "XKX"}
SAME_IN_ENGLISH = ("ese", "ss", "sh", "ch", "men", "man")
HEADER = """\
# States and territories: names, demonyms and capitals. Written by tools/make_states.py: put changes into
# states-extra.yaml, which is laid over this file. A French demonym has four forms: masculine and feminine singular,
# masculine and feminine plural.
"""


def french_forms(demonym: dict[str, str] | None) -> list[list[str]]:
    """The four forms of a French demonym, in lower case, for each that the source names."""
    if not demonym or not demonym["m"] or " et " in demonym["m"]:
        return []
    masculine, feminine = demonym["m"].lower(), demonym["f"].lower()
    plural = [word if word[-1] in "sxz" else word + "s" for word in (masculine, feminine)]
    return [[masculine, feminine, *plural]]


def english_forms(demonym: dict[str, str] | None) -> tuple[list[str], list[str]]:
    """The English adjectives and the nouns for the people, singular and plural."""
    words = re.split(r", | or ", demonym["m"]) if demonym and demonym["m"] else []
    people = []
    for word in words:
        people += [word] if word.endswith(SAME_IN_ENGLISH) else [word, word + "s"]
    return words, people


def french_city(city: str) -> str:
    """The French name of a capital, where CLDR has one for the time zone that bears its name."""
    wanted = city.replace(" ", "_").replace("'", "").replace(".", "")
    for zone in sorted(available_timezones()):
        if zone.endswith("/" + wanted) and zone.startswith(("Africa/", "America/", "Asia/", "Europe/", "Pacific/")):
            return get_timezone_location(zone, locale="fr", return_city=True).split("/")[-1].split(" (")[0]
    return city


def without_article(name: str) -> str:
    return re.sub("^(Les? |La )", "", name)


def unique(names: list[str], but: str) -> list[str]:
    return [name for name in dict.fromkeys(names) if name and name != but]


def state(country: dict[str, Any]) -> dict[str, Any]:
    """One entry of the file."""
    iso2 = country["cca2"]
    names, french_names = country["name"], country["translations"]["fra"]
    locales = {language: Locale(language).territories for language in ("fr", "en")}
    variants = {
        language: [territories.get(iso2, ""), territories.get(f"{iso2}-alt-short", "")]
        for language, territories in locales.items()
    }
    adjectives, people = english_forms(country["demonyms"].get("eng"))
    latin = [name for name in country["altSpellings"] if name.isascii() and len(name) > 3]
    inverted = [" ".join(reversed(name.split(", "))) for name in latin if ", " in name]
    english = [names["official"], *variants["en"], *[n for n in latin if ", " not in n and " of " in n], *inverted]
    capitals = country["capital"]
    return {
        "iso2": iso2,
        "wikidata": get_territory(iso2.lower()).qid,
        "un": country["unMember"] and country["cca3"] != "VAT",
        "fr": {
            "name": french_names["common"],
            "names": unique([without_article(french_names["official"]), *variants["fr"]], french_names["common"]),
            "demonyms": french_forms(country["demonyms"].get("fra")),
            "capitals": unique([french_city(city) for city in capitals], ""),
        },
        "en": {
            "name": names["common"],
            "names": unique(english, names["common"]),
            "adjectives": adjectives,
            "people": people,
            "capitals": capitals,
        },
    }


def scalar(value: str) -> str:
    """A YAML plain scalar, quoted where it must be."""
    plain = re.fullmatch(r"[^\W\d_][^:#,\[\]{}&*!|>'\"%@`]*(['’][^:#,\[\]{}]*)?", value)
    return value if plain else json.dumps(value, ensure_ascii=False)


def flow(values: list[Any]) -> str:
    return "[" + ", ".join(flow(v) if isinstance(v, list) else scalar(v) for v in values) + "]"


def lines(key: str, entry: dict[str, Any]) -> list[str]:
    """The YAML of one entry; empty lists are left out."""
    head = [f"{key}:", f"  iso2: {entry['iso2']}"]
    head += [f"  wikidata: {entry['wikidata']}"] if entry["wikidata"] else []
    head += ["  un: true"] if entry["un"] else []
    for language in ("fr", "en"):
        head.append(f"  {language}:")
        for name, value in entry[language].items():
            if value:
                head.append(f"    {name}: {flow(value) if isinstance(value, list) else scalar(value)}")
    return head


def main(source: str) -> None:
    countries = json.loads(Path(source).read_text(encoding="utf-8"))
    entries = {KEYS.get(c["cca3"], c["cca3"]): state(c) for c in countries if c["cca3"] not in NO_STATE}
    text = "\n".join(line for key in sorted(entries) for line in lines(key, entries[key]))
    OUTPUT.write_text(HEADER + text + "\n", encoding="utf-8")
    print(f"{OUTPUT}: {len(entries)} entries")


if __name__ == "__main__":
    main(sys.argv[1])
