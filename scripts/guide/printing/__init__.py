"""
What is made from the built pages: printed books, and the downloads of each letter.
"""
