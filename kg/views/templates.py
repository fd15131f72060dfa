"""Templates and style sheets of the pages, and pages that need no script."""

import base64
import hashlib
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from kg.views.phrases import clean


def asset(name: str) -> str:
    """The text of a template, style sheet or script."""
    return (files("kg.views") / "assets" / name).read_text("utf-8")


def static_page(
    template: str,
    *sheets: str,
    rules: str = "",
    forms_to: str = "'none'",
    script: str | Sequence[str] = (),
    styles: str = "",
    **values: object,
) -> str:
    """The HTML of a page of one template and some style sheets, with more style ``rules``: no network, and no script
    but that of the assets ``script``, which may ask the server that the page comes from.

    ``forms_to`` is where forms may be sent, and ``styles`` what else than the page's own style may rule, in the words
    of a content security policy. All text among the ``values`` is escaped and loses its control characters.
    """
    from jinja2 import Environment, FunctionLoader
    from markupsafe import Markup

    style = "\n".join([*map(asset, sheets), rules])
    code = "\n".join(map(asset, [script] if isinstance(script, str) else script))
    environment = Environment(
        loader=FunctionLoader(asset), autoescape=True, finalize=_cleaned, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template(template).render(
        values,
        policy=_policy(style, forms_to, code, styles),
        script=Markup(code),  # noqa: S704 our own files
        style=Markup(style),  # noqa: S704 our own files
    )


def _cleaned(value: Any) -> Any:
    return clean(value) if type(value) is str else value


def _policy(style: str, forms_to: str, script: str, styles: str) -> str:
    """This style, this script if any, which may ask its own server, and nothing from anywhere."""
    run = f"script-src {_source(script)}; connect-src 'self'; " if script else ""
    ruling = " ".join(filter(None, (_source(style), styles)))
    return f"default-src 'none'; {run}style-src {ruling}; img-src data:; base-uri 'none'; form-action {forms_to}"


def _source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
