# The Invitations page and its dialogs.

invitations-title = الدعوات
invitations-create = إنشاء دعوة

# ---- counters and filters
invitations-counters = التصفية حسب الحالة
invitations-all = الكل
invitations-active = نشطة
invitations-used = مستخدمة
invitations-expired = منتهية
invitations-revoked = ملغاة
invitations-expiring = تنتهي خلال 48 ساعة
invitations-search = البحث في الدعوات
invitations-search-hint = رمز أو بريد أو تسمية أو رابط…
invitations-filter-status = الحالة
invitations-filter-role = الدور
invitations-filter-department = القسم

# ---- the table
invitations-table = الدعوات
invitations-code = الرمز
invitations-email = البريد
invitations-role = الدور
invitations-status = الحالة
invitations-expires = الانتهاء
invitations-used-by = من استخدمها
invitations-created-by = من أنشأها
invitations-created = الإنشاء
invitations-anyone = أي شخص
invitations-anyone-label = أي شخص ·
invitations-anyone-at = أي عنوان في
invitations-code-kept = لا يظهر لدورك
invitations-never = بلا انتهاء
invitations-uses = { $uses } من { $limit } مستخدمة
invitations-uses-short = { $uses } من { $limit }
invitations-use-line = { $name }، { $when }
invitations-uses-more =
    { $count ->
        [zero] ولا أحد غيرهم
        [one] وشخص آخر
        [two] وشخصان آخران
        [few] و{ $count } أشخاص آخرين
        [many] و{ $count } شخصًا آخر
       *[other] و{ $count } شخص آخر
    }
invitations-revoked-by = ملغاة بواسطة { $name }، { $when }
invitations-revoked-because = ملغاة بواسطة { $name }، { $when }: { $reason }
invitations-created-at = { $name }، { $when }
invitations-role-in = { $role }، { $department }

# ---- what can be done with a row
invitations-copy-code = نسخ الرمز
invitations-copy-code-title = نسخ الرمز (C)
invitations-copy-link = نسخ الرابط
invitations-copy-text = نسخ نص الدعوة
invitations-copy-link-title = نسخ الرابط (L)
invitations-revoke = إلغاء…
invitations-copied-code = نُسخ الرمز
invitations-copied-link = نُسخ الرابط
invitations-copied-text = نُسخ نص الدعوة
# The text for a person. Put together by the backend: the page hands it the words around the code and the link.
letter-who = دعوة من { $inviter } للانضمام إلى { $organisation } بدور { $role }.
letter-role = { $role }
letter-role-in = { $role } في { $department }
letter-how =
    للانضمام، يُفتح هذا الرابط:
    { $link }
    أو يُفتح Vestibule ويُختار «لدي رمز» ثم يُدخَل:
    { $code }
letter-ends = تنتهي الدعوة في { $at }.
letter-never = ليس للدعوة موعد انتهاء.
letter-for-email = وهي للعنوان { $email } وحده.
letter-for-domain =
    { $count ->
        [zero] لا يمكن لأحد لديه عنوان في النطاق { $domain } استخدامها.
        [one] ويمكن لشخص واحد لديه عنوان في النطاق { $domain } استخدامها.
        [two] ويمكن لشخصين لدى كل منهما عنوان في النطاق { $domain } استخدامها.
        [few] ويمكن أن يستخدمها { $count } أشخاص لدى كل منهم عنوان في النطاق { $domain }.
        [many] ويمكن أن يستخدمها { $count } شخصًا لدى كل منهم عنوان في النطاق { $domain }.
       *[other] ويمكن أن يستخدمها { $count } شخص لدى كل منهم عنوان في النطاق { $domain }.
    }
letter-for-anyone =
    { $count ->
        [zero] لا يمكن لأحد استخدامها.
        [one] ويمكن استخدامها مرة واحدة، فيحسن الاحتفاظ بها وعدم إعطائها لأحد.
        [two] ويمكن أن يستخدمها شخصان.
        [few] ويمكن أن يستخدمها { $count } أشخاص.
        [many] ويمكن أن يستخدمها { $count } شخصًا.
       *[other] ويمكن أن يستخدمها { $count } شخص.
    }
