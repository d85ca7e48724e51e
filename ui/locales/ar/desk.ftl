# The signed-in shell: sidebar, theme, session.

desk-sidebar = الشريط الجانبي
desk-sections = الصفحات
desk-explore = استكشاف
desk-invitations = الدعوات
desk-users = المستخدمون
desk-admin = لوحة الإدارة
desk-settings = الإعدادات
desk-active-count =
    { $count ->
        [zero] { $count } دعوة نشطة
        [one] دعوة نشطة واحدة
        [two] دعوتان نشطتان
        [few] { $count } دعوات نشطة
        [many] { $count } دعوة نشطة
       *[other] { $count } دعوة نشطة
    }
desk-local = محلي
desk-local-title = محلي: البيانات محفوظة على هذا الجهاز فقط
desk-version = الإصدار { $version }
desk-sign-out = تسجيل الخروج
desk-lock-title = قفل ({ $command } Shift L)
desk-ctrl = Ctrl
desk-person = { $name }، { $role }
desk-theme = المظهر
desk-theme-light = فاتح
desk-theme-dark = داكن
desk-theme-system = حسب النظام
desk-nothing-title = تم تسجيل دخولك
desk-nothing = ليس لدورك ({ $role }) صفحات هنا بعد. وما تتيحه لك { $organisation } لاحقًا يظهر في الشريط الجانبي.
clock-title = هل ساعة هذا الجهاز صحيحة؟
clock-ahead = تشير الساعة إلى **{ $clock }**. وآخر ما حدث هنا كان قبل ذلك بوقت طويل: { $last }.
clock-behind = تشير الساعة إلى **{ $clock }**. وآخر ما حدث هنا كان بعد ذلك: { $last }.
clock-advice = الساعة الخاطئة تجعل الدعوات تنتهي قبل أوانها أو بعده. إن كانت خاطئة فيلزم ضبطها في إعدادات النظام ثم تشغيل Vestibule من جديد. وإلى ذلك الحين لا يُنظَّف شيء، ولا يرجع الوقت هنا إلى الوراء.
clock-advice-other = يلزم إبلاغ أحد المسؤولين: الساعة الخاطئة تجعل الدعوات تنتهي قبل أوانها أو بعده.
clock-later = ليس الآن
clock-confirm = الساعة صحيحة
desk-keep-failed = **تم تسجيل دخولك، لكنه لن يبقى محفوظًا.** { $reason }
desk-notice-close = إغلاق هذه الرسالة

# ---- an invite link was opened
link-title = ما الغرض من رابط الدعوة هذا؟
link-text =
    { $finds ->
        [yes] الدخول مسجل باسم { $name }. يمكن العثور على الدعوة في القائمة، أو تسجيل الخروج لينضم شخص ما بهذه الدعوة. لم يُستخدم الرمز في شيء.
       *[no] الدخول مسجل باسم { $name }. يمكن تسجيل الخروج لينضم شخص ما بهذه الدعوة. لم يُستخدم الرمز في شيء.
    }
link-drop = ليس الآن
link-find = العثور عليها
link-join = تسجيل الخروج والانضمام

# ---- closing
leave-title = إغلاق Vestibule؟
leave-stay = البقاء
leave-anyway = الإغلاق مع ذلك
leave-session-title = تسجيل الخروج؟
leave-session-anyway = تسجيل الخروج مع ذلك
leave-recovery = **لم يُؤكَّد بعد حفظ مفتاح الاسترداد.** يلزم طبعه أو تدوينه أولًا: من دونه لا يستطيع أحد فتح البيانات إذا فُقد هذا الجهاز.
leave-reset-code = **رمز المرة الواحدة لا يظهر إلا مرة.** يلزم تسليمه قبل { $by ->
    [sign-out] تسجيل الخروج
   *[close] الإغلاق
 }: لا يمكن إظهاره مرة أخرى.
leave-work = **العمل جارٍ.** يُحفظ كله معًا في النهاية؛ وفي حال { $by ->
    [sign-out] تسجيل الخروج
   *[close] الإغلاق
 } الآن لا يُنجز منه شيء.
leave-work-parts = **العمل جارٍ.** يُحفظ جزءًا فجزءًا؛ وفي حال { $by ->
    [sign-out] تسجيل الخروج
   *[close] الإغلاق
 } الآن يبقى ما أُنجز، ولا يُنجز الباقي.
leave-rules = **القواعد المغيَّرة لم تُحفظ.** تضيع التغييرات في حال { $by ->
    [sign-out] تسجيل الخروج
   *[close] الإغلاق
 } الآن.
leave-sheet = **صفوف الجدول لم تصبح دعوات بعد.** يضيع ما أُلصق وما اختير في حال { $by ->
    [sign-out] تسجيل الخروج
   *[close] الإغلاق
 } الآن.
leave-create = **الدعوة التي بدأ إعدادها لم تُنشأ.** يضيع ما كُتب في حال { $by ->
    [sign-out] تسجيل الخروج
   *[close] الإغلاق
 } الآن.
leave-profile = **تغيير الاسم أو العنوان لم يُحفظ.** يضيع في حال { $by ->
    [sign-out] تسجيل الخروج
   *[close] الإغلاق
 } الآن.
leave-describe = **تغيير التسمية والملاحظة لم يُحفظ.** يضيع في حال { $by ->
    [sign-out] تسجيل الخروج
   *[close] الإغلاق
 } الآن.
work-left-stopped = **إغلاق Vestibule أو تسجيل الخروج أوقف العمل الجاري:** لم يُنجز منه شيء. ويمكن بدؤه من جديد.
work-left-unknown = **أُغلق Vestibule والعمل جارٍ.** إما أنه أُنجز كله أو لم يُنجز منه شيء: تلزم مراجعة القائمة قبل بدئه من جديد.
work-left-unknown-parts = **أُغلق Vestibule والعمل جارٍ.** ما أُنجز باقٍ: تلزم مراجعة القائمة قبل بدء العمل من جديد على الباقي.
work-left-partly = **العمل الذي كان جاريًا عند إغلاق Vestibule أو تسجيل الخروج أُنجز جزئيًا:** شمل { $done ->
        [zero] { $done } مستخدم
        [one] مستخدمًا واحدًا
        [two] مستخدمَين اثنين
        [few] { $done } مستخدمين
        [many] { $done } مستخدمًا
       *[other] { $done } مستخدم
    }، وبقي { $left ->
        [zero] { $left } مستخدم
        [one] مستخدم واحد
        [two] مستخدمان
        [few] { $left } مستخدمين
        [many] { $left } مستخدمًا
       *[other] { $left } مستخدم
    }. ويمكن بدؤه من جديد على الباقي.
