"""How the command line tells what was found: as text for people, or in a form that other programs read."""
