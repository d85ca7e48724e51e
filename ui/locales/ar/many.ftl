# Many invitations: what binds them, their filters, the archive, and work that takes long.

# ---- create: every field
create-domain-choice = نطاق
create-domain = النطاق
create-domain-example = @school.example
create-domain-hint = كل من لديه عنوان في هذا النطاق يمكنه الانضمام بالرمز، حتى بلوغ عدد الاستخدامات.
create-missing-domain = يلزم إدخال نطاق، مثل school.example.
create-bad-domain = شكل النطاق: school.example.
create-number = الدعوات
create-one = واحدة
create-several = عدة دعوات من النوع نفسه
create-several-no-address = العنوان الواحد لدعوة واحدة. ولإنشاء عدة دعوات يلزم اختيار نطاق أو أي شخص.
create-several-no-person = العنوان الواحد لدعوة واحدة، وأنت بصدد إنشاء عدة دعوات.
create-count = العدد
create-groups = المجموعات
create-groups-hint = إضافة مجموعة…
create-groups-new = مجموعة جديدة «{ $name }»
create-groups-made =
    { $count ->
        [zero] “{ $names }”: تُنشأ مع الدعوة.
        [one] المجموعة “{ $names }” جديدة: تُنشأ مع الدعوة.
        [two] المجموعتان “{ $names }” جديدتان: تُنشآن مع الدعوة.
        [few] المجموعات “{ $names }” جديدة: تُنشأ مع الدعوة.
        [many] المجموعات “{ $names }” جديدة: تُنشأ مع الدعوة.
       *[other] المجموعات “{ $names }” جديدة: تُنشأ مع الدعوة.
    }
create-label-later = اختياري، ويمكن تغييره لاحقًا
create-label-show = إظهار التسميات المستخدمة حديثًا
create-note = الملاحظة
create-note-add = إضافة ملاحظة
create-note-hint = ما ينبغي أن يعرفه من يتابعون الدعوات
create-generate-several = إصدار { $count }
create-running-title = إنشاء الدعوات
create-running = يجري إنشاء { $count ->
        [zero] { $count } دعوة
        [one] دعوة واحدة
        [two] دعوتين
        [few] { $count } دعوات
        [many] { $count } دعوة
       *[other] { $count } دعوة
    }. تُحفظ كلها معًا في النهاية. وإذا أُوقف العمل الآن فلن تُنشأ أي دعوة.
create-many-done =
    { $count ->
        [zero] لم تُنشأ أي دعوة
        [one] أُنشئت دعوة واحدة
        [two] أُنشئت دعوتان
        [few] أُنشئت { $count } دعوات
        [many] أُنشئت { $count } دعوة
       *[other] أُنشئت { $count } دعوة
    }
create-cancelled = أُوقف العمل. لم تُنشأ أي دعوة.
created-groups = المجموعات
created-note = الملاحظة
tokens-remove = إزالة { $name }

# ---- work that takes long
job-far = { $done } من { $total }
job-beginning = جارٍ البدء…
job-cancel = إيقاف
job-cancelling = جارٍ الإيقاف…
job-left-moment = أوشك على الانتهاء
job-left-seconds = بقي نحو { $n ->
        [zero] { $n } ثانية
        [one] ثانية واحدة
        [two] ثانيتين
        [few] { $n } ثوانٍ
        [many] { $n } ثانية
       *[other] { $n } ثانية
    }
job-left-minutes = بقي نحو { $n ->
        [zero] { $n } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $n } دقائق
        [many] { $n } دقيقة
       *[other] { $n } دقيقة
    }

# ---- filters
filter-creator = من أنشأها
filter-group = المجموعة
filter-label = التسمية
filter-created = الإنشاء
filter-expires = الانتهاء
filter-status-unknown = لا توجد حالة كهذه.
filter-department-unknown = لا يوجد قسم كهذا.
picker-type = اختيار أو كتابة
picker-find = بحث
picker-exactly = «{ $typed }» بالضبط
picker-none = لا شيء يشبه ذلك
span-from = من
span-to = إلى
span-example = 2026-09-01
span-hint = أيام كاملة بتوقيت هذا الجهاز. ويمكن ترك أي منهما فارغًا.
span-unread = 2026-09-01 هو شكل كتابة اليوم.
span-apply = إظهار

# ---- revoke many
bulk-revoke-title = إلغاء هذه الدعوات؟
bulk-revoke-body = يتوقف فورًا عمل **{ $count ->
        [zero] { $count } دعوة
        [one] دعوة واحدة
        [two] دعوتين
        [few] { $count } دعوات
        [many] { $count } دعوة
       *[other] { $count } دعوة
    }**، مع ما لها من رمز ورابط ورمز QR. ويضيع **{ $left ->
        [zero] { $left } استخدام
        [one] استخدام واحد
        [two] استخدامان
        [few] { $left } استخدامات
        [many] { $left } استخدامًا
       *[other] { $left } استخدام
    }**.
