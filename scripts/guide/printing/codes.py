"""
QR codes: from a printed sheet back to its page on the web.
"""

from functools import cache

import segno


# To find the best mask of a code takes long, and a page stands in several books.
@cache
def code_path(address: str) -> tuple[int, str]:
    """
    Return how many modules a side of the code has, and the path of its dark ones; "" gives none.
    """
    if not address:
        return 0, ""
    # Level M can be read with an eighth of it gone, after a copy or two.
    rows = segno.make_qr(address, error="m").matrix
    path = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            length = 0
            while x + length < len(row) and row[x + length]:
                length += 1
            if length:
                path.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length or 1
    return len(rows), "".join(path)
