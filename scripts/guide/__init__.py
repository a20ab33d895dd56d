"""
The machinery of the guide: Markdown in, checked pages and printed books out.
"""
