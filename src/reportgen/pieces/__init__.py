"""What several section builders are made of: words in a line, paragraphs and lists, tables, parts under a heading."""
