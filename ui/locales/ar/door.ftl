# The doorway pages: first start, opening the file, sign in, locked, join.

# ---- on every doorway page
door-local = محلي، على هذا الجهاز
door-version = الإصدار { $version }
door-data = مجلد البيانات: { $path }
door-back = رجوع
door-opening = جارٍ الفتح…
door-again = إعادة المحاولة

# ---- first start
first-steps = الخطوات
first-step-start = البدء
first-step-organisation = المؤسسة
first-step-administrator = المسؤول الأول
first-step-recovery = مفتاح الاسترداد
first-step-ready = الجاهزية
first-local = كل شيء يبقى على هذا الجهاز.
first-continue = متابعة
first-start-title = الدخول لمن يحق له
first-start-text = تصدر رموز الدعوة من هنا، ويستخدمها القادمون الجدد: في البيت عبر رابط، أو على هذا الجهاز.
first-start-codes = رموز تكشف أخطاء كتابتها بنفسها، وتعمل مرة أو عدة مرات، ويمكن إلغاؤها فورًا.
first-start-offline = يعمل بلا شبكة. والبيانات ملف واحد مشفر على هذا الجهاز.
first-start-trail = يُدوَّن من دعا من، ويمكن التحقق من ذلك.
first-start-link = **فُتح رابط دعوة، وهذا الجهاز لا يتبع أي مؤسسة بعد.** يمكن فتح الرابط على جهاز للمؤسسة الداعية، أو كتابة رمزه هناك.
first-start-create = إنشاء مؤسسة
first-start-sample = التجربة ببيانات نموذجية
first-start-sample-hint = تُفتح البيانات النموذجية في نافذة ثانية وتزول عند إغلاقها.
first-organisation-title = تسمية مؤسستك
first-organisation-text = هذا ما يراه القادمون الجدد عند فتح دعوة.
first-organisation-name = الاسم
first-join-address = عنوان الانضمام
first-join-address-example = https://join.school.example
first-join-address-hint = من دونه تبدأ الروابط بـ vestibule://join وتفتح هذا التطبيق.
first-logo-hint = صورة PNG أو JPEG، حتى 2 ميغابايت. ويمكن تغييره لاحقًا.
first-preview = ما يراه القادم الجديد
first-preview-unnamed = مؤسستك
first-preview-by-you = دعوة منك · طاقم العمل
first-preview-by = دعوة من { $name } · طاقم العمل
first-preview-join = الانضمام
first-administrator-title = المسؤول الأول
first-administrator-text = لهذا الحساب كل الصلاحيات. وينضم الآخرون بدعوة.
first-password-again = كلمة المرور مرة أخرى
first-password-differs = كلمتا المرور مختلفتان.
first-passphrase = عبارة المرور للملف
first-passphrase-again = عبارة المرور مرة أخرى
first-passphrase-differs = عبارتا المرور مختلفتان.
first-passphrase-why = **لا توجد سلسلة مفاتيح في هذا الجهاز.** تُشفَّر البيانات بعبارة مرور بدلًا منها، ويطلبها Vestibule عند كل تشغيل.
first-passphrase-instead = **يمكن المتابعة من دون سلسلة المفاتيح.** تُشفَّر البيانات بعبارة مرور بدلًا منها، ويطلبها Vestibule عند كل تشغيل.
first-create = إنشاء المؤسسة
first-recovery-title = مفتاح الاسترداد الخاص بك
first-recovery-text = **يلزم طبعه الآن** وحفظه بعيدًا عن هذا الجهاز. إذا ضاعت سلسلة مفاتيح هذا الجهاز فلن يستطيع أحد فتح البيانات من دونه.
first-recovery-text-passphrase = **يلزم طبعه الآن** وحفظه بعيدًا عن هذا الجهاز. من دونه ومن دون عبارة المرور لا يستطيع أحد فتح البيانات.
first-recovery-sheet = مفتاح استرداد Vestibule
first-recovery-printed = طُبع { $at }
first-recovery-how = إذا طلب Vestibule مفتاح الاسترداد فتُكتب هذه السطور كما هي. وتُحفظ هذه الورقة حيث لا يصل إليها إلا المسؤولون.
first-recovery-kept = طبعته أو دوّنته
first-recovery-print = طباعة…
first-recovery-once = يمكن لأي مسؤول إظهاره لاحقًا من الإعدادات.
first-ready-title = { $organisation } جاهزة
first-ready-text = بقي تسجيل الدخول، ثم إنشاء الدعوة الأولى.
first-ready-administrator = المسؤول
first-ready-logo = يمكن إضافة شعار من الإعدادات بعد تسجيل الدخول.
first-ready-data = مجلد البيانات
first-finish = الانتقال إلى تسجيل الدخول

