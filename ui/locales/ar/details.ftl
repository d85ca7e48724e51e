# One invitation from all sides: the details drawer, and Replace.

# ---- replace
replace-title = استبدال الدعوة
replace-words = **استبدال هذه الدعوة؟** تُلغى، وتُفتح دعوة جديدة بالتفاصيل نفسها. وتبقى الدعوتان مرتبطتين.
replace-reason = السبب
replace-reason-hint = أُرسلت إلى غير صاحبها
replace-confirm = استبدال
replace-done = استُبدلت الدعوة

# ---- the drawer
details-close = إغلاق (Esc)
details-previous = الدعوة السابقة (K)
details-next = الدعوة التالية (J)
details-both = { $one } · { $other }
details-expires = تنتهي { $when }
details-expired = انتهت { $when }
details-revoked = أُلغيت { $when }
details-never-expires = بلا انتهاء
details-qr = رمز QR لرابط الدعوة
details-qr-show = إظهار رمز QR
details-qr-title = إظهار رمز QR (Q)
details-qr-copy = نسخ رمز QR كصورة
details-qr-copy-short = نسخ الصورة
details-qr-copied = نُسخ رمز QR
details-qr-save = حفظ رمز QR في ملف
details-qr-save-short = حفظ…
details-qr-png = صورة (PNG)
details-qr-svg = رسم (SVG)
details-qr-file = رمز-الدعوة
details-qr-saved = **حُفظ** باسم { $name }
details-role = الدور
details-who = من يمكنه استخدامها
details-anyone = أي شخص لديه الرمز
details-domain = أي عنوان في { $domain }
details-department = القسم
details-groups = المجموعات
details-limit = الاستخدامات
details-ends = الانتهاء
details-never = بلا انتهاء
details-created = من أنشأها
details-by = { $name }، { $when }
details-was-revoked = من ألغاها
details-reason = السبب
details-replaces = بديلة عن
details-replaces-open = دعوة سابقة
details-replaced-by = حلت محلها
details-replaced-by-open = دعوة أحدث
details-archived = الأرشفة
details-label = التسمية
details-note = الملاحظة
details-edit = تعديل
details-edit-title = تغيير التسمية والملاحظة
details-label-hint = الغرض منها، أو مكان توزيعها
details-note-hint = ما ينبغي تذكره بشأنها
details-save = حفظ
details-cancel = إلغاء الأمر
details-saved = حُفظت التسمية والملاحظة
details-unsaved = يلزم أولًا حفظ التغييرات أو إلغاء الأمر.
details-uses = الاستخدامات
details-left =
    { $count ->
        [zero] لم يبق شيء
        [one] بقي واحد
        [two] بقي اثنان
        [few] بقي { $count }
        [many] بقي { $count }
       *[other] بقي { $count }
    }
details-unused = لم يستخدمها أحد بعد.
details-history = السجل الزمني
details-history-total =
    { $count ->
        [zero] { $count } حدث
        [one] حدث واحد
        [two] حدثان
        [few] { $count } أحداث
        [many] { $count } حدثًا
       *[other] { $count } حدث
    }
details-history-part = أحدث { $count } من { $total }
details-all = إظهار الكل ({ $count })
details-more = إظهار المزيد ({ $count })
details-gone = لم تعد هذه الدعوة في القائمة
details-gone-hint = إما أنها أُزيلت، أو أن دورك لم يعد يتيح رؤيتها.
details-unread = تعذرت قراءة التفاصيل
details-stale = **تعذرت قراءة التفاصيل من جديد.** { $reason }
details-loading = تحميل التفاصيل
details-replace = استبدال…
details-replace-title = استبدال هذه الدعوة (R)
details-revoke-title = إلغاء هذه الدعوة (Del)

# ---- its history
details-event-created =
    { $by ->
        [nobody] أُنشئت
       *[other] أُنشئت بواسطة **{ $name }**
    }
details-event-created-instead =
    { $by ->
        [nobody] أُنشئت بديلة عن دعوة أخرى
       *[other] أُنشئت بواسطة **{ $name }** بديلة عن دعوة أخرى
    }
