# The organisation's logo, in the settings.

logo-section = المؤسسة
logo = الشعار
logo-hint = بجانب الاسم: هنا، وفي صفحة الانضمام، وعلى الدعوات المطبوعة. صورة PNG أو JPEG، حتى 2 ميغابايت.
logo-alt = شعار { $organisation }
logo-choose = اختيار صورة…
logo-choose-title = اختيار شعار
logo-remove = إزالة
logo-is-set = عُيّن الشعار
logo-is-removed = أُزيل الشعار
