# The settings.

settings-title = الإعدادات
settings-rules = المؤسسة
settings-invitations = الدعوات
settings-copying = النسخ
settings-usual = مدة الصلاحية الافتراضية
settings-usual-hint = تُملأ في كل دعوة جديدة.
settings-usual-most = الحد الأقصى { $days }، وهو أقصى مدة صلاحية
settings-latest = أقصى مدة صلاحية
settings-latest-hint = لا يمكن لأحد اختيار تاريخ أبعد.
settings-latest-least = الحد الأدنى { $days }، وهو مدة الصلاحية الافتراضية
settings-never = السماح بدعوات «بلا انتهاء»
settings-never-hint = التعطيل أكثر أمانًا: الملصق المنسي يتوقف عن العمل من تلقاء نفسه.
settings-bound = اشتراط بريد إلكتروني أو نطاق
settings-bound-hint = فلا يمكن بعد ذلك إنشاء رموز يستطيع أي شخص استخدامها.
settings-length = طول الرمز
settings-length-hint = عدد البتات العشوائية { $bits }. والرموز المنشأة من قبل تحتفظ بطولها.
settings-clean-up = التنظيف بعد
settings-clean-up-hint = بعد هذه المدة من انتهاء الدعوة تُعرض للتنظيف.
settings-clipboard = مسح الحافظة بعد النسخ
settings-clipboard-hint = إذا كان الرمز أو الرابط ما زال فيها فقط.
settings-signing-in = تسجيل الدخول
settings-password = أقصر كلمة مرور
settings-password-hint = لكلمات المرور التي تُختار من الآن فصاعدًا.
settings-idle = القفل بعد
settings-idle-hint = عندما لا يلمس أحد النافذة طوال هذه المدة.
settings-characters =
    { $count ->
        [zero] { $count } حرف
        [one] حرف واحد
        [two] حرفان
        [few] { $count } أحرف
        [many] { $count } حرفًا
       *[other] { $count } حرف
    }
settings-minutes =
    { $count ->
        [zero] { $count } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
settings-days =
    { $count ->
        [zero] { $count } يوم
        [one] يوم واحد
        [two] يومان
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }
settings-seconds =
    { $count ->
        [zero] { $count } ثانية
        [one] ثانية واحدة
        [two] ثانيتان
        [few] { $count } ثوانٍ
        [many] { $count } ثانية
       *[other] { $count } ثانية
    }
settings-unit-days =
    { $count ->
        [zero] يوم
        [one] يوم
        [two] يومان
        [few] أيام
        [many] يومًا
       *[other] يوم
    }
settings-unit-seconds =
    { $count ->
        [zero] ثانية
        [one] ثانية
        [two] ثانيتان
        [few] ثوانٍ
        [many] ثانية
       *[other] ثانية
    }
settings-unit-characters =
    { $count ->
        [zero] حرف
        [one] حرف
        [two] حرفان
        [few] أحرف
        [many] حرفًا
       *[other] حرف
    }
settings-unit-minutes =
    { $count ->
        [zero] دقيقة
        [one] دقيقة
        [two] دقيقتان
        [few] دقائق
        [many] دقيقة
       *[other] دقيقة
    }
settings-on = مفعّل
settings-off = معطّل
settings-was = الآن: { $value }

# ---- saving
settings-loading = جارٍ قراءة الإعدادات…
settings-unread = تعذرت قراءة الإعدادات
settings-again = إعادة المحاولة
settings-no-changes = لا تغييرات.
settings-all-saved = كل شيء محفوظ.
settings-changes =
    { $count ->
        [zero] لا تغييرات غير محفوظة.
        [one] تغيير واحد لم يُحفظ.
        [two] تغييران لم يُحفظا.
        [few] { $count } تغييرات لم تُحفظ.
        [many] { $count } تغييرًا لم يُحفظ.
       *[other] { $count } تغيير لم يُحفظ.
    }
settings-attention =
    { $count ->
        [zero] لا شيء يحتاج إلى انتباهك:
        [one] يحتاج إلى انتباهك:
        [two] إعدادان يحتاجان إلى انتباهك، أولهما:
        [few] { $count } إعدادات تحتاج إلى انتباهك، أولها:
        [many] { $count } إعدادًا تحتاج إلى انتباهك، أولها:
       *[other] { $count } إعداد تحتاج إلى انتباهك، أولها:
    }
settings-discard = تجاهل
settings-save = حفظ التغييرات
settings-saved = حُفظت الإعدادات
settings-stale = **تغيرت الإعدادات في أثناء وجودك هنا.** لم يُحفظ شيء. وتحت كل تغيير من تغييراتك ما هو سارٍ الآن؛ تلزم المراجعة قبل الحفظ.

# ---- this device
settings-device = هذا الجهاز
settings-device-hint = لك وحدك على هذا الجهاز. وكل تغيير يسري فورًا.
settings-mask-hint = تظهر الرموز نقاطًا حتى يُضغط عليها ضغطًا مستمرًا. للمكاتب المفتوحة.
settings-theme-hint = فاتح أو داكن أو بحسب إعداد هذا الجهاز.
settings-zoom = الحجم
settings-zoom-hint = حجم كل ما في النافذة، لمن يجلس هنا. وكذلك Ctrl مع + أو - أو 0، أو مع العجلة.
settings-zoom-larger = تكبير
settings-zoom-smaller = تصغير
settings-zoom-usual = الحجم المعتاد
settings-screen = إبقاء النافذة خارج تسجيلات الشاشة
settings-screen-hint = ما دامت الرموز ظاهرة. أما الرموز المحجوبة فلا تحتاج إلى حماية.
settings-screen-mac = ما دامت الرموز ظاهرة. أما الرموز المحجوبة فلا تحتاج إلى حماية. وبدءًا من macOS 15 تسجل بعض البرامج النافذة رغم ذلك.
settings-screen-not-here = لا يستطيع هذا النظام إبقاء نافذة خارج التسجيلات، ويستطيع ذلك Windows وmacOS. وتبقى الرموز المحجوبة مخفية في كل مكان.

recovery-setting = مفتاح الاسترداد
recovery-setting-hint = يفتح البيانات عند ضياع سلسلة المفاتيح أو عبارة المرور. ويلزم حفظه مطبوعًا بعيدًا عن هذا الجهاز.
recovery-open = إظهار…
recovery-title = إظهار مفتاح الاسترداد
recovery-words = من يملك المفتاح وملف البيانات يستطيع قراءة كل شيء، وتعيين كلمة مرور لمسؤول. **سيذكر سجل التدقيق أنك اطلعت عليه.**
recovery-password = كلمة مرورك
recovery-password-wrong = كلمة المرور هذه غير صحيحة. تلزم مراجعة الحروف الكبيرة ولغة لوحة المفاتيح.
recovery-cancel = إلغاء الأمر
recovery-show = إظهار المفتاح
recovery-shown-title = مفتاح الاسترداد
recovery-shown-words = يلزم طبعه وحفظه بعيدًا عن هذا الجهاز. ويختفي من الشاشة عند إغلاق هذه النافذة.
recovery-done = تم
