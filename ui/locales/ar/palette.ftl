# The command palette, the list of shortcuts, masked codes, the table's columns.

palette = لوحة الأوامر
palette-open = الانتقال إلى أي شيء
palette-open-short = الانتقال إلى أي شيء…
palette-hint = ما المطلوب فعله، أو لمن هذا الرمز؟
palette-none = لا شيء يطابق «{ $typed }».
palette-looking = جارٍ البحث…
palette-results =
    { $count ->
        [zero] { $count } نتيجة
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] { $count } نتائج
        [many] { $count } نتيجة
       *[other] { $count } نتيجة
    }
palette-invitations = الدعوات
palette-create = إنشاء دعوة
palette-create-also = جديد جديدة إضافة دعوة رمز إصدار
palette-sheet = دعوات من جدول…
palette-sheet-also = استيراد csv دفعة كثيرة لصق جدول بيانات
palette-print = طباعة…
palette-print-also = بطاقات ملصق pdf ورق
palette-list = الانتقال إلى الدعوات
palette-list-also = فتح قائمة الرئيسية
palette-archive = الانتقال إلى الأرشيف
palette-archive-also = فتح مؤرشفة قديمة
palette-show-all = إظهار كل الدعوات
palette-show-active = إظهار الدعوات النشطة
palette-show-active-also = معلقة مفتوحة تصفية
palette-show-used = إظهار الدعوات المستخدمة
palette-show-used-also = مقبولة انضم تصفية
palette-show-expired = إظهار الدعوات المنتهية
palette-show-expired-also = انتهت صلاحية تصفية
palette-show-revoked = إظهار الدعوات الملغاة
palette-show-revoked-also = غير صالحة باطلة تصفية
palette-show-expiring = إظهار ما ينتهي خلال 48 ساعة
palette-show-expiring-also = قريبا تصفية
palette-clean-up = تنظيف…
palette-clean-up-also = أرشفة قديمة منتهية
palette-mask = حجب الرموز
palette-unmask = إظهار الرموز من جديد
palette-mask-also = إخفاء خصوصية نقاط
palette-theme-light = المظهر: فاتح
palette-theme-dark = المظهر: داكن
palette-theme-system = المظهر: حسب النظام
palette-theme-also = سمة ليل ليلي نهار وضع
palette-settings = الانتقال إلى الإعدادات
palette-settings-also = فتح تفضيلات سياسة خيارات
palette-shortcuts = اختصارات لوحة المفاتيح
palette-shortcuts-also = مساعدة مفاتيح
palette-lock = قفل
palette-lock-also = غياب توقف
palette-sign-out = تسجيل الخروج
palette-sign-out-also = مغادرة خروج إنهاء

# ---- shortcuts
shortcuts-title = اختصارات لوحة المفاتيح
shortcuts-done = إغلاق
shortcuts-single = المفاتيح المفردة
shortcuts-single-hint = حروف ورموز مفردة كاختصارات. عند التعطيل: لا تعمل إلا المفاتيح المقرونة بمفتاح Ctrl أو Alt، أو التي لها اسم.
shortcuts-window = في كل مكان
shortcuts-table = في القائمة
shortcuts-one = دعوة واحدة
shortcuts-palette = الانتقال إلى أي شيء
shortcuts-shortcuts = هذه القائمة
shortcuts-create = إنشاء دعوة
shortcuts-search = بحث
shortcuts-counters = العدادات كعوامل تصفية
shortcuts-mask = حجب الرموز
shortcuts-escape = إغلاق، مسح، رجوع
shortcuts-primary = الزر الرئيسي في مربع الحوار
shortcuts-region = الجزء التالي من النافذة
shortcuts-history = للخلف، للأمام
shortcuts-zoom = تكبير، تصغير، الحجم المعتاد (وكذلك Ctrl مع العجلة)
shortcuts-lock = قفل
shortcuts-settings = الإعدادات
shortcuts-to-invitations = الانتقال إلى الدعوات
shortcuts-to-users = الانتقال إلى المستخدمين
shortcuts-details = التفاصيل
shortcuts-copy-code = نسخ الرمز
shortcuts-copy-link = نسخ الرابط
shortcuts-qr = إظهار رمز QR
shortcuts-hold = إظهار رمز محجوب ما دام المفتاح مضغوطًا
shortcuts-replace = استبدال…
shortcuts-revoke = إلغاء…
shortcuts-rows = الصف التالي، السابق
shortcuts-ends = الصف الأول، الأخير
shortcuts-leaps = عشرة صفوف لأعلى، لأسفل
shortcuts-buttons = أزرار الصف
shortcuts-select = تحديد الصف
shortcuts-extend = تحديد صفوف أخرى
shortcuts-page = تحديد الصفحة
shortcuts-widths = عرض العمود، عند رأسه
key-alt = Alt
key-shift = Shift
key-escape = Esc
key-delete = Del
key-home = Home
key-end = End
key-page-up = Page Up
key-page-down = Page Down
key-space = Space
key-then = ثم

# ---- masked codes
mask = حجب الرموز
mask-title = تظهر الرموز نقاطًا ما لم يُضغط عليها ضغطًا مستمرًا (M)
mask-hold = الضغط المستمر يُظهر الرمز
mask-hidden = رمز محجوب: الضغط المستمر يُظهره
mask-on = الرموز محجوبة
mask-on-hint = الضغط المستمر على أحدها، أو على المفتاح H عند صفه، يُظهره. والنسخ يعمل كالمعتاد.
mask-off = الرموز ظاهرة
palette-users = المستخدمون
palette-users-also = أشخاص حسابات أعضاء تعليق دور
palette-profile-also = كلمة المرور اسم بريد جلسات
