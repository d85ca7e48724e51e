# Invitations from a sheet, lists saved as files, and invitations on paper.

head-more = إجراءات أخرى

# ---- invitations from a sheet
sheet-from = من جدول…
sheet-title = دعوات من جدول
sheet-back = العودة إلى الدعوات
sheet-steps = الخطوات
sheet-step-choose = اختيار الصفوف
sheet-step-check = فحص الصفوف
sheet-step-make = الإنشاء
sheet-step-hand-out = التوزيع
sheet-rows-from = مكان الصفوف
sheet-file = ملف
sheet-file-hint = ملف CSV أو نص؛ بفاصلة أو فاصلة منقوطة أو جدولة؛ مع ترويسات أو بدونها
sheet-choose = اختيار ملف…
sheet-choose-title = اختيار جدول
sheet-choose-other = اختيار ملف آخر…
sheet-paste = أو لصق صفوف من جدول بيانات
sheet-paste-example = email, role, department, expires
sheet-paste-hint = صف واحد لكل دعوة. وترويسات الأعمدة الممكنة: email، domain، role، department، groups، limit، expires، label، note.
sheet-pasted = الصفوف الملصقة
sheet-empty-cells = ما يتركه الصف فارغًا
sheet-empty-cells-hint = خلايا الصف نفسه مقدَّمة. وتؤخذ هذه حيث لا توجد.
sheet-empty-cells-change = الخلايا الفارغة…
sheet-rows-change = تغيير الصفوف…
sheet-check = فحص الصفوف
sheet-nothing-yet = المعاينة لا تُنشئ شيئًا.
sheet-all-ready = كل الصفوف جاهزة. ولا يُنشأ شيء قبل الضغط على «إنشاء».
sheet-some-ready =
    { $left ->
        [zero] لا صفوف مستثناة. ولا يُنشأ شيء قبل الضغط على «إنشاء».
        [one] صف واحد مستثنى. ولا يُنشأ شيء قبل الضغط على «إنشاء».
        [two] صفان مستثنيان. ولا يُنشأ شيء قبل الضغط على «إنشاء».
        [few] { $left } صفوف مستثناة. ولا يُنشأ شيء قبل الضغط على «إنشاء».
        [many] { $left } صفًا مستثنى. ولا يُنشأ شيء قبل الضغط على «إنشاء».
       *[other] { $left } صف مستثنى. ولا يُنشأ شيء قبل الضغط على «إنشاء».
    }
sheet-none-ready = لا صف جاهز. يلزم إصلاح الصفوف المستثناة، أو مراجعة الأعمدة.

# ---- its columns
sheet-columns = الأعمدة
sheet-column = العمود { $name }
sheet-column-is = ما يحتويه { $name }
sheet-columns-count =
    { $count ->
        [zero] { $count } عمود
        [one] عمود واحد
        [two] عمودان
        [few] { $count } أعمدة
        [many] { $count } عمودًا
       *[other] { $count } عمود
    }
sheet-rows-count =
    { $count ->
        [zero] { $count } صف
        [one] صف واحد
        [two] صفان
        [few] { $count } صفوف
        [many] { $count } صفًا
       *[other] { $count } صف
    }
sheet-titles = ترويسات في الصف الأول
sheet-no-titles = بلا ترويسات
sheet-unsure = **حُددت الأعمدة بالتخمين.** يلزم التحقق من أن كلًا منها فُهم على حقيقته.
sheet-first-row = الصف الأول دعوة وليس ترويسات
sheet-ignored = متجاهَل
sheet-field-email = البريد
sheet-field-domain = النطاق
sheet-field-role = الدور
sheet-field-department = القسم
sheet-field-groups = المجموعات
sheet-field-limit = الاستخدامات
sheet-field-expires = الانتهاء
sheet-field-label = التسمية
sheet-field-note = الملاحظة

# ---- what it was taken for, and what it leaves open
sheet-passed-over = متجاوَز فوق الترويسات: { $lines }
sheet-taken = { $field }: { $name }
sheet-left-columns = مستثنى: { $names }
sheet-left-addresses = { $name } (عناوين)
sheet-each-ends = الصف الذي لا يذكر غير ذلك تنتهي دعوته في { $at }.
sheet-each-never = الصف الذي لا يذكر غير ذلك لا تنتهي دعوته.
sheet-each-uses =
    { $count ->
        [zero] ولا يمكن استخدامها.
        [one] ويمكن استخدامها مرة واحدة.
        [two] ويمكن استخدامها مرتين.
        [few] ويمكن استخدامها { $count } مرات.
        [many] ويمكن استخدامها { $count } مرة.
       *[other] ويمكن استخدامها { $count } مرة.
    }
