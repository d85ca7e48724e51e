# One sentence per error code: what happened, where, and what would be right. Where a sentence needs a value that may be unknown, `…-plain` says it without.

ordinal-1 = الأول
ordinal-2 = الثاني
ordinal-3 = الثالث
ordinal-4 = الرابع
ordinal-5 = الخامس

# ---- the code as typed
error-code-mistyped = يوجد خطأ كتابة في الجزء { $group }.
error-code-mistyped-plain = يوجد خطأ كتابة. تلزم مراجعة الرمز.
error-code-malformed = لا يرد «{ $symbol }» في أي رمز. يتكون الرمز من أرقام وحروف لاتينية ليس منها I وL وO وU.
error-code-malformed-plain = يتكون الرمز من 12 أو 16 أو 20 حرفًا ورقمًا، مثل K7QF-2M9X-4TZC-8WHN.
error-code-layout = يبدو أن الماسح والحاسوب مضبوطان على لوحتي مفاتيح مختلفتين. يلزم ضبطهما على لوحة واحدة، أو كتابة الرمز.
error-code-several = يوجد رمزان هنا. يلزم إدخال أحدهما فقط.
error-code-refused = **لا يمكن استخدام هذا الرمز.** يمكن التحقق منه لدى من أعطاك إياه.
error-invitation-expired = انتهت صلاحية هذا الرمز في { $at }.
error-invitation-expired-plain = انتهت صلاحية هذا الرمز.
error-invitation-used-up = استُنفد هذا الرمز.
error-invitation-revoked = أُلغي هذا الرمز.
error-invitation-replaced = استُبدل هذا الرمز برمز آخر. يمكن طلبه ممن أعطاك إياه.
error-invitation-wrong-domain = هذا الرمز مخصص لعناوين بريد إلكتروني من نطاق آخر.
error-invitation-wrong-email = هذا الرمز مخصص لعنوان بريد إلكتروني آخر.
error-invitation-creator-may-not = لم يعد مسموحًا لمن أنشأ هذا الرمز بالدعوة إلى هذا الدور. يمكن طلب رمز جديد.
error-already-member = سبق أن انضممت. يمكن تسجيل الدخول بدلًا من ذلك.
error-invitation-changed = **تغيرت الدعوة في أثناء وجودك هنا.** تلزم مراجعتها قبل الانضمام.

# ---- fields
error-field-required = هذا الحقل لازم.
error-field-too-long =
    { $max ->
        [zero] { $max } حرف
        [one] حرف واحد
        [two] حرفان
        [few] { $max } أحرف
        [many] { $max } حرفًا
       *[other] { $max } حرف
    } على الأكثر.
error-field-too-long-plain = هذا النص أطول من اللازم.
error-field-not-text = لا يمكن هنا استخدام محارف التحكم ولا العلامات التي تغير اتجاه النص.
error-field-line-break = يوجد هنا فاصل أسطر. يلزم أن يكون النص في سطر واحد.
error-email-several = يوجد عنوانان هنا. يلزم إدخال أحدهما فقط.
error-email-malformed = شكل عنوان البريد الإلكتروني: name@post.example.
error-username-malformed = من 3 إلى 32 حرفًا: من a إلى z، وأرقام، ونقطة، وشرطة، وشرطة سفلية. ويبدأ بحرف.
error-username-signs = ينتهي بحرف أو رقم، ولا تتتابع فيه نقطتان أو شرطتان أو شرطتان سفليتان.
error-username-reserved = يوحي هذا الاسم بمنصب في المؤسسة. يلزم اختيار اسم آخر.
error-username-alike = يوجد اسم مستخدم لا يختلف عن هذا إلا في النقاط أو الشرطات أو الشرطات السفلية. يلزم اختيار اسم آخر.
error-username-taken = اسم المستخدم هذا محجوز. أما { $free } فمتاح.
error-username-taken-plain = اسم المستخدم هذا محجوز.
error-email-taken = لحساب آخر هذا العنوان نفسه.
error-password-too-short =
    { $min ->
        [zero] { $min } حرف
        [one] حرف واحد
        [two] حرفان
        [few] { $min } أحرف
        [many] { $min } حرفًا
       *[other] { $min } حرف
    } على الأقل.
error-password-too-short-plain = كلمة المرور هذه أقصر من اللازم.
error-password-too-weak = تخمينها أسهل من اللازم. ومن المفيد اختيار عدة كلمات لا صلة بينها.
error-expiry-past = يلزم أن يكون موعد الانتهاء في المستقبل.
error-expiry-too-far = الحد الأقصى { $max_days ->
        [zero] { $max_days } يوم
        [one] يوم واحد
        [two] يومان
        [few] { $max_days } أيام
        [many] { $max_days } يومًا
       *[other] { $max_days } يوم
    } من الآن، أي حتى { $until }.
