# The Users page: the list, who is shown beside it, and the questions over it.

users-title = المستخدمون
users-table = المستخدمون
users-loading = قراءة المستخدمين
users-search = البحث في المستخدمين
users-search-hint = الاسم أو اسم المستخدم أو البريد
users-none-found-hint = يشمل البحث الاسم واسم المستخدم والبريد. يمكن مراجعة الكتابة، أو إزالة عوامل التصفية.
users-none-filtered-hint =
    { $count ->
        [zero] لا أحد من دون عوامل التصفية هذه أيضًا.
        [one] يوجد شخص واحد من دون عوامل التصفية هذه.
        [two] يوجد شخصان من دون عوامل التصفية هذه.
        [few] يوجد { $count } أشخاص من دون عوامل التصفية هذه.
        [many] يوجد { $count } شخصًا من دون عوامل التصفية هذه.
       *[other] يوجد { $count } شخص من دون عوامل التصفية هذه.
    }
users-counters = المستخدمون حسب الحالة
users-all = الكل
users-active = نشط
users-suspended = معلق
users-erased = ممحو
users-erased-name = حساب ممحو
users-never = لم يحدث
users-full-name = { $name } ({ $username })
users-state-unknown = لا توجد حالة كهذه: نشط أو معلق أو ممحو.
users-export-title = تصدير المستخدمين
users-export-name = المستخدمون { $day }
users-export-running = تصدير المستخدمين
users-export-done =
    { $count ->
        [zero] لم يُصدَّر أي مستخدم
        [one] صُدّر مستخدم واحد
        [two] صُدّر مستخدمان
        [few] صُدّر { $count } مستخدمين
        [many] صُدّر { $count } مستخدمًا
       *[other] صُدّر { $count } مستخدم
    }
users-name = الاسم
users-email = البريد
users-username = اسم المستخدم
users-role = الدور
users-department = القسم
users-group = المجموعة
users-groups = المجموعات
users-state = الحالة
users-last-sign-in = آخر دخول
users-joined = الانضمام
users-joined-through = الانضمام عبر

# ---- one user
user-details = التفاصيل
user-close = إغلاق التفاصيل
user-previous = السابق
user-next = التالي
user-role = تغيير الدور…
user-role-short = الدور…
user-department = نقل إلى قسم…
user-reset = إعادة تعيين كلمة المرور…
user-reactivate = إعادة التفعيل…
user-suspend = تعليق…
user-erase = محو…
user-invitation-open = الدعوة
user-sessions = الجلسات
user-no-sessions = لا دخول مسجل على هذا الجهاز.
user-session-window = نافذة
user-session-cli = سطر الأوامر
user-session-kiosk = كشك
user-session-this = { $place }، هذه الجلسة
user-session-kept = { $place }، دخول محفوظ
user-session-active = آخر نشاط { $when }
user-session-end = تسجيل الخروج: { $place }، منذ { $since }
user-session-ended = تم تسجيل الخروج هناك
user-activity = النشاط
user-by-nobody = جهة غير محددة
user-unread = لا يمكن قراءة هذا الآن
user-gone = لم يعد هنا أحد
user-try-again = إعادة المحاولة
activity-account-created = انضمام
activity-redeemed = استخدام دعوة
activity-role-changed = تغيير الدور بواسطة **{ $name }**
activity-moved = نقل الحساب إلى قسم آخر بواسطة **{ $name }**
activity-suspended = تعليق الحساب بواسطة **{ $name }**
activity-reactivated = إعادة تفعيل الحساب بواسطة **{ $name }**
activity-profile = تغيير الاسم أو البريد
activity-profile-refused = طلب عنوان يخص شخصًا آخر
activity-signed-in = تسجيل دخول
activity-signed-out = تسجيل خروج
activity-session-ended = إنهاء جلسة بواسطة **{ $name }**
activity-sign-in-failed = فشل تسجيل دخول
activity-code-issued = إنشاء رمز إعادة تعيين بواسطة **{ $name }**
activity-code-refused = رُفض رمز إعادة تعيين
activity-password-set = عُيّنت كلمة مرور جديدة
activity-recovery-key = الاطلاع على مفتاح الاسترداد
activity-not-permitted = طلب ما لا يسمح به الدور
activity-erased = محو البيانات الشخصية بواسطة **{ $name }**
activity-other = { $event }

