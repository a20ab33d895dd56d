"""
The site after a build: reading it, and what is written into it then.
"""
