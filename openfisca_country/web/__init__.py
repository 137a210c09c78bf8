"""The web API: speaks HTTP, and asks `household`, `population` and `law` for every answer."""