# ---- questions
user-cancel = إلغاء الأمر
user-role-title = تغيير الدور
user-role-words = دور **{ $name }** الآن { $role }. وأي دور آخر يسري فورًا في كل الجلسات.
user-role-choose = الدور
user-role-confirm = تغيير الدور
user-role-done = دور { $name } الآن { $role }
user-role-none = لا يوجد دور آخر يمكنك منحه.
user-promote = للدور **{ $role }** صلاحياتك نفسها. تلزم كلمة مرورك للمتابعة.
user-peer = رتبة **{ $name }** مساوية لرتبتك. تلزم كلمة مرورك للمتابعة.
user-password = كلمة مرورك
user-password-wrong = هذه ليست كلمة مرورك.
user-department-title = نقل إلى قسم
user-department-words = ما تُتاح لـ **{ $name }** رؤيته وفعله يتغير تبعًا لذلك فورًا.
user-department-choose = القسم
user-department-none = بلا قسم
user-department-confirm = نقل
user-department-done = قسم { $name } الآن { $department }
user-suspend-title = تعليق هذا الحساب؟
user-suspend-words = يُسجَّل خروج **{ $name }** من كل مكان فورًا، ولا يمكن تسجيل الدخول حتى يُعاد تفعيل الحساب. وتبقى كلمة المرور وكل ما عداها.
user-suspend-confirm = تعليق
user-suspend-done = حساب { $name } معلق
user-reactivate-title = إعادة تفعيل هذا الحساب؟
user-reactivate-words = يعود تسجيل الدخول متاحًا لحساب **{ $name }**، بكلمة المرور السابقة.
user-reactivate-confirm = إعادة التفعيل
user-reactivate-done = عاد تسجيل الدخول متاحًا لحساب { $name }
user-reset-title = إنشاء رمز إعادة تعيين؟
user-reset-words = بهذا الرمز تُعيَّن كلمة مرور جديدة لحساب **{ $name }**. يظهر الرمز مرة واحدة، وهو صالح لمدة 24 ساعة ولاستخدام واحد. وإلى ذلك الحين تبقى كلمة المرور القديمة.
user-reset-confirm = إنشاء رمز
user-erase-title = محو هذا الشخص؟
user-erase-words = يُمحى نهائيًا ما يخص **{ $name }** من اسم وبريد إلكتروني واسم مستخدم وكلمة مرور، من القوائم والبحث وسجل التدقيق، ومعه البيانات الشخصية في الدعوات الخاصة بهذا الشخص وحده. وتبقى أفعاله مسجلة بلا اسم. وتحتفظ النسخ الاحتياطية والملفات المصدَّرة بما فيها. لا يمكن التراجع عن ذلك.
user-erase-confirm = محو
user-erase-done = مُحيت البيانات الشخصية
user-code-title = رمز إعادة تعيين لحساب { $name }
user-code-words = يلزم تسليمه شخصيًا إلى **{ $name }**. وهو صالح حتى { $until } ولاستخدام واحد، ولا يظهر مرة أخرى.
user-code-how = في صفحة تسجيل الدخول: «لدي رمز إعادة تعيين».
user-code-done = تم
user-code-copied = نُسخ رمز إعادة التعيين

# ---- many users
users-many-move = نقل…
users-many-sign-out = تسجيل الخروج…
users-many-reactivate = إعادة التفعيل…
users-many-suspend = تعليق…
users-many-sign-out-title = تسجيل خروج هؤلاء المستخدمين؟
users-many-reactivate-title = إعادة تفعيل هذه الحسابات؟
users-many-suspend-title = تعليق هذه الحسابات؟
users-many-move-body = يُنقل **{ $count ->
        [zero] { $count } مستخدم
        [one] مستخدم واحد
        [two] مستخدمان
        [few] { $count } مستخدمين
        [many] { $count } مستخدمًا
       *[other] { $count } مستخدم
    }**. وما تُتاح رؤيته وفعله يتغير تبعًا لذلك فورًا.
users-many-sign-out-body = يُسجَّل خروج **{ $count ->
        [zero] { $count } مستخدم
        [one] مستخدم واحد
        [two] مستخدمَين اثنين
        [few] { $count } مستخدمين
        [many] { $count } مستخدمًا
       *[other] { $count } مستخدم
    }** من كل جلسة على هذا الجهاز.
