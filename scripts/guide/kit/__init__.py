"""
Printed books, made from the built pages.
"""