sheet-dates-day = تُقرأ التواريخ بدءًا باليوم: 31/12/2026.
sheet-dates-month = تُقرأ التواريخ بدءًا بالشهر: 12/31/2026.
sheet-new-departments =
    { $count ->
        [zero] **أقسام جديدة:** { $names }. تُنشأ مع الدعوات.
        [one] **قسم جديد:** { $names }. يُنشأ مع الدعوات.
        [two] **قسمان جديدان:** { $names }. يُنشآن مع الدعوات.
        [few] **أقسام جديدة:** { $names }. تُنشأ مع الدعوات.
        [many] **أقسام جديدة:** { $names }. تُنشأ مع الدعوات.
       *[other] **أقسام جديدة:** { $names }. تُنشأ مع الدعوات.
    }
sheet-new-groups =
    { $count ->
        [zero] **مجموعات جديدة:** { $names }. تُنشأ مع الدعوات.
        [one] **مجموعة جديدة:** { $names }. تُنشأ مع الدعوات.
        [two] **مجموعتان جديدتان:** { $names }. تُنشآن مع الدعوات.
        [few] **مجموعات جديدة:** { $names }. تُنشأ مع الدعوات.
        [many] **مجموعات جديدة:** { $names }. تُنشأ مع الدعوات.
       *[other] **مجموعات جديدة:** { $names }. تُنشأ مع الدعوات.
    }
sheet-new-close = { $name } (هل المقصود { $close }؟)
sheet-asks-titles = **لا توجد بين الترويسات ترويسة معروفة.** تلزم مراجعة ما فُهم من كل عمود، وتغيير ما ليس صحيحًا.
sheet-asks-addresses = **في { $name } عناوين، ولم يُفهم على أنه عمود البريد** ({ $examples }). يلزم تحديد ما تحتويه الأعمدة.
sheet-columns-right = الأعمدة صحيحة
sheet-asks-dates = **يمكن قراءة التواريخ في { $name } بطريقتين** ({ $examples }). ما الذي يأتي أولًا؟
sheet-day-first = اليوم
sheet-month-first = الشهر
sheet-letters = **هل هذه الحروف صحيحة؟** { $examples }. لا يذكر الملف طريقة كتابة حروفه.
sheet-letters-right = الحروف صحيحة
sheet-encoding = طريقة قراءة الحروف
sheet-encoding-western = أوروبا الغربية
sheet-encoding-central = أوروبا الوسطى
sheet-encoding-cyrillic = السيريلية
sheet-encoding-greek = اليونانية
sheet-encoding-mac = Mac (قديم)
sheet-encoding-japanese = اليابانية
sheet-encoding-chinese = الصينية
sheet-open-questions = تلزم الإجابة عن الأسئلة أعلاه. ولا يمكن إنشاء شيء قبل ذلك.

# ---- its rows
sheet-classes = تصفية الصفوف حسب النتيجة
sheet-ready = جاهز
sheet-malformed = غير سليم
sheet-duplicate = مكرر في الملف
sheet-invited = مدعو من قبل
sheet-member = عضو من قبل
sheet-not-permitted = غير مسموح
sheet-rows = الصفوف
sheet-show-all = كل الصفوف
sheet-show-left-out = المستثناة فقط
sheet-line = السطر
sheet-result = النتيجة
sheet-reason-head = السبب
sheet-reason = { $field }: { $reason }
sheet-same-as = العنوان نفسه في السطر { $line }، وهو المعتمد.
sheet-row-too-long = هذا الصف أطول من اللازم. يلزم التحقق من عدم وجود علامة اقتباس مفتوحة.
sheet-row-not-text = في العمود { $column } محارف لا يمكن قراءتها. يلزم حفظ الملف بصيغة CSV UTF-8.
sheet-row-control = في العمود { $column } محرف تحكم. تلزم إزالته.
sheet-row-stray-quote = في العمود { $column } علامة اقتباس بين علامتي اقتباس. تلزم مضاعفة الداخلية.
sheet-row-curly-quotes = تحيط بالعمود { $column } علامات اقتباس مقوسة. تلزم كتابتها مستقيمة.
sheet-row-list = يبدو العمود { $column } قائمة لا يمكن قراءتها. تلزم فاصلة منقوطة بين المجموعات.
sheet-row-address = في العمود { $column } عنوان، ولم يُفهم على أنه عمود البريد. تلزم مراجعة الأعمدة.
sheet-row-more-cells = يمتد هذا الصف إلى العمود { $column }. يلزم وضع النص الذي فيه فاصل بين علامتي اقتباس.
sheet-rest = المعروض أول { $count } من { $all } من الصفوف.
sheet-none = لا صفوف كهذه
sheet-none-hint = لا يوجد صف من هذا النوع.
sheet-left-out =
    { $count ->
        [zero] حفظ الصفوف المستثناة…
        [one] حفظ الصف المستثنى…
        [two] حفظ الصفين المستثنيين…
        [few] حفظ { $count } صفوف مستثناة…
        [many] حفظ { $count } صفًا مستثنى…
       *[other] حفظ { $count } صف مستثنى…
    }