# ---- opening a file whose key is not at hand
open-title = فتح الملف
open-text-passphrase = البيانات على هذا الجهاز مشفرة، وتفتحها عبارة المرور.
open-text-recovery = البيانات على هذا الجهاز مشفرة. يُكتب هنا مفتاح الاسترداد الذي طُبع عند التشغيل الأول.
open-passphrase = عبارة المرور
open-recovery-key = مفتاح الاسترداد
open-recovery-hint = سطرًا سطرًا، كما طُبع. ولا فرق بين الحروف الكبيرة والصغيرة، ولا أثر للشرطات.
open-submit = فتح
open-use-recovery = نسيت عبارة المرور؟
open-text-forgotten = يُكتب هنا مفتاح الاسترداد الذي طُبع عند التشغيل الأول، وعبارة مرور جديدة. وهي تفتح الملف من الآن فصاعدًا، أما القديمة فلا تفتحه بعد ذلك.
open-text-recovery-passphrase = يُكتب هنا مفتاح الاسترداد الذي طُبع عند التشغيل الأول، وعبارة مرور: لا توجد سلسلة مفاتيح في هذا الجهاز، لذلك تُطلب عند كل تشغيل.
open-new-passphrase = عبارة المرور الجديدة
open-new-again = عبارة المرور الجديدة مرة أخرى
open-new-differs = عبارتا المرور مختلفتان.
open-new-submit = تعيين وفتح
open-use-passphrase = استخدام عبارة المرور بدلًا منه

# ---- the file can't be used
unusable-title = لا يمكن فتح الملف
unusable-newer = يحتاج هذا الملف إلى إصدار أحدث من Vestibule
unusable-corrupt = لا يمكن قراءة الملف
unusable-foreign = هذا ليس ملف Vestibule
unusable-unwritable = لا يمكن الكتابة في الملف
unusable-busy = الملف قيد الاستخدام
unusable-fault = لم يُفقد شيء، وفي سجل البرنامج مزيد من التفاصيل. يمكن إعادة المحاولة؛ وإن بقي الخلل فيلزم تشغيل Vestibule من جديد.

# ---- sign in
sign-in-title = تسجيل الدخول إلى { $organisation }
sign-in-username = اسم المستخدم أو عنوان البريد الإلكتروني
sign-in-password = كلمة المرور
sign-in-keep = إبقاء دخولي مسجلًا على هذا الجهاز
sign-in-submit = تسجيل الدخول
sign-in-reset = لدي رمز إعادة تعيين
sign-in-password-set = **عُيّنت كلمة مرورك الجديدة.** يمكن تسجيل الدخول بها.
sign-in-forgot = نسيتها؟
sign-in-forgot-text = **يمكن طلب المساعدة من أحد المسؤولين.** يعطيك رمزًا لمرة واحدة، وبه تُعيَّن كلمة مرور جديدة. ولا يستطيع أحد الاطلاع على القديمة.
sign-in-forgot-administrator = المسؤول الذي لا يستطيع الدخول يعيّن كلمة مرور جديدة بمفتاح الاسترداد: «لدي رمز إعادة تعيين»، ثم «لدي مفتاح الاسترداد».
sign-in-new = أول مرة هنا؟
sign-in-code = لدي رمز
sign-in-samples = بيانات نموذجية: من يمكنه تسجيل الدخول