letter-unexpected = تظهر لك تفاصيل الانضمام قبل أن يُستخدم شيء. وإن لم تتوقع هذه الدعوة فيحسن سؤال { $inviter }، وجهًا لوجه أو على رقم معروف لديك، قبل فتح الرابط.
invitations-copied-clears = يُمسح من الحافظة بعد { $seconds ->
        [zero] { $seconds } ثانية
        [one] ثانية واحدة
        [two] ثانيتين
        [few] { $seconds } ثوانٍ
        [many] { $seconds } ثانية
       *[other] { $seconds } ثانية
    }
invitations-copy-failed = تعذر النسخ
invitations-copy-failed-hint = يمكن تحديد الرمز والضغط على { $command } C

# ---- nothing to show
invitations-loading = تحميل الدعوات
invitations-empty-title = لا دعوات بعد
invitations-empty = تتيح الدعوة لشخص أو أكثر الانضمام إلى { $organisation } بالدور المختار. وينتج عنها رمز ورابط ورمز QR للتوزيع.
invitations-empty-watch = تتيح الدعوة لشخص أو أكثر الانضمام إلى { $organisation } بالدور الذي يختاره الداعي. وتظهر الدعوة الأولى هنا.
invitations-none-found-hint = يمكن البحث عن جزء من الرمز أو عن بريد أو تسمية أو اسم. ولا يشمل البحث الدعوات المؤرشفة.
invitations-none-filtered-hint =
    { $count ->
        [zero] لا توجد دعوات عند مسح التصفية أيضًا.
        [one] توجد دعوة واحدة عند مسح التصفية.
        [two] توجد دعوتان عند مسح التصفية.
        [few] توجد { $count } دعوات عند مسح التصفية.
        [many] توجد { $count } دعوة عند مسح التصفية.
       *[other] توجد { $count } دعوة عند مسح التصفية.
    }

# ---- create
create-title = إنشاء دعوة
create-who = من يمكنه استخدامها
create-one-person = شخص واحد
create-anyone = أي شخص لديه الرمز
create-email = البريد الإلكتروني
create-email-hint = لا ينضم بالرمز إلا من يُدخل هذا العنوان.
create-anyone-hint = الرمز يتيح الانضمام لكل من يحمله، حتى بلوغ عدد الاستخدامات.
create-role = الدور
create-role-locked = دورك لا يدعو إلا إلى { $role }.
create-department = القسم
create-department-locked = الدعوة مقصورة على قطاعك.
create-department-new = «{ $name }» جديد: يُنشأ مع الدعوة.
create-department-near = «{ $name }» جديد: يُنشأ مع الدعوة. هل المقصود { $near }؟
create-department-choice = قسم جديد «{ $name }»
create-new-department = قسم جديد «{ $name }»
create-new-department-near = قسم جديد «{ $name }». هل المقصود { $near }؟
create-new-group = مجموعة جديدة «{ $name }»
create-new-group-near = مجموعة جديدة «{ $name }». هل المقصود { $near }؟
create-department-hint = اختيار قسم أو تسميته
create-department-show = إظهار الأقسام
create-expires = الانتهاء
create-hours =
    { $hours ->
        [zero] { $hours } ساعة
        [one] ساعة واحدة
        [two] ساعتان
        [few] { $hours } ساعات
        [many] { $hours } ساعة
       *[other] { $hours } ساعة
    }
create-days =
    { $days ->
        [zero] { $days } يوم
        [one] يوم واحد
        [two] يومان
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    }
create-choose = اختيار تاريخ…
create-never = بلا انتهاء
create-date = التاريخ
create-time = الوقت
create-date-hint = 2026-12-31 مثلًا
create-time-hint = 17:00 مثلًا
create-date-show = اختيار من التقويم
create-expires-at = { $at }. تسمح السياسة بمدة أقصاها { $days ->
        [zero] { $days } يوم
        [one] يوم واحد
        [two] يومان
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    }.
create-expires-never = تعمل حتى تُستنفد أو تُلغى.
create-uses = الاستخدامات
create-uses-fewer = أقل
create-uses-more = أكثر
create-uses-one = يستخدمها شخص واحد مرة واحدة.
create-label = التسمية
create-label-hint = الغرض منها، أو مكان توزيعها
create-cancel = إلغاء الأمر
create-generate = إصدار
create-generate-keys = { $command } ↵
create-missing-email = يلزم إدخال بريد، مثل noor@post.example، أو اختيار «أي شخص لديه الرمز».
create-bad-date = 2026-12-31 هو شكل التاريخ، ويلزم أن يكون يومًا موجودًا، وشكل الوقت 17:00.