sheet-left-out-title = حفظ الصفوف المستثناة
sheet-left-out-name = الصفوف المستثناة
sheet-left-out-saved =
    { $count ->
        [zero] لم يُحفظ أي صف
        [one] حُفظ صف واحد مع سببه
        [two] حُفظ صفان مع سببيهما
        [few] حُفظت { $count } صفوف مع أسبابها
        [many] حُفظ { $count } صفًا مع أسبابها
       *[other] حُفظ { $count } صف مع أسبابها
    }

# ---- a file that cannot be read
sheet-fault-empty = **لا توجد صفوف.** يحتاج الملف إلى صف واحد لكل دعوة.
sheet-fault-unreadable = **لا يمكن قراءة الملف بعد السطر { $line }.** لم يُنشأ شيء. يلزم التحقق من أنه ما زال موجودًا.
sheet-fault-not-text = **هذا الملف ليس نصًا.** يلزم أولًا فتحه في برنامج جداول بيانات وحفظه بصيغة CSV.
sheet-fault-separator = **السطر الأول يحدد فاصلًا ليس بفاصل.** يمكن أن يكون فاصلة أو فاصلة منقوطة أو جدولة أو خطًا رأسيًا.
sheet-fault-columns = **أعمدة الملف أكثر من اللازم.** يكفي الإبقاء على ما يتعلق بالدعوات.
sheet-fault-rows = **صفوف الملف أكثر من اللازم.** يلزم تقسيمه إلى عدة ملفات.
sheet-fault-quote = **علامة الاقتباس التي تُفتح في السطر { $line } لا تُغلق.** يلزم إغلاقها، أو مضاعفتها إن كانت جزءًا من النص.
sheet-look-again = معاينة من جديد

# ---- making them
sheet-create =
    { $count ->
        [0] إنشاء الدعوات
        [zero] إنشاء الدعوات
        [one] إنشاء دعوة واحدة
        [two] إنشاء دعوتين
        [few] إنشاء { $count } دعوات
        [many] إنشاء { $count } دعوة
       *[other] إنشاء { $count } دعوة
    }
sheet-making = إنشاء { $count ->
        [zero] { $count } دعوة
        [one] دعوة واحدة
        [two] دعوتين
        [few] { $count } دعوات
        [many] { $count } دعوة
       *[other] { $count } دعوة
    }
sheet-making-hint = تُحفظ كلها معًا في النهاية. وإذا أُوقف العمل الآن فلن تُنشأ أي دعوة.
sheet-looking = قراءة { $name }
sheet-looking-hint = المعاينة لا تُنشئ شيئًا.
sheet-kilobytes = { $done } من { $total } كيلوبايت
sheet-done =
    { $count ->
        [zero] لم تُنشأ أي دعوة
        [one] أُنشئت دعوة واحدة
        [two] أُنشئت دعوتان
        [few] أُنشئت { $count } دعوات
        [many] أُنشئت { $count } دعوة
       *[other] أُنشئت { $count } دعوة
    }
sheet-done-all = أصبح كل صف دعوة. وتعرض القائمة هذه الدعوات وحدها، جاهزة للنسخ والطباعة والتصدير والتوزيع.
sheet-done-left =
    { $count ->
        [zero] لم يُستثن أي صف. وتعرض القائمة الدعوات الجديدة وحدها.
        [one] استُثني صف واحد. يمكن حفظه مع سببه وإصلاحه وقراءته من جديد. وتعرض القائمة الدعوات الجديدة وحدها.
        [two] استُثني صفان. يمكن حفظهما مع سببيهما وإصلاحهما وقراءتهما من جديد. وتعرض القائمة الدعوات الجديدة وحدها.
        [few] استُثنيت { $count } صفوف. يمكن حفظها مع أسبابها وإصلاحها وقراءتها من جديد. وتعرض القائمة الدعوات الجديدة وحدها.
        [many] استُثني { $count } صفًا. يمكن حفظها مع أسبابها وإصلاحها وقراءتها من جديد. وتعرض القائمة الدعوات الجديدة وحدها.
       *[other] استُثني { $count } صف. يمكن حفظها مع أسبابها وإصلاحها وقراءتها من جديد. وتعرض القائمة الدعوات الجديدة وحدها.
    }