# ---- a new password by a one-time code
reset-title = تعيين كلمة مرور جديدة
reset-text = نسيت كلمة المرور؟ يعطيك أحد المسؤولين رمزًا صالحًا لمدة 24 ساعة ولاستخدام واحد.
reset-text-key = للمسؤولين: مفتاح الاسترداد، كما طُبع عند التشغيل الأول، يتيح تعيين كلمة مرور جديدة.
reset-use-key = لدي مفتاح الاسترداد
reset-use-code = لدي رمز إعادة تعيين
reset-code = رمز إعادة التعيين
reset-password = كلمة المرور الجديدة
reset-again = كلمة المرور الجديدة مرة أخرى
reset-submit = تعيين كلمة المرور

# ---- locked after rest
locked-where = { $organisation } · مقفلة
locked-text = كلمة مرورك تفتح النافذة حيث توقفت.
locked-link = **فُتح رابط دعوة.** يمكن فتح القفل لتحديد الغرض منه، أو تسجيل الخروج للانضمام به.
locked-unlock = فتح القفل
locked-sign-out = تسجيل الخروج

# ---- join
join-code-title = إدخال الرمز
join-code-text = الرمز مكتوب على دعوتك. ويمكن أيضًا لصق الرابط كله.
join-code = الرمز
join-code-hint = لا فرق بين الحروف الكبيرة والصغيرة، ولا أثر للمسافات والشرطات.
join-continue = متابعة
join-back = العودة إلى تسجيل الدخول
join-title = إنشاء حسابك
join-valid = الرمز صالح
join-welcome = أهلًا بك في
join-welcome-text = يسعدنا قدومك. إعداد حسابك لا يستغرق سوى دقيقة.
join-invited-by = الدعوة من
join-role = دورك عند الانضمام
join-department = القسم
join-open-until = مفتوحة حتى
join-summary = الانضمام بدور { $role }، بدعوة من { $name }
join-summary-in = الانضمام بدور { $role } في { $department }، بدعوة من { $name }
join-name = الاسم
join-name-yours = اسمك
join-email = البريد الإلكتروني
join-username = اسم المستخدم
join-password = كلمة المرور
join-bound = هذه الدعوة مخصصة للعنوان { $email }.
join-bound-domain = هذه الدعوة مخصصة لعناوين { $domain }.
join-submit = الانضمام إلى { $organisation }
join-when = لا يُستخدم الرمز إلا عند الضغط على «الانضمام».
join-another = ليست لك؟ إدخال رمز آخر
join-taken-one = «{ $name }» محجوز. أما { $free } فمتاح.
join-taken-two = «{ $name }» محجوز. أما { $first } و{ $second } فمتاحان.
join-changed = **تغيرت الدعوة في أثناء وجودك هنا.** الانضمام الآن يكون بدور { $role }. تلزم مراجعتها قبل الانضمام.
join-changed-in = **تغيرت الدعوة في أثناء وجودك هنا.** الانضمام الآن يكون بدور { $role } في { $department }. تلزم مراجعتها قبل الانضمام.
join-other-title = فتح الرابط الآخر؟
join-other-text = فُتح رابط دعوة آخر. وعند المتابعة به لا يبقى ما كُتب هنا.
join-other-stay = البقاء هنا
join-other-open = فتح الرابط الآخر
joined-title = أهلًا بك، { $name }
joined-text = تم انضمامك إلى { $organisation } بدور { $role }. وحسابك جاهز لتسجيل الدخول.
joined-text-in = تم انضمامك إلى { $organisation } بدور { $role } في { $department }. وحسابك جاهز لتسجيل الدخول.
joined-sign-in = تسجيل الدخول
