# The doorway pages: first start, opening the file, sign in, locked, join.
