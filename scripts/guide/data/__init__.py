"""
`docs/_data`: a model a kind, read and validated, with the place of each key.
"""

from guide.data.reading import Data, read_data

__all__ = ["Data", "read_data"]
