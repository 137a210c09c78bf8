"""Law as code for integrated social protection and employment services."""
