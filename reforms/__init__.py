"""Proposed law: a YAML file where numbers change, a Python file where rules change."""
