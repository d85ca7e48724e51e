# Any list: its table, pages, filters, selection, columns and saved views.

list-some-of = { $count } من { $all }
list-least-of = { $count } على الأقل من { $all }
list-range-least = { $from }–{ $to } من { $total } على الأقل
list-search-clear = مسح البحث
list-search-long = الحد الأقصى لنص البحث { $max ->
        [zero] { $max } حرف
        [one] حرف واحد
        [two] حرفان
        [few] { $max } أحرف
        [many] { $max } حرفًا
       *[other] { $max } حرف
    }.
list-filter-set = { $filter }: { $value }
list-filter-drop = إظهار الكل: { $filter }
list-actions = الإجراءات
list-sort-by = الترتيب حسب { $column }
list-more = إجراءات أخرى
list-more-of = إجراءات أخرى: { $name }
list-act-of = { $act }: { $name }
list-pages = الصفحات
list-range = { $from }–{ $to } من { $total }
list-range-one = { $at } من { $total }
list-page-size = { $count } في الصفحة
list-page-size-label = عدد الصفوف في الصفحة
list-previous = السابق
list-next = التالي
list-page = الصفحة { $page }
list-none-found = لا شيء يطابق «{ $search }»
list-none-filtered = لا شيء يطابق هذه التصفية
list-clear-filters = مسح التصفية
list-unread = تعذرت قراءة القائمة
list-unread-hint = { $reason } لم يُفقد شيء.
list-stale = **تعذرت قراءة القائمة من جديد.** { $reason } المعروض هنا من { $when }.
list-try-again = إعادة المحاولة

# ---- filters
filter-more = المزيد
filter-clear = مسح الكل
filter-wrong = { $filter }: { $value } · { $reason }
filter-span-unread = 2026-09-01..2026-09-08 هو شكل كتابة الأيام.
filter-span-backwards = اليوم الأخير يسبق اليوم الأول.
filter-today = اليوم
filter-last-days = آخر { $days ->
        [zero] { $days } يوم
        [one] يوم
        [two] يومين
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    }
filter-next-days = خلال { $days ->
        [zero] { $days } يوم
        [one] يوم
        [two] يومين
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    }
filter-since = منذ { $day }
filter-until = حتى { $day }
filter-between = { $from } – { $to }

# ---- the archive
archive = الأرشيف
archive-leave = العودة إلى القائمة
archive-count =
    { $count ->
        [zero] { $count } عنصر
        [one] عنصر واحد
        [two] عنصران
        [few] { $count } عناصر
        [many] { $count } عنصرًا
       *[other] { $count } عنصر
    } في الأرشيف

# ---- the selection
select-bar = الصفوف المحددة
select-count = المحدد: { $count }
select-all-matching = تحديد كل النتائج ({ $count })
select-count-least = المحدد: { $count } على الأقل
select-all-matching-least = تحديد كل النتائج ({ $count } على الأقل)
select-clear = مسح التحديد
select-row = تحديد الصف
select-row-of = تحديد الصف: { $name }
select-page = تحديد كل صفوف هذه الصفحة

# ---- columns
columns-choose = اختيار الأعمدة
columns-no-room = { $column } (لا متسع له الآن)
columns-reset = الأعمدة وعرضها المعتاد
columns-edge = عرض { $column }: بالسحب، أو Alt مع مفاتيح الأسهم

# ---- saved views
views = طرق العرض المحفوظة
views-none = لا طرق عرض بعد. تحفظ طريقة العرض التصفية والبحث والترتيب.
views-again = قراءة طرق العرض من جديد
views-save = حفظ طريقة العرض هذه…
views-manage = إعادة تسمية أو حذف…
views-full = بلغ عدد طرق العرض الحد الأقصى: { $most }. يمكن حذف إحداها لحفظ أخرى.
views-save-title = حفظ طريقة العرض هذه
views-name = الاسم
views-save-hint = تحفظ التصفية والبحث والترتيب. ولا تظهر لغيرك.
views-save-do = حفظ طريقة العرض
views-saved = حُفظت طريقة العرض
views-taken = لديك طريقة عرض بهذا الاسم.
views-too-long = عوامل التصفية هذه أطول من أن تُحفظ معًا.
views-cancel = إلغاء الأمر
views-count = { $count } من { $most }
views-done = إغلاق
views-rename = إعادة تسمية { $name }
views-rename-do = إعادة التسمية
views-renamed = غُيّر اسم طريقة العرض
views-delete = حذف { $name }
views-delete-ask = حذف «{ $name }»؟ **لا يمكن التراجع عن ذلك.**
views-keep = الإبقاء عليها
views-delete-do = حذف طريقة العرض
views-deleted = حُذفت طريقة العرض
