"""
The templates beside this file, for what is no PDF: the downloads of a page, the text to read first.
"""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

HERE = Path(__file__).resolve().parent


@cache
def templates() -> Environment:
    """
    Return what reads the templates. A value that a template needs and nobody gives is an error.
    """
    return Environment(
        loader=FileSystemLoader(HERE),
        autoescape=select_autoescape(),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
