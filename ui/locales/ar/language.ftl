# Choosing the language of the window. The languages themselves stand under their own names, in the code.

language = اللغة
language-hint = لك أنت، على هذا الجهاز. لصفحات ما قبل تسجيل الدخول لغتها.
palette-language = اللغة: { $language }
palette-language-also = لغة ترجمة language
