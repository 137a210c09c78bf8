"""The example survey: the World Bank's synthetic households, with what a country's law asks imputed."""