details-event-copied-code =
    { $by ->
        [nobody] نُسخ الرمز
       *[other] نُسخ الرمز بواسطة **{ $name }**
    }
details-event-copied-link =
    { $by ->
        [nobody] نُسخ الرابط
       *[other] نُسخ الرابط بواسطة **{ $name }**
    }
details-event-copied-text =
    { $by ->
        [nobody] نُسخ نص الدعوة
       *[other] نُسخ نص الدعوة بواسطة **{ $name }**
    }
details-event-copied-picture =
    { $by ->
        [nobody] نُسخ رمز QR كصورة
       *[other] نُسخ رمز QR كصورة بواسطة **{ $name }**
    }
details-event-shown =
    { $by ->
        [nobody] عُرض رمز QR
       *[other] عُرض رمز QR على **{ $name }**
    }
details-event-saved =
    { $by ->
        [nobody] حُفظت في ملف
       *[other] حُفظت في ملف بواسطة **{ $name }**
    }
details-event-printed =
    { $by ->
        [nobody] طُبعت
       *[other] طُبعت بواسطة **{ $name }**
    }
details-event-exported =
    { $by ->
        [nobody] صُدّرت ضمن قائمة
       *[other] صُدّرت ضمن قائمة بواسطة **{ $name }**
    }
details-event-sent =
    { $known ->
        [nobody] { $by ->
            [nobody] وُضعت في انتظار الإرسال بالبريد الإلكتروني
           *[other] وضعها **{ $name }** في انتظار الإرسال بالبريد الإلكتروني
        }
       *[other] { $by ->
            [nobody] في انتظار الإرسال إلى { $to }
           *[other] وضعها **{ $name }** في انتظار الإرسال إلى { $to }
        }
    }
details-event-reminder =
    { $known ->
        [nobody] تذكير في انتظار الإرسال
       *[other] تذكير في انتظار الإرسال إلى { $to }
    }
details-event-described =
    { $by ->
        [nobody] غُيّرت التسمية والملاحظة
       *[other] غُيّرت التسمية والملاحظة بواسطة **{ $name }**
    }
details-event-labelled =
    { $by ->
        [nobody] غُيّرت التسمية
       *[other] غُيّرت التسمية بواسطة **{ $name }**
    }
details-event-noted =
    { $by ->
        [nobody] غُيّرت الملاحظة
       *[other] غُيّرت الملاحظة بواسطة **{ $name }**
    }
details-event-refused =
    { $cause ->
        [expired] رُفضت: كانت منتهية الصلاحية
        [used_up] رُفضت: كانت مستنفدة
        [revoked] رُفضت: كانت ملغاة
        [replaced] رُفضت: كانت مستبدلة
        [wrong_email] رُفضت: أُدخل عنوان بريد إلكتروني آخر
        [wrong_domain] رُفضت: كان العنوان من نطاق آخر
        [already_member] رُفضت: هذا الشخص عضو من قبل
        [username_taken] رُفضت: كان اسم المستخدم محجوزًا
        [changed] رُفضت: كانت قد تغيرت في الأثناء
        [creator_may_not] رُفضت: لم يعد مسموحًا لمن أنشأها بالدعوة إلى هذا الدور
       *[other] رُفضت: لسبب آخر
    }
details-event-used = استُخدمت بواسطة **{ $name }**
details-event-used-somebody = استُخدمت بواسطة شخص لم يعد حسابه موجودًا
details-event-revoked =
    { $by ->
        [nobody] أُلغيت
       *[other] أُلغيت بواسطة **{ $name }**
    }
details-event-replaced =
    { $by ->
        [nobody] استُبدلت
       *[other] استُبدلت بدعوة جديدة بواسطة **{ $name }**
    }
details-event-unknown = شيء سجّله إصدار أحدث من Vestibule: { $event }
details-event-archived =
    { $by ->
        [nobody] نُقلت إلى الأرشيف
       *[other] نُقلت إلى الأرشيف بواسطة **{ $name }**
    }
details-quote = «{ $text }»
details-changed = { $before } ← { $after }

# ---- in the row's menu
details-menu = التفاصيل
