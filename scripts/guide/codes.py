"""
QR codes: from a printed sheet back to its page on the web.
"""

from functools import cache

import segno


# To find the best mask of a code takes long, and a page stands in several books.
@cache
def code_rows(address: str) -> tuple[bytearray, ...]:
    """
    Return the rows of a code, a byte for each module: 1 where it is dark.
    """
    # Level M can be read with an eighth of it gone, after a copy or two.
    return segno.make_qr(address, error="m").matrix


def code_text(address: str) -> str:
    """
    Return the rows of a code as numbers of base 16, a bit for each module, which is short to load.
    """
    return " ".join(f"{int(''.join(map(str, row)), 2):x}" for row in code_rows(address))


@cache
def code_path(address: str) -> tuple[int, str]:
    """
    Return how many modules a side of the code has, and the path of its dark ones; "" gives none.
    """
    if not address:
        return 0, ""
    rows = code_rows(address)
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