error-expiry-too-far-plain = هذا الموعد أبعد مما تسمح به السياسة.
error-expiry-never-not-allowed = لا تسمح السياسة بدعوات لا تنتهي.
error-expiry-malformed = 2026-12-31 17:00 هو شكل التاريخ والوقت.
error-usage-limit-out-of-range = عدد من 1 إلى { $max }.
error-usage-limit-out-of-range-plain = عدد لا يقل عن 1.
error-role-unknown = لا يوجد دور كهذا.
error-role-not-allowed = لا يمكنك الدعوة إلا إلى أدوار رتبتها دون رتبة دورك.
error-department-required = هذا الدور يحتاج إلى قسم.
error-department-not-allowed = لا يمكنك استخدام غير قطاعك.
error-group-unknown = لا توجد مجموعة كهذه.
error-code-not-here = رمز هذه الدعوة غير محفوظ في هذا الجهاز.
error-recipient-missing = هذه الدعوة غير مرتبطة بأي عنوان. يجب تحديد من تُرسل إليه.
error-recipient-other = هذه الدعوة لشخص آخر: لا يمكن لعنوان آخر استخدامها.
error-mail-on-its-way = هناك رسالة بهذه الدعوة في طريقها إلى هذا العنوان.
error-mail-unknown = لا توجد رسالة كهذه في صندوق الصادر، أو لا يمكنك رؤيتها.
error-mail-not-set-up = خادم البريد غير مُعدّ على هذا الجهاز.
error-mail-password-missing = كلمة مرور خادم البريد غير متاحة. يُدخلها أحد المسؤولين من جديد.
error-mail-not-sent = لم يقبل خادم البريد الرسالة.
error-mail-not-made = لا يمكن إنشاء الرسالة. يجب التحقق من النص في الإعدادات.
error-template-malformed = ما بين الأقواس ليس عنصرًا نائبًا: السطر { $line }، العمود { $column }.
error-template-malformed-plain = ما بين الأقواس ليس عنصرًا نائبًا، أو النص طويل جدًا.
error-host-malformed = اسم خادم البريد يكون مثل mail.school.example.
error-certificate-unreadable = هذه ليست شهادة بصيغة PEM.
error-department-unknown = لا يوجد قسم كهذا، أو أن رؤيته غير متاحة لك.
error-department-ambiguous = عدة أقسام لها هذا الاسم: { $paths }. يلزم إدخال المسار كاملًا.
error-department-parent-unknown = لا يوجد قسم باسم { $parent } ليكون القسم الجديد تحته.
error-department-name-taken = يوجد قسم بهذا الاسم من قبل.
error-department-into-itself = لا يمكن نقل القسم إلى ما تحته.
error-department-too-deep = الحد الأقصى لتدرج الأقسام بعضها تحت بعض: { $max }.
error-department-slash = لا ترد الشرطة المائلة في اسم القسم، فهي تفصل بين أسماء المسار.
error-new-department-not-allowed = يمكنك استخدام الأقسام الموجودة. أما الجديدة فينشئها أحد المسؤولين.
error-group-not-allowed = يمكنك استخدام المجموعات الموجودة. أما الجديدة فينشئها أحد المسؤولين.
error-creator-unknown = لا أحد باسم المستخدم هذا.
error-bound-twice = يلزم اختيار عنوان أو نطاق، لا كليهما.
error-binding-required = يلزم عنوان أو نطاق.
error-one-address-for-many = العنوان الواحد لدعوة واحدة. أما الدعوات الكثيرة فيمكن ربطها بنطاق.
error-count-out-of-range = عدد من 1 إلى { $max }.
error-count-out-of-range-plain = عدد لا يقل عن 1.
error-number-out-of-range = عدد من { $min } إلى { $max }.
error-number-out-of-range-plain = هذا العدد أصغر أو أكبر من اللازم.
error-policy-changed = **تغيرت الإعدادات في أثناء وجودك هنا.** لم يُحفظ شيء؛ تلزم مراجعتها.
error-join-address-malformed = شكل العنوان: https://join.school.example.
error-page-out-of-range = لا توجد صفحة كهذه.

