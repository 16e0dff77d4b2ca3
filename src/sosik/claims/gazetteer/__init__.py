"""Places of the Korea-China border and beyond: names in every spelling, points, lines, population."""