# ---- the new invitation
created-title = أُنشئت الدعوة
created-link = رابط الدعوة
created-for = لمن
created-role = الدور
created-expires = الانتهاء
created-expires-both = { $exact } ({ $relative })
created-uses = الاستخدامات
created-another = إنشاء دعوة أخرى
created-done = تم
created-kept = دورك لا يتيح رؤية الرمز. ويمكن لأحد المسؤولين تسليمه.

# ---- revoke
revoke-title = إلغاء هذه الدعوة؟
revoke-body =
    { $limit ->
        [zero] يتوقف الرمز والرابط ورمز QR عن العمل فورًا.
        [one] يتوقف الرمز والرابط ورمز QR عن العمل فورًا.
        [two]
            { $left ->
                [zero] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **{ $left } استخدام من أصل { $limit }**.
                [one] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **استخدام واحد من أصل { $limit }**.
                [two] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **استخدامان من أصل { $limit }**.
                [few] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **{ $left } استخدامات من أصل { $limit }**.
                [many] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **{ $left } استخدامًا من أصل { $limit }**.
               *[other] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **{ $left } استخدام من أصل { $limit }**.
            }
        [few]
            { $left ->
                [zero] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **{ $left } استخدام من أصل { $limit }**.
                [one] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **استخدام واحد من أصل { $limit }**.
                [two] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **استخدامان من أصل { $limit }**.
                [few] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **{ $left } استخدامات من أصل { $limit }**.
                [many] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **{ $left } استخدامًا من أصل { $limit }**.
               *[other] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **{ $left } استخدام من أصل { $limit }**.
            }
        [many]
            { $left ->
                [zero] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **{ $left } استخدام من أصل { $limit }**.
                [one] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **استخدام واحد من أصل { $limit }**.
                [two] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **استخدامان من أصل { $limit }**.
                [few] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **{ $left } استخدامات من أصل { $limit }**.
                [many] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **{ $left } استخدامًا من أصل { $limit }**.
               *[other] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **{ $left } استخدام من أصل { $limit }**.
            }
       *[other]
            { $left ->
                [zero] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **{ $left } استخدام من أصل { $limit }**.
                [one] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **استخدام واحد من أصل { $limit }**.
                [two] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **استخدامان من أصل { $limit }**.
                [few] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **{ $left } استخدامات من أصل { $limit }**.
                [many] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **{ $left } استخدامًا من أصل { $limit }**.
               *[other] يتوقف الرمز والرابط ورمز QR عن العمل فورًا، ويضيع **{ $left } استخدام من أصل { $limit }**.
            }
    }
revoke-stay =
    { $joined ->
        [zero] لم ينضم بها أحد بعد.
        [one] الشخص الذي انضم يبقى.
        [two] الشخصان اللذان انضما يبقيان.
        [few] يبقى { $joined } أشخاص سبق أن انضموا.
        [many] يبقى { $joined } شخصًا سبق أن انضموا.
       *[other] يبقى { $joined } شخص سبق أن انضموا.
    }
revoke-final = **لا يمكن التراجع عن ذلك.**
revoke-reason = السبب
revoke-reason-hint = أُزيل الملصق
revoke-keep = الإبقاء عليها
revoke-confirm = إلغاء الدعوة
revoke-done = أُلغيت الدعوة

# ---- choosing a date
calendar-label = التقويم
calendar-earlier = الشهر السابق
calendar-later = الشهر التالي
calendar-month = { $month } { $year }
calendar-january = يناير
calendar-february = فبراير
calendar-march = مارس
calendar-april = أبريل
calendar-may = مايو
calendar-june = يونيو
calendar-july = يوليو
calendar-august = أغسطس
calendar-september = سبتمبر
calendar-october = أكتوبر
calendar-november = نوفمبر
calendar-december = ديسمبر
calendar-monday = ن
calendar-tuesday = ث
calendar-wednesday = ر
calendar-thursday = خ
calendar-friday = ج
calendar-saturday = س
calendar-sunday = ح

# ---- how old
invitations-age-now = الآن
invitations-age-minutes = { $n } د
invitations-age-hours = { $n } س
invitations-age-days = { $n } ي
invitations-age-years = { $n } سنة