sheet-done-show = إظهار الدعوات
sheet-done-print = طباعة…
sheet-again = قراءة جدول آخر

# ---- a list as a file
export = تصدير
export-csv = ملف CSV لبرامج الجداول…
export-json = ملف JSON للبرامج…
export-title = تصدير الدعوات
export-name = الدعوات { $day }
export-running-title = تصدير الدعوات
export-running = تُكتب القائمة في ملف. وإذا أُوقف العمل الآن فلن يكون هناك ملف.
export-done =
    { $count ->
        [zero] لم تُصدَّر أي دعوة
        [one] صُدّرت دعوة واحدة
        [two] صُدّرت دعوتان
        [few] صُدّرت { $count } دعوات
        [many] صُدّرت { $count } دعوة
       *[other] صُدّرت { $count } دعوة
    }
export-cancelled = أُوقف العمل. لا يوجد ملف.

# ---- on paper
print = طباعة
print-selected = طباعة بطاقات
print-title = طباعة الدعوات
print-name = دعوات للطباعة { $day }
print-layout = التخطيط
print-layout-cards =
    { $count ->
        [zero] { $count } بطاقة
        [one] بطاقة واحدة
        [two] بطاقتان
        [few] { $count } بطاقات
        [many] { $count } بطاقة
       *[other] { $count } بطاقة
    } في الصفحة
print-layout-poster = ملصق
print-paper = الورق
print-a4 = A4
print-letter = Letter
print-preview = شكل الدعوة، برمز غير حقيقي
print-pattern = نقش في مكان رمز QR
print-words = **{ $count ->
        [zero] { $count } دعوة نشطة
        [one] دعوة نشطة واحدة
        [two] دعوتان نشطتان
        [few] { $count } دعوات نشطة
        [many] { $count } دعوة نشطة
       *[other] { $count } دعوة نشطة
    }** على { $pages ->
        [zero] { $pages } صفحة
        [one] صفحة واحدة
        [two] صفحتين
        [few] { $pages } صفحات
        [many] { $pages } صفحة
       *[other] { $pages } صفحة
    }. ولا يُطبع إلا النشط منها.
print-none = لا توجد بينها دعوة نشطة، فلا شيء للطباعة.
print-too-many = عدد الدعوات النشطة { $count }. والحد الأقصى للطباعة دفعة واحدة { $most }: يمكن تصفية القائمة، أو تحديد عدد أقل.
print-one = طباعة…
print-one-words = **هذه الدعوة** على صفحة واحدة.
print-one-ended = لم تعد هذه الدعوة نشطة، فلا تُطبع.
print-submit = حفظ بصيغة PDF…
print-running-title = طباعة الدعوات
print-running = يجري رسم { $count ->
        [zero] { $count } دعوة
        [one] دعوة واحدة
        [two] دعوتين
        [few] { $count } دعوات
        [many] { $count } دعوة
       *[other] { $count } دعوة
    }. وإذا أُوقف العمل الآن فلن يكون هناك ملف.
print-done =
    { $count ->
        [zero] لا دعوات جاهزة للطباعة
        [one] دعوة واحدة جاهزة للطباعة
        [two] دعوتان جاهزتان للطباعة
        [few] { $count } دعوات جاهزة للطباعة
        [many] { $count } دعوة جاهزة للطباعة
       *[other] { $count } دعوة جاهزة للطباعة
    }
print-left-out = طُبعت من دون { $emoji }: لا خط في هذا الجهاز يشملها.
print-cancelled = أُوقف العمل. لا يوجد ملف.
print-card-title = دعوة لك
print-card-for = الغرض
print-card-how = طريقة الانضمام
print-card-step-1 = مسح الرمز بالهاتف، أو فتح Vestibule واختيار «لدي رمز».
print-card-step-2 = مراجعة تفاصيل الانضمام، وإدخال الاسم.
print-card-step-3 = اختيار كلمة مرور.
print-card-footer = هذه البطاقة لك وحدك: من يحمل الرمز يستطيع استخدامه.
print-card-footer-many = لكل من ينتمي إلى هذا المكان: يعمل الرمز حتى تُشغل كل الأماكن المتاحة له.
print-card-never = بلا انتهاء
print-card-time = { $day } { $month } { $year }، { $hour }:{ $minute }
