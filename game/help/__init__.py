"""Who helps, by nation and by who asks: real services, each with where it was seen."""
