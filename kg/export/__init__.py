"""The graph handed on: RDF, GraphML, GEXF, CSV, JSON lines, and whether it is what its shapes say."""

from kg.export.validation import ValidationReport, Violation, validate
from kg.export.writing import FORMATS, export, export_file, whole_file

__all__ = ["FORMATS", "ValidationReport", "Violation", "export", "export_file", "validate", "whole_file"]
