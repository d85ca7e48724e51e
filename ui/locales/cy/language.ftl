# Choosing the language of the window. The languages themselves stand under their own names, in the code.

language = Iaith
language-hint = I chi, ar y ddyfais hon. Mae gan y tudalennau cyn mewngofnodi eu hiaith eu hunain.
palette-language = Iaith: { $language }
palette-language-also = cyfieithu cyfieithiad language