users-many-reactivate-body =
    { $count ->
        [zero] لا يمكن **لأي مستخدم** تسجيل الدخول من جديد، بكلمة المرور السابقة.
        [one] يمكن **لمستخدم واحد** تسجيل الدخول من جديد، بكلمة المرور السابقة.
        [two] يمكن **لمستخدمَين اثنين** تسجيل الدخول من جديد، بكلمة المرور السابقة.
        [few] يمكن لـ **{ $count } مستخدمين** تسجيل الدخول من جديد، بكلمة المرور السابقة.
        [many] يمكن لـ **{ $count } مستخدمًا** تسجيل الدخول من جديد، بكلمة المرور السابقة.
       *[other] يمكن لـ **{ $count } مستخدم** تسجيل الدخول من جديد، بكلمة المرور السابقة.
    }
users-many-suspend-body = يُسجَّل خروج **{ $count ->
        [zero] { $count } مستخدم
        [one] مستخدم واحد
        [two] مستخدمَين اثنين
        [few] { $count } مستخدمين
        [many] { $count } مستخدمًا
       *[other] { $count } مستخدم
    }** من كل مكان فورًا، ولا يمكن تسجيل الدخول حتى يُعاد تفعيل الحساب. وتبقى كلمة المرور وكل ما عداها.
users-many-move-confirm = نقل { $count ->
        [zero] { $count } مستخدم
        [one] مستخدم واحد
        [two] مستخدمَين اثنين
        [few] { $count } مستخدمين
        [many] { $count } مستخدمًا
       *[other] { $count } مستخدم
    }
users-many-sign-out-confirm = تسجيل خروج { $count ->
        [zero] { $count } مستخدم
        [one] مستخدم واحد
        [two] مستخدمَين اثنين
        [few] { $count } مستخدمين
        [many] { $count } مستخدمًا
       *[other] { $count } مستخدم
    }
users-many-reactivate-confirm = إعادة تفعيل { $count ->
        [zero] { $count } مستخدم
        [one] مستخدم واحد
        [two] مستخدمَين اثنين
        [few] { $count } مستخدمين
        [many] { $count } مستخدمًا
       *[other] { $count } مستخدم
    }
users-many-suspend-confirm = تعليق { $count ->
        [zero] { $count } مستخدم
        [one] مستخدم واحد
        [two] مستخدمَين اثنين
        [few] { $count } مستخدمين
        [many] { $count } مستخدمًا
       *[other] { $count } مستخدم
    }
users-many-moved = نُقل { $count ->
        [zero] { $count } مستخدم
        [one] مستخدم واحد
        [two] مستخدمان
        [few] { $count } مستخدمين
        [many] { $count } مستخدمًا
       *[other] { $count } مستخدم
    }.
users-many-signed-out = سُجّل خروج { $count ->
        [zero] { $count } مستخدم
        [one] مستخدم واحد
        [two] مستخدمَين اثنين
        [few] { $count } مستخدمين
        [many] { $count } مستخدمًا
       *[other] { $count } مستخدم
    }.
users-many-reactivated = أُعيد تفعيل { $count ->
        [zero] { $count } مستخدم
        [one] مستخدم واحد
        [two] مستخدمَين اثنين
        [few] { $count } مستخدمين
        [many] { $count } مستخدمًا
       *[other] { $count } مستخدم
    }.
users-many-suspended = عُلّق { $count ->
        [zero] { $count } مستخدم
        [one] مستخدم واحد
        [two] مستخدمان
        [few] { $count } مستخدمين
        [many] { $count } مستخدمًا
       *[other] { $count } مستخدم
    }.
users-many-done = أُنجز العمل مع { $count ->
        [zero] { $count } مستخدم
        [one] مستخدم واحد
        [two] مستخدمَين اثنين
        [few] { $count } مستخدمين
        [many] { $count } مستخدمًا
       *[other] { $count } مستخدم
    }.
users-many-unchanged = على هذه الحال من قبل: { $count ->
        [zero] { $count } مستخدم
        [one] مستخدم واحد
        [two] مستخدمان
        [few] { $count } مستخدمين
        [many] { $count } مستخدمًا
       *[other] { $count } مستخدم
    }.