# ---- invitations
error-invitation-not-found = لم تعد هذه الدعوة في القائمة.
error-row-unreadable = لا يمكن قراءة هذا الصف.
error-duplicate-in-file = في السطر { $line } العنوان نفسه.
error-duplicate-in-file-plain = في صف سابق العنوان نفسه.
error-already-invited = توجد دعوة نشطة مرتبطة بهذا العنوان.
error-sheet-unreadable = لا يمكن قراءة الملف إلى نهايته. لم يُنشأ شيء.
error-clock-doubted = **قد تكون ساعة هذا الجهاز خاطئة.** يلزم ضبطها، أو أن يؤكدها أحد المسؤولين.
error-head-malformed = **هذه ليست نهاية سجل تدقيق.** تتكون النهاية من جهاز ورقم وتجزئة، وتفصل بينها نقطتان رأسيتان.
error-selection-changed = **أصبحت النتائج المطابقة غير ما كانت.** لم يتغير شيء؛ تلزم مراجعتها.
error-sheet-changed = **تغير الملف بعد المعاينة.** لم يُنشأ شيء؛ تلزم مراجعته.
error-nothing-to-print = لا توجد بينها دعوة نشطة، فلا شيء للطباعة.
error-no-font = لا يوجد في هذا الجهاز خط يستطيع طباعة { $characters }. يلزم تثبيت خط يشملها: Noto Sans للكتابة، وNoto Color Emoji للرموز التعبيرية. أو يمكن طباعة الباقي باستخدام التصفية.
error-no-font-plain = لا يوجد في هذا الجهاز خط يستطيع طباعة بعض هذه الحروف. يلزم تثبيت خط يشملها: Noto Sans للكتابة، وNoto Color Emoji للرموز التعبيرية.
error-link-too-long = الرابط أطول من أن يتسع له رمز QR بهذا الحجم. يمكن طباعة ملصقات، أو تعيين عنوان انضمام أقصر.
error-not-printed = تعذرت طباعة هذا. لم يُنشأ شيء.
error-picture-unknown = هذه ليست صورة PNG أو JPEG. يلزم اختيار ملف PNG أو JPEG.
error-picture-damaged = لا يمكن قراءة هذه الصورة: الملف تالف. يمكن حفظها من جديد بصيغة PNG أو JPEG.
error-picture-too-large = هذا الملف أكبر من { $max } ميغابايت. يلزم اختيار صورة أصغر.
error-picture-too-large-plain = هذا الملف أكبر من اللازم. يلزم اختيار صورة أصغر.
error-picture-too-many-pixels = أبعاد هذه الصورة { $width } × { $height } بكسل. يلزم اختيار صورة لا تتجاوز { $max } في كل اتجاه.
error-picture-too-many-pixels-plain = بكسلات هذه الصورة أكثر من اللازم. يلزم اختيار صورة أصغر.
error-logo-missing = ليس للمؤسسة شعار.
error-columns-unclear = كل حقل يكون في عمود واحد فقط، ولا بد من عمود واحد على الأقل فيه حقل.
error-sheet-unclear = **في الجدول أمر لم يُحسم.** لم يُنشأ شيء. تلزم الإجابة عن الأسئلة فوق صفوفه.
error-file-name-other-form = امتداد الاسم { $ending }، والملف يُكتب بصيغة { $form }. يلزم اختيار اسم امتداده { $form }.
error-file-name-other-form-plain = اسم الملف يدل على صيغة غير صيغته. يلزم اختيار اسم آخر.
error-file-place-reserved = يقع { $path } بين ملفات مؤسسة، وهي تبقى وحدها في مجلدها. يلزم اختيار مكان آخر.
error-file-place-reserved-plain = يقع هذا المكان بين ملفات مؤسسة. يلزم اختيار مكان آخر.
error-file-not-usable = لا يمكن القراءة من { $path } أو الكتابة فيه.
error-file-not-usable-plain = لا يمكن القراءة من الملف أو الكتابة فيه.
error-job-cancelled = أُوقف العمل. لم يتغير شيء.
error-job-unknown = انتهى هذا العمل.
error-invitation-not-active = لم تعد هذه الدعوة نشطة، فلا شيء لإلغائه.

