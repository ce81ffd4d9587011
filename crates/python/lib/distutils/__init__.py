"""distutils: of what Python once packed its packages with, versions that can be compared. Nothing else is here."""
