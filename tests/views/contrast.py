"""How readable the texts of an open page are, as WCAG 2.2 counts it."""

from typing import Any

_POOR = r"""() => {
  const parse = c => c.match(/[\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor);
    if (c.length === 3 || c[3] > 0) return c; } return [255, 255, 255]; };
  return [...document.querySelectorAll("body *")]
    .filter(e => e.checkVisibility() && !e.disabled)
    .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || e.matches("input, textarea"))
    .map(e => { const a = light(parse(getComputedStyle(e).color)), b = light(ground(e));
      return [e.tagName, e.className, e.textContent.slice(0, 60), (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)]; })
    .filter(([, , , ratio]) => ratio < 4.5); }"""


def poor_texts(tab: Any) -> list[Any]:
    """The texts with less than the contrast of 4.5 to 1 that success criterion 1.4.3 asks for."""
    return list(tab.evaluate(_POOR))
