"""Many households: tables of people under a law, block by block, on all cores or a cluster; and what they tell."""