users-many-left = بقي دون معالجة: { $count ->
        [zero] { $count } مستخدم
        [one] مستخدم واحد
        [two] مستخدمان
        [few] { $count } مستخدمين
        [many] { $count } مستخدمًا
       *[other] { $count } مستخدم
    }.
users-many-none = لا أحد منهم يمكن تنفيذ هذا معه.
users-many-peers = رتبتهم مساوية لرتبتك: { $count ->
        [zero] { $count } مستخدم
        [one] مستخدم واحد
        [two] مستخدمان
        [few] { $count } مستخدمين
        [many] { $count } مستخدمًا
       *[other] { $count } مستخدم
    }. تلزم كلمة مرورك للمتابعة.
users-many-yourself = أنت من بينهم، ويبقى حسابك كما هو
users-many-password =
    { $count ->
        [zero] لا أحد رتبته مساوية لرتبتك
        [one] مستخدم واحد رتبته مساوية لرتبتك: تلزم لذلك كلمة مرورك
        [two] مستخدمان رتبتهما مساوية لرتبتك: تلزم لذلك كلمة مرورك
        [few] { $count } مستخدمين رتبتهم مساوية لرتبتك: تلزم لذلك كلمة مرورك
        [many] { $count } مستخدمًا رتبتهم مساوية لرتبتك: تلزم لذلك كلمة مرورك
       *[other] { $count } مستخدم رتبتهم مساوية لرتبتك: تلزم لذلك كلمة مرورك
    }
users-many-last =
    { $count ->
        [zero] لا أحد هو المسؤول الأخير
        [one] مستخدم واحد هو المسؤول الأخير
        [two] مستخدمان هما آخر المسؤولين
        [few] { $count } مستخدمين هم آخر المسؤولين
        [many] { $count } مستخدمًا هم آخر المسؤولين
       *[other] { $count } مستخدم هم آخر المسؤولين
    }
users-many-without-department =
    { $count ->
        [zero] لا أحد يحتاج إلى قسم لدوره
        [one] مستخدم واحد يحتاج إلى قسم لدوره
        [two] مستخدمان يحتاجان إلى قسم لدوريهما
        [few] { $count } مستخدمين يحتاجون إلى قسم لأدوارهم
        [many] { $count } مستخدمًا يحتاجون إلى قسم لأدوارهم
       *[other] { $count } مستخدم يحتاجون إلى قسم لأدوارهم
    }
users-many-not-permitted =
    { $count ->
        [zero] لا أحد رتبته أعلى مما يُتاح لك، أو هو خارج صلاحياتك
        [one] مستخدم واحد رتبته أعلى مما يُتاح لك، أو هو خارج صلاحياتك
        [two] مستخدمان رتبتهما أعلى مما يُتاح لك، أو هما خارج صلاحياتك
        [few] { $count } مستخدمين رتبتهم أعلى مما يُتاح لك، أو هم خارج صلاحياتك
        [many] { $count } مستخدمًا رتبتهم أعلى مما يُتاح لك، أو هم خارج صلاحياتك
       *[other] { $count } مستخدم رتبتهم أعلى مما يُتاح لك، أو هم خارج صلاحياتك
    }
users-many-department-choose = اختيار قسم
users-many-running-title = تغيير المستخدمين
users-many-running = يجري تغيير المستخدمين واحدًا بعد آخر. وإذا أُوقف العمل الآن فمن تم تغييرهم يبقون كذلك.
users-many-report = نتيجة التغيير
users-many-report-close = إغلاق

# ---- one's own profile
settings-profile = ملفك الشخصي
profile-title = ملفك الشخصي
profile-hint = يرى الآخرون اسمك وعنوانك. ويكون دخولك باسم المستخدم أو بهذا العنوان.
profile-name = الاسم
profile-email = البريد الإلكتروني
profile-save = حفظ
profile-saved = حُفظ ملفك الشخصي
profile-password-title = كلمة المرور
profile-password-hint = كلمة المرور الجديدة تُنهي دخولك في كل مكان آخر.
profile-current = كلمة المرور الحالية
profile-new = كلمة المرور الجديدة
profile-set-password = تعيين كلمة المرور
profile-password-set = عُيّنت كلمة مرورك الجديدة