bulk-revoke-stay =
    { $joined ->
        [zero] لم ينضم بها أحد بعد.
        [one] الشخص الذي انضم يبقى.
        [two] الشخصان اللذان انضما يبقيان.
        [few] يبقى { $joined } أشخاص سبق أن انضموا.
        [many] يبقى { $joined } شخصًا سبق أن انضموا.
       *[other] يبقى { $joined } شخص سبق أن انضموا.
    }
bulk-revoke-none = لا توجد بينها دعوة نشطة، فلا شيء لإلغائه.
bulk-revoke-skipped =
    { $count ->
        [zero] لا تُتجاوز أي دعوة: { $reasons }.
        [one] تُتجاوز دعوة واحدة: { $reasons }.
        [two] تُتجاوز دعوتان: { $reasons }.
        [few] تُتجاوز { $count } دعوات: { $reasons }.
        [many] تُتجاوز { $count } دعوة: { $reasons }.
       *[other] تُتجاوز { $count } دعوة: { $reasons }.
    }
bulk-revoke-used = { $count } مستخدمة
bulk-revoke-expired = { $count } منتهية
bulk-revoke-revoked = { $count } ملغاة من قبل
bulk-revoke-keep = الإبقاء عليها
bulk-revoke-confirm = إلغاء { $count ->
        [zero] { $count } دعوة
        [one] دعوة واحدة
        [two] دعوتين
        [few] { $count } دعوات
        [many] { $count } دعوة
       *[other] { $count } دعوة
    }
bulk-revoke-done =
    { $count ->
        [zero] لم تُلغَ أي دعوة
        [one] أُلغيت دعوة واحدة
        [two] أُلغيت دعوتان
        [few] أُلغيت { $count } دعوات
        [many] أُلغيت { $count } دعوة
       *[other] أُلغيت { $count } دعوة
    }
bulk-revoke-cancelled = أُوقف العمل. لم تُلغَ أي دعوة.
bulk-revoke-running-title = إلغاء الدعوات
bulk-revoke-running = يجري إلغاء { $count ->
        [zero] { $count } دعوة
        [one] دعوة واحدة
        [two] دعوتين
        [few] { $count } دعوات
        [many] { $count } دعوة
       *[other] { $count } دعوة
    }. تُلغى كلها معًا. وإذا أُوقف العمل الآن فلن تُلغى أي دعوة.

# ---- the archive
archive-show = إظهار الأرشيف
archive-empty = الأرشيف فارغ
archive-empty-hint = ينقل التنظيف إلى هنا الدعوات التي انتهت منذ زمن طويل. فتغادر القائمة، وتبقى رموزها مرفوضة على الدوام.
clean-up = تنظيف…
clean-up-title = تنظيف
clean-up-days = انتهت قبل أكثر من
clean-up-days-ago = من الأيام
clean-up-words = تغادر القائمةَ { $count ->
        [zero] **{ $count } دعوة** انتهت
        [one] **دعوة واحدة** انتهت
        [two] **دعوتان** انتهتا
        [few] **{ $count } دعوات** انتهت
        [many] **{ $count } دعوة** انتهت
       *[other] **{ $count } دعوة** انتهت
    } قبل أكثر من { $days ->
        [zero] { $days } يوم
        [one] يوم واحد
        [two] يومين
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    }، مع البقاء في سجل التدقيق وفي الأرشيف.
clean-up-none =
    { $days ->
        [zero] لم تنته أي دعوة قبل أكثر من { $days } يوم، فلا شيء لتنظيفه.
        [one] لم تنته أي دعوة قبل أكثر من يوم، فلا شيء لتنظيفه.
        [two] لم تنته أي دعوة قبل أكثر من يومين، فلا شيء لتنظيفه.
        [few] لم تنته أي دعوة قبل أكثر من { $days } أيام، فلا شيء لتنظيفه.
        [many] لم تنته أي دعوة قبل أكثر من { $days } يومًا، فلا شيء لتنظيفه.
       *[other] لم تنته أي دعوة قبل أكثر من { $days } يوم، فلا شيء لتنظيفه.
    }
clean-up-revoked = { $count } ملغاة
clean-up-confirm = تنظيف
clean-up-running-title = التنظيف
clean-up-running = يجري نقل { $count ->
        [zero] { $count } دعوة
        [one] دعوة واحدة
        [two] دعوتين
        [few] { $count } دعوات
        [many] { $count } دعوة
       *[other] { $count } دعوة
    } إلى الأرشيف. وإذا أُوقف العمل الآن فستبقى كلها في القائمة.
clean-up-done =
    { $count ->
        [zero] لم تُؤرشف أي دعوة
        [one] أُرشفت دعوة واحدة
        [two] أُرشفت دعوتان
        [few] أُرشفت { $count } دعوات
        [many] أُرشفت { $count } دعوة
       *[other] أُرشفت { $count } دعوة
    }
clean-up-cancelled = أُوقف العمل. تبقى كلها في القائمة.
