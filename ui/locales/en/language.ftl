# Choosing the language of the window. The languages themselves stand under their own names, in the code.

language = Language
language-hint = For you, on this device. The pages before sign-in have their own.
palette-language = Language: { $language }
palette-language-also = translate translation
