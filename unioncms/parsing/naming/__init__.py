"""Who and what a text names: people and their posts, bodies, places, days and events. It knows no page."""
