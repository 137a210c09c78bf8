"""The law's numbers: dated YAML, one folder a country, one folder a programme."""