# ---- who asks
error-not-signed-in = تم تسجيل خروجك. يلزم تسجيل الدخول للمتابعة.
error-session-locked = النافذة مقفلة. تلزم كلمة مرورك للمتابعة.
error-not-permitted = دورك لا يسمح بهذا. وقد سُجّل ذلك في سجل التدقيق.
error-sign-in-refused = **اسم المستخدم أو كلمة المرور غير صحيحة.** تلزم مراجعتهما ثم إعادة المحاولة.
error-person-unknown = لا أحد باسم المستخدم هذا.
error-password-needed = تلزم كلمة مرورك أنت: يتعلق هذا بشخص من رتبتك نفسها، أو بعنوانك.
error-last-administrator = **هذا هو المسؤول الأخير.** يلزم أولًا تعيين مسؤول آخر.
error-not-yourself = لا يمكنك تعليق حسابك. يستطيع ذلك مسؤول آخر.
error-user-without-department = هذا الدور يحتاج إلى قسم. يلزم أولًا النقل إلى قسم.
error-session-unknown = انتهت هذه الجلسة من قبل.
error-not-an-administrator = مفتاح الاسترداد يعيّن كلمات مرور المسؤولين فقط. أما الأخرى فيعيد تعيينها أحد المسؤولين.
error-password-code-refused = **اسم المستخدم أو الرمز غير صحيح، أو لم يعد الرمز صالحًا.** يمكن طلب رمز جديد.
error-too-many-tries = محاولات أكثر من اللازم. يمكن المتابعة بعد { $seconds ->
        [zero] { $seconds } ثانية
        [one] ثانية واحدة
        [two] ثانيتين
        [few] { $seconds } ثوانٍ
        [many] { $seconds } ثانية
       *[other] { $seconds } ثانية
    }.
error-too-many-tries-plain = محاولات أكثر من اللازم. يمكن المتابعة بعد قليل.
error-account-suspended = هذا الحساب معلق. يمكن مراجعة أحد المسؤولين.

# ---- file and keys
error-organisation-exists = توجد مؤسسة في هذا المجلد من قبل. يلزم تشغيل Vestibule من جديد لفتحها.
error-organisation-missing = لا توجد مؤسسة في هذا المجلد بعد.
error-file-newer = أُنشئ هذا الملف بالإصدار { $needs } من Vestibule. يلزم تحديث هذا الجهاز لفتحه. لم يتغير شيء.
error-file-newer-plain = أُنشئ هذا الملف بإصدار أحدث من Vestibule. يلزم تحديث هذا الجهاز لفتحه. لم يتغير شيء.
error-file-foreign = الملف الموجود في مجلد البيانات لم يُنشئه Vestibule. لم يتغير شيء.
error-file-corrupt = الملف تالف. تلزم استعادته من نسخة احتياطية. لم يتغير شيء.
error-file-wrong-key = هذا المفتاح لا يفتح الملف. لم يتغير شيء.
error-file-wrong-passphrase = عبارة المرور هذه لا تفتح الملف. لم يتغير شيء.
error-file-busy = برنامج آخر يستخدم الملف. لم يتغير شيء، ويمكن إعادة المحاولة.
error-file-read-only = **لا يمكن الكتابة في المجلد { $folder }.** لم يتغير شيء. يلزم منح حسابك حق الكتابة فيه، أو تشغيل Vestibule بمجلد آخر (vestibule --data-dir).
error-file-read-only-plain = **لا يمكن الكتابة في مجلد البيانات.** لم يتغير شيء. يلزم منح حسابك حق الكتابة فيه، أو تشغيل Vestibule بمجلد آخر (vestibule --data-dir).
error-disk-full = لم تبق مساحة على القرص. لم يتغير شيء.
error-file-unreachable = لا يمكن فتح { $path }. لم يتغير شيء.
error-file-unreachable-plain = لا يمكن فتح الملف. لم يتغير شيء.
error-keychain-absent = لا توجد سلسلة مفاتيح في هذا الجهاز. وتحل محلها عبارة مرور.
error-keychain-locked = سلسلة المفاتيح مقفلة أو رفضت الطلب. يلزم فتح قفلها ثم إعادة المحاولة.
error-keychain-late = لم تُجب سلسلة المفاتيح في الوقت المحدد. يمكن إعادة المحاولة.
error-key-missing = لا يوجد في سلسلة المفاتيح مفتاح لهذا الملف.
error-recovery-key-mistyped = يوجد خطأ كتابة في السطر { $line }.
error-recovery-key-mistyped-plain = يوجد خطأ كتابة في مفتاح الاسترداد. تلزم مراجعة كل سطر.
error-passphrase-required = تلزم عبارة مرور من { $min ->
        [zero] { $min } حرف
        [one] حرف واحد
        [two] حرفين
        [few] { $min } أحرف
        [many] { $min } حرفًا
       *[other] { $min } حرف
    } على الأقل.
error-passphrase-required-plain = تلزم عبارة مرور.
error-secret-file-unsafe = { $path } يستطيع آخرون قراءته، أو هو فارغ، أو لا يمكن قراءته.
error-secret-file-unsafe-plain = الملف الذي فيه السر يستطيع آخرون قراءته، أو هو فارغ، أو لا يمكن قراءته.
error-clipboard-failed = **تعذر النسخ.** يمكن تحديد الرمز والضغط على Ctrl C.
error-fault = **حدث خلل.** لم يُفقد شيء، وفي سجل البرنامج مزيد من التفاصيل. يمكن إعادة المحاولة.
